#include "cli/polytope_output.hpp"

#include <CLI/CLI.hpp>

#include "tropiary/error.hpp"
#include "tropiary/io/json.hpp"

namespace tropiary::cli {

namespace {

constexpr std::size_t shown_rows = 64;

/// "1 - x1 + 2 x3 >= 0"
std::string form_text(const AffineForm& form, const char* relation) {
  std::string text = form.constant.is_zero() ? "" : form.constant.to_string();
  for (std::size_t i = 0; i < form.normal.size(); ++i) {
    const Integer& a = form.normal[i];
    if (a.is_zero()) continue;
    text += text.empty() ? (a.sign() < 0 ? "-" : "") : (a.sign() < 0 ? " - " : " + ");
    if (abs(a) != 1) text += abs(a).to_string() + " ";
    text += "x" + std::to_string(i + 1);
  }
  return (text.empty() ? "0" : text) + relation;
}

template <class Rows, class Text>
void print_rows(const char* title, const Rows& rows, Text text) {
  std::cout << title << " (" << rows.size() << ")\n";
  for (std::size_t i = 0; i < std::min(rows.size(), shown_rows); ++i) std::cout << "  " << text(rows[i]) << '\n';
  if (rows.size() > shown_rows) std::cout << "  ... (all with --json)\n";
}

void print_for_people(const Polytope& k) {
  std::cout << "dimension " << k.dimension() << " in R^" << k.ambient_dimension() << '\n';
  print_rows("vertices", k.vertices(), [](const RationalVector& v) { return vector_text(v); });
  print_rows("facets", k.facets(), [](const AffineForm& form) { return form_text(form, " >= 0"); });
  if (!k.equations().empty()) {
    print_rows("equations", k.equations(), [](const AffineForm& form) { return form_text(form, " = 0"); });
  }
}

}  // namespace

void PolytopeOutput::add_to(CLI::App& command) {
  command.add_option("--fields", fields, "only these JSON fields, comma-separated (implies --json)");
  command.add_flag("--json", json, "one JSON object (docs/schemas/polytope.schema.json)");
  command.add_flag("--verify", verify, "check the two descriptions against each other first; a failure exits 1");
}

void PolytopeOutput::print(const Polytope& k, const Json& extra) const {
  if (verify) {
    const PolytopeReport report = tropiary::verify(k);
    if (!report.holds()) {
      std::cerr << "tropiary: the polytope failed its check: " << report.failures.front() << '\n';
      throw CLI::RuntimeError(1);
    }
  }
  if (!json && fields.empty()) {
    print_for_people(k);
    if (verify) std::cout << "verified: both descriptions agree\n";
    return;
  }
  Json all = Json::parse(to_json(k));
  all.update(extra);
  if (fields.empty()) return print_json(all);
  Json chosen = Json::object();
  for (const std::string& name : split(fields)) {
    if (!all.contains(name)) {
      std::vector<std::string> known;
      for (const auto& [key, value] : all.items()) known.push_back(key);
      throw Error(Errc::invalid_argument, "polytope: unknown or unavailable field \"" + abbreviated(name, 60) +
                                              "\"; known fields: " + joined(known, ", "));
    }
    chosen[name] = all[name];
  }
  print_json(chosen);
}

}  // namespace tropiary::cli
