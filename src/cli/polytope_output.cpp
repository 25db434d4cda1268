#include "cli/polytope_output.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/cli.hpp"
#include "cli/polytope_combinatorics_fields.hpp"
#include "cli/polytope_number_fields.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/io/polyhedron_files.hpp"
#include "tropiary/polytope/faces.hpp"

namespace tropiary::cli {

namespace {

constexpr std::size_t shown_rows = 64;

template <class Rows, class Text>
void print_rows(const char* title, const Rows& rows, Text text) {
  std::cout << title << " (" << rows.size() << ")\n";
  for (std::size_t i = 0; i < std::min(rows.size(), shown_rows); ++i) std::cout << "  " << text(rows[i]) << '\n';
  if (rows.size() > shown_rows) std::cout << "  ... (all with --json)\n";
}

std::string direction_text(const std::vector<Integer>& direction) {
  return vector_text(RationalVector(direction.begin(), direction.end()));
}

template <class Value>
void print_for_people(const Value& k) {
  std::cout << "dimension " << k.dimension() << " in R^" << k.ambient_dimension() << '\n';
  print_rows("vertices", k.vertices(), [](const RationalVector& v) { return vector_text(v); });
  if constexpr (requires { k.rays(); }) {
    if (!k.rays().empty()) print_rows("rays", k.rays(), direction_text);
    if (!k.lines().empty()) print_rows("lines", k.lines(), direction_text);
  }
  print_rows("facets", k.facets(), [](const AffineForm& form) { return form_text(form, " >= 0"); });
  if (!k.equations().empty()) {
    print_rows("equations", k.equations(), [](const AffineForm& form) { return form_text(form, " = 0"); });
  }
}

}  // namespace

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

void PolytopeOutput::add_to(CLI::App& command) {
  command.add_option("--fields", fields,
                     "only these, comma-separated, as JSON: dimension, ambient_dimension, vertices, facets, equations, "
                     "f_vector, volume, relative_volume, centroid, lattice_points, interior_lattice_points, "
                     "ehrhart_polynomial, ehrhart_period, h_star, codegree, is_reflexive, is_gorenstein, "
                     "gorenstein_index, gorenstein_point, h_vector, toric_h_vector, "
                     "flag_f_vector, faces, vertex_graph, dual_graph, is_simple, is_simplicial, is_two_level, "
                     "is_zero_one, is_centrally_symmetric, neighbourliness, canonical_facets, gale_transform");
  command.add_flag(
      "--json", json,
      "one JSON object (docs/schemas/polytope.schema.json): the descriptions, and of a polytope of at most 64 "
      "vertices and dimension 6 also f_vector, volume and what else is quick; --fields names any");
  command.add_option("-o,--output", file,
                     "write this file instead, in the format of its extension: .json, .poly, .ext, .ine, .in, .latte, "
                     ".hrep, .vrep, .off, .stl, .ply");
  command.add_option("--to", format,
                     "print, or write, in this format: json, polymake, ext, ine, normaliz, latte, vrep, off, stl, ply");
  command.add_flag("--verify", verify, "check the two descriptions against each other first; a failure exits 1");
}

namespace {

/// What can be said of any polytope beyond its two descriptions.
std::vector<LazyField> general_fields(const Polytope& k, std::uint64_t effort) {
  std::vector<LazyField> fields = {{"f_vector", [&k]() -> Json { return f_vector(k); }}};
  std::ranges::move(number_fields(k, effort), std::back_inserter(fields));
  return fields;
}

void replace_or_add(std::vector<LazyField>& fields, std::vector<LazyField> known) {
  for (LazyField& field : known) {
    const auto same = std::ranges::find(fields, field.first, &LazyField::first);
    if (same == fields.end()) {
      fields.push_back(std::move(field));
    } else {
      *same = std::move(field);
    }
  }
}

template <class Value>
void check(const Value& k) {
  const PolytopeReport report = tropiary::verify(k);
  if (report.holds()) return;
  std::cerr << "tropiary: the polytope failed its check: " << report.failures.front() << '\n';
  throw CLI::RuntimeError(refuted);
}

bool is_small(const Polytope& k) { return k.vertices().size() <= 64 && k.dimension() <= 6; }

}  // namespace

bool PolytopeOutput::print_known(const std::vector<LazyField>& known) const {
  if (verify || fields.empty() || !file.empty() || !format.empty()) return false;
  const std::vector<std::string> names = split(fields);
  const auto find = [&](const std::string& name) { return std::ranges::find(known, name, &LazyField::first); };
  if (std::ranges::any_of(names, [&](const std::string& name) { return find(name) == known.end(); })) return false;
  Json chosen = Json::object();
  for (const std::string& name : names) chosen[name] = find(name)->second();
  print_json(chosen);
  return true;
}

bool PolytopeOutput::write(const Polyhedron& p) const {
  if (file.empty() && format.empty()) return false;
  if (!fields.empty()) {
    throw Error(Errc::invalid_argument, "polytope: --fields prints JSON and takes neither -o nor --to");
  }
  if (!file.empty()) {
    write_polyhedron(file, p, format.empty() ? std::nullopt : std::optional(polyhedron_format(format)));
  } else {
    std::cout << format_polyhedron(p, polyhedron_format(format));
  }
  return true;
}

void PolytopeOutput::print(const Polyhedron& p) const {
  if (p.is_bounded()) return print(to_polytope(p));
  if (verify) check(p);
  if (write(p)) return;
  if (!json && fields.empty()) {
    print_for_people(p);
    if (verify) std::cout << "verified: both descriptions agree\n";
    return;
  }
  const Json descriptions = Json::parse(to_json(p));
  if (fields.empty()) return print_json(descriptions);
  Json chosen = Json::object();
  for (const std::string& name : split(fields)) {
    if (!descriptions.contains(name)) {
      std::vector<std::string> names;
      for (const auto& [key, value] : descriptions.items()) names.push_back(key);
      throw Error(Errc::invalid_argument, "polytope: of an unbounded polyhedron there is no field \"" +
                                              abbreviated(name, 60) + "\"; there are " + joined(names, ", "));
    }
    chosen[name] = descriptions[name];
  }
  print_json(chosen);
}

void PolytopeOutput::print(const Polytope& k, std::vector<LazyField> known) const {
  if (verify) check(k);
  if (write(Polyhedron(k))) return;
  if (!json && fields.empty()) {
    print_for_people(k);
    if (verify) std::cout << "verified: both descriptions agree\n";
    return;
  }
  constexpr std::uint64_t unasked_effort = 100'000;
  constexpr std::uint64_t asked_effort = 1'000'000'000;
  std::vector<LazyField> lazy = general_fields(k, fields.empty() ? unasked_effort : asked_effort);
  if (!fields.empty()) replace_or_add(lazy, combinatorics_fields(k));
  replace_or_add(lazy, std::move(known));
  const Json descriptions = Json::parse(to_json(k));
  if (fields.empty()) {
    Json all = descriptions;
    for (const auto& [name, compute] : lazy) {
      if (!is_small(k) && name != "summand_vertices" && name != "sign_words") continue;
      try {
        all[name] = compute();
      } catch (const Error&) {  // no integer vertices, or out of reach: not shown unasked
      }
    }
    return print_json(all);
  }
  Json chosen = Json::object();
  for (const std::string& name : split(fields)) {
    const auto field = std::ranges::find(lazy, name, &LazyField::first);
    if (field != lazy.end()) {
      chosen[name] = field->second();
    } else if (descriptions.contains(name)) {
      chosen[name] = descriptions[name];
    } else {
      std::vector<std::string> names;
      for (const auto& [key, value] : descriptions.items()) names.push_back(key);
      for (const LazyField& f : lazy) names.push_back(f.first);
      throw Error(Errc::invalid_argument,
                  "polytope: unknown field \"" + abbreviated(name, 60) + "\"; known fields: " + joined(names, ", "));
    }
  }
  print_json(chosen);
}

}  // namespace tropiary::cli
