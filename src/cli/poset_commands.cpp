#include <CLI/CLI.hpp>
#include <limits>
#include <memory>

#include "cli/cli.hpp"
#include "cli/output.hpp"
#include "cli/poset_fields.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/modular_decomposition.hpp"
#include "tropiary/order/relations.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary::cli {

namespace {

PosetSubject read_subject(const std::string& text) {
  PosetSubject subject{parse_term_argument(text), {}};
  subject.poset = expand(subject.term);
  subject.series_parallel = subject.poset.size() <= Poset::closure_limit && is_series_parallel(subject.poset);
  return subject;
}

std::vector<std::string> field_names() {
  std::vector<std::string> names;
  for (const PosetField& field : poset_fields()) names.emplace_back(field.name);
  return names;
}

/// The fields asked for, all of them or an error; without `names` the cheap ones.
Json compute_fields(const PosetSubject& subject, const std::vector<std::string>& names) {
  Json result = Json::object();
  for (const std::string& name : names) {
    const auto fields = poset_fields();
    const auto field = std::ranges::find_if(fields, [&](const PosetField& f) { return name == f.name; });
    if (field == fields.end()) {
      throw Error(Errc::invalid_argument, "poset info: unknown field \"" + abbreviated(name, 60) +
                                              "\"; known fields: " + joined(field_names(), ", "));
    }
    result[name] = field->compute(subject);
  }
  if (!names.empty()) return result;
  for (const PosetField& field : poset_fields()) {
    if (!field.is_cheap(subject)) continue;
    try {
      result[field.name] = field.compute(subject);
    } catch (const Error& error) {
      if (error.code() != Errc::too_large) throw;  // out of reach after all: not shown unasked
    }
  }
  return result;
}

/// Permutations as products of cycles of labels: "(a b)(c d), (e f)".
std::string generators_text(const Poset& p, const Json& generators) {
  std::vector<std::string> texts;
  for (const Json& images : generators) {
    std::string text;
    std::vector<bool> done(p.size());
    for (std::size_t x = 0; x < p.size(); ++x) {
      if (done[x] || images[x] == x) continue;
      std::vector<std::string> cycle;
      for (std::size_t y = x; !done[y]; y = images[y].get<std::size_t>()) {
        done[y] = true;
        cycle.push_back(p.label(element(y)));
      }
      text += "(" + joined(cycle, " ") + ")";
    }
    texts.push_back(std::move(text));
  }
  return texts.empty() ? "none" : abbreviated(joined(texts, ", "));
}

/// "{a, b}, {c}".
std::string sets_text(const Poset& p, const Json& sets) {
  std::vector<std::string> texts;
  for (const Json& positions : sets) {
    ElementSet set(p.size());
    for (const Json& x : positions) set.insert(element(x.get<std::size_t>()));
    texts.push_back(set_text(p, set));
  }
  return abbreviated(joined(texts, ", "));
}

std::string labels_text(const Poset& p, const Json& positions, std::string_view separator) {
  std::vector<std::string> labels;
  for (const Json& x : positions) labels.push_back(p.label(element(x.get<std::size_t>())));
  return joined(labels, separator);
}

/// Chains or linear extensions: "a < b, c < d".
std::string chains_text(const Poset& p, const Json& chains) {
  std::vector<std::string> texts;
  for (const Json& chain : chains) texts.push_back(labels_text(p, chain, " < "));
  return abbreviated(joined(texts, ", "));
}

/// "2/5 of a, c", or "none" for a chain.
std::string balance_text(const Poset& p, const Json& balance) {
  if (balance.is_null()) return "none";
  return balance["value"].get<std::string>() + " of " + labels_text(p, balance["pair"], ", ");
}

/// A JSON value as people read it.
std::string readable(const std::string& name, const Json& value, const Poset& p) {
  if (name == "covers") return abbreviated(to_relations_text(p));
  if (name == "labels") return abbreviated(joined(p.labels(), ", "));
  if (name == "order_polynomial" || name == "strict_order_polynomial" || name == "zeta_polynomial") {
    RationalVector coefficients;
    for (const Json& c : value) coefficients.emplace_back(std::string_view(c.get_ref<const std::string&>()));
    return polynomial_text(coefficients, name[0] == 'z' ? 'q' : 'm');
  }
  if (name == "automorphism_generators") return generators_text(p, value);
  if (name == "orbits" || name == "minimum_antichain_decomposition") return sets_text(p, value);
  if (name == "minimum_chain_decomposition" || name == "realiser") return chains_text(p, value);
  if (name == "maximum_antichain") return abbreviated("{" + labels_text(p, value, ", ") + "}");
  if (name == "balance_constant") return balance_text(p, value);
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  return value.is_string() ? abbreviated(value.get<std::string>()) : value.dump();
}

/// Why the tests among the fields that say no do so.
Json find_witnesses(const Poset& p, const Json& values) {
  Json witnesses = Json::object();
  for (const auto& [name, value] : values.items()) {
    const std::optional<PosetClass> c = class_of_field(name);
    if (!c || value.get<bool>()) continue;
    const Obstruction found = obstruction(p, *c).value();
    Json points = Json::array();
    for (const Element e : found.points) points.push_back(index(e));
    witnesses[name] = {{"kind", to_string(found.kind)}, {"points", points}};
  }
  return witnesses;
}

std::string readable_witness(const Json& witness, const Poset& p) {
  std::vector<std::string> labels;
  for (const Json& point : witness["points"]) labels.push_back(p.label(element(point.get<std::size_t>())));
  return witness["kind"].get<std::string>() + (labels.empty() ? "" : " of " + joined(labels, ", "));
}

void add_info(CLI::App& poset) {
  struct Options {
    std::string source;
    std::string fields;
    bool witness = false;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = poset.add_subcommand("info", "Size, covers, counts and properties of a poset");
  command->add_option("POSET", options->source, poset_argument_help)->required();
  command->add_option("--fields", options->fields,
                      "only these, comma-separated; without it: all that are cheap for this poset");
  command->add_flag("--witness", options->witness, "for each test whose answer is no: the points that show it");
  command->add_flag("--json", options->json, "one JSON object (docs/schemas/poset_info.schema.json)");
  command->footer(
      "Fields: " + joined(field_names(), ", ") +
      "\n\nExamples:\n"
      "  tropiary poset info N\n"
      "  tropiary poset info \"a<b<c, d<c\" --json\n"
      "  tropiary poset info crown:3 --fields is_lattice,is_interval_order --witness\n"
      "  tropiary poset info \"N(chain:2, ., antichain:3, .)\" --fields up_set_count,linear_extension_count");
  command->callback([options] {
    const PosetSubject subject = read_subject(options->source);
    Json values = compute_fields(subject, split(options->fields));
    const Json witnesses = options->witness ? find_witnesses(subject.poset, values) : Json::object();
    if (options->json) {
      if (options->witness) values["witnesses"] = witnesses;
      return print_json(values);
    }
    Table table;
    for (const auto& [name, value] : values.items()) {
      std::string text = readable(name, value, subject.poset);
      if (witnesses.contains(name)) text += ": " + readable_witness(witnesses[name], subject.poset);
      table.add(name, text);
    }
    table.print(std::cout);
  });
}

void add_up_sets(CLI::App& poset) {
  struct Options {
    std::string source;
    bool count = false;
    std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = poset.add_subcommand("up-sets", "List or count the up-sets (order filters)");
  command->add_option("POSET", options->source, poset_argument_help)->required();
  command->add_flag("--count", options->count, "only their number; nothing is listed");
  command->add_option("--limit", options->limit, "stop after so many")->check(whole_number);
  command->add_flag(
      "--json", options->json,
      "one JSON array of 0-based positions per line, or {\"count\": \"8\"} (docs/schemas/up_sets.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary poset up-sets N\n"
      "  tropiary poset up-sets boolean:5 --count\n"
      "  tropiary poset up-sets fence:40 --limit 10 --json");
  command->callback([options] {
    const Term term = parse_term_argument(options->source);
    if (options->count) {
      const std::string count = count_up_sets(term).to_string();
      if (options->json) return print_json({{"count", count}});
      std::cout << count << '\n';
      return;
    }
    const Poset p = expand(term);
    std::uint64_t listed = 0;
    for (const ElementSet& set : up_sets(p)) {
      if (listed++ == options->limit) break;
      if (options->json) {
        Json positions = Json::array();
        for (const Element e : set) positions.push_back(index(e));
        print_json(positions);
      } else {
        std::cout << set_text(p, set) << '\n';
      }
      if (!std::cout) break;  // nobody reads on
    }
  });
}

}  // namespace

void add_poset_commands(CLI::App& app) {
  CLI::App* poset = app.add_subcommand("poset", "Finite partially ordered sets");
  poset->require_subcommand(1);
  add_info(*poset);
  add_poset_draw(*poset);
  add_up_sets(*poset);
  add_poset_up_set_lattice(*poset);
  add_poset_birkhoff(*poset);
  add_poset_maximal_chains(*poset);
  add_poset_maximal_antichains(*poset);
  add_poset_linear_extensions(*poset);
  add_poset_isomorphic(*poset);
  add_poset_canonical(*poset);
  add_poset_enumerate(*poset);
  add_poset_merge(*poset);
  add_poset_construct(*poset);
  add_poset_random(*poset);
  add_poset_names(*poset);
}

}  // namespace tropiary::cli
