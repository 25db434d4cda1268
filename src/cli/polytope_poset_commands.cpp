#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cli.hpp"
#include "cli/labelled_points.hpp"
#include "cli/polytope_output.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/polytope/chain_order_polytope.hpp"
#include "tropiary/polytope/marked_poset_polytopes.hpp"
#include "tropiary/polytope/order_polytope_faces.hpp"
#include "tropiary/polytope/poset_polytope_equivalence.hpp"
#include "tropiary/polytope/poset_polytope_graph.hpp"
#include "tropiary/polytope/poset_polytope_numbers.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary::cli {

namespace {

struct Options {
  std::string source;
  std::string chain_part;
  std::string marks;
  PolytopeOutput output;
};

Json edges_json(const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
  Json result = Json::array();
  for (const auto& [i, j] : edges) result.push_back({i, j});
  return result;
}

Json facets_json(const std::vector<AffineForm>& facets) {
  Json rows = Json::array();
  for (const AffineForm& facet : facets) {
    std::vector<Integer> row = {facet.constant};
    row.insert(row.end(), facet.normal.begin(), facet.normal.end());
    rows.push_back(integers_json(row));
  }
  return rows;
}

/// What order and chain polytopes and those between them share, by theorems: no polytope is measured.
std::vector<LazyField> shared_fields(const Poset& p) {
  return {{"dimension", [&p]() -> Json { return p.size(); }},
          {"ambient_dimension", [&p]() -> Json { return p.size(); }},
          {"volume", [&p]() -> Json { return order_polytope_volume(p).to_string(); }},
          {"lattice_points", [&p]() -> Json { return integer_json(count_up_sets(p)); }},
          {"ehrhart_polynomial", [&p]() -> Json { return vector_json(order_polytope_ehrhart_polynomial(p)); }},
          {"h_star", [&p]() -> Json { return integers_json(order_polytope_h_star(p)); }}};
}

/// Shown only when asked for.
void add_asked_fields(const Poset& p, std::vector<LazyField>& fields) {
  fields.emplace_back("degree", [&p]() -> Json { return order_polytope_degree(p); });
  fields.emplace_back("codegree", [&p]() -> Json { return order_polytope_codegree(p); });
  fields.emplace_back("is_gorenstein", [&p]() -> Json { return is_order_polytope_gorenstein(p); });
  fields.emplace_back("order_chain_equivalent", [&p]() -> Json { return are_order_and_chain_polytope_equivalent(p); });
}

std::vector<LazyField> order_fields(const Poset& p, bool asked) {
  std::vector<LazyField> fields = shared_fields(p);
  fields.emplace_back("f_vector", [&p] { return integers_json(order_polytope_f_vector(p)); });
  if (asked) {
    add_asked_fields(p, fields);
    fields.emplace_back("facets", [&p] { return facets_json(order_polytope_facets(p)); });
    fields.emplace_back("facet_count", [&p]() -> Json { return integer_json(count_order_polytope_facets(p)); });
    fields.emplace_back("vertex_graph", [&p] { return edges_json(order_polytope_edges(p)); });
    fields.emplace_back("edge_count", [&p]() -> Json { return integer_json(count_order_polytope_edges(p)); });
    fields.emplace_back("diameter", [&p]() -> Json { return order_polytope_diameter(p); });
  }
  return fields;
}

std::vector<LazyField> chain_fields(const Poset& p, bool asked) {
  std::vector<LazyField> fields = shared_fields(p);
  fields.emplace_back("f_vector", [&p] { return integers_json(chain_polytope_f_vector(p)); });
  if (asked) {
    add_asked_fields(p, fields);
    fields.emplace_back("facet_count", [&p]() -> Json { return integer_json(count_chain_polytope_facets(p)); });
    fields.emplace_back("vertex_graph", [&p] { return edges_json(chain_polytope_edges(p)); });
    fields.emplace_back("edge_count", [&p]() -> Json { return integer_json(count_order_polytope_edges(p)); });
    fields.emplace_back("diameter", [&p]() -> Json { return chain_polytope_diameter(p); });
  }
  return fields;
}

/// The polytope is made only when a field asks for it.
template <class Construct>
void print_lazily(const PolytopeOutput& output, std::vector<LazyField> known, Construct construct) {
  if (!output.print_known(known)) output.print(construct(), std::move(known));
}

template <class Construct, class Fields>
void add_from_poset(CLI::App& polytope, const std::string& name, const char* description, Construct construct,
                    Fields fields) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(name, description);
  command->add_option("POSET", options->source, poset_argument_help)->required();
  options->output.add_to(*command);
  command->footer(
      "Further --fields: facet_count, vertex_graph (the edges), edge_count, diameter, degree, codegree, "
      "is_gorenstein,\n"
      "order_chain_equivalent. All numbers come from the poset; the polytope is built only for the other fields.\n\n"
      "Examples:\n  tropiary polytope " +
      name + " N\n  tropiary polytope " + name + " \"1<2, 1<3\" --json\n  tropiary polytope " + name +
      " grid:5x6 --fields volume,h_star,diameter,is_gorenstein");
  command->callback([options, construct, fields] {
    const Poset p = parse_poset_argument(options->source);
    print_lazily(options->output, fields(p, !options->output.fields.empty()), [&] { return construct(p); });
  });
}

/// "a=0,b=3/2" by labels.
MarkedPoset parse_marks(const Poset& p, const std::string& text) {
  std::vector<std::pair<Element, Rational>> marks;
  for (const std::string& part : split(text)) {
    const std::size_t equals = part.rfind('=');
    if (equals == std::string::npos) {
      throw Error(Errc::invalid_argument, "--marks: \"" + abbreviated(part, 60) + "\" is not of the form label=number");
    }
    const auto trimmed = [](std::string word) {
      word.erase(0, word.find_first_not_of(' '));
      word.erase(word.find_last_not_of(' ') + 1);
      return word;
    };
    marks.emplace_back(labelled_point(p, trimmed(part.substr(0, equals)), "--marks"),
                       Rational(trimmed(part.substr(equals + 1))));
  }
  return {p, std::move(marks)};
}

ElementSet parse_chain_part(const Poset& p, const std::string& text) {
  ElementSet result(p.size());
  if (text.empty()) return result;
  for (const Element e : labelled_points(p, text, "--chain-part")) result.insert(e);
  return result;
}

/// The number of coordinates and what is counted on the poset, for marked order polytopes.
std::vector<LazyField> marked_fields(const MarkedPoset& marked) {
  return {{"ambient_dimension", [&marked]() -> Json { return marked.unmarked().size(); }},
          {"volume", [&marked]() -> Json { return marked_order_polytope_volume(marked).to_string(); }},
          {"lattice_points",
           [&marked]() -> Json { return integer_json(count_marked_order_polytope_lattice_points(marked)); }},
          {"ehrhart_polynomial",
           [&marked]() -> Json { return vector_json(marked_order_polytope_ehrhart_polynomial(marked)); }}};
}

constexpr const char* marks_help = "numbers at points, by labels: \"a=0,b=7/2\"; all minimal and maximal points";

void add_marked_order(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(
      "marked-order", "The marked order polytope: all ways to extend numbers at some points, preserving the order");
  command->add_option("POSET", options->source, poset_argument_help)->required();
  command->add_option("--marks", options->marks, marks_help)->required();
  options->output.add_to(*command);
  command->footer(
      "Coordinates are the points without marks, in their order.\n\n"
      "Examples:\n"
      "  tropiary polytope marked-order \"a<p<b, a<q<b\" --marks a=0,b=3\n"
      "  tropiary polytope marked-order diamond --marks 1=0,4=5/2 --fields volume,facets");
  command->callback([options] {
    const MarkedPoset marked = parse_marks(parse_poset_argument(options->source), options->marks);
    print_lazily(options->output, marked_fields(marked), [&] { return marked_order_polytope(marked); });
  });
}

void add_chain_order(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(
      "chain-order", "Between the order polytope (no chain part) and the chain polytope (all points)");
  command->add_option("POSET", options->source, poset_argument_help)->required();
  command->add_option("--chain-part", options->chain_part, "points by labels, separated by commas; none without it");
  command->add_option("--marks", options->marks, std::string(marks_help) + "; without it bounds 0 and 1 are added");
  options->output.add_to(*command);
  command->footer(
      "All chain parts give the same volume and Ehrhart polynomial.\n\n"
      "Examples:\n"
      "  tropiary polytope chain-order N --chain-part 1,2\n"
      "  tropiary polytope chain-order \"a<p<q<b, a<r<b\" --marks a=0,b=2 --chain-part p,r --json");
  command->callback([options] {
    const Poset p = parse_poset_argument(options->source);
    const ElementSet chain_part = parse_chain_part(p, options->chain_part);
    if (!options->marks.empty()) {
      return options->output.print(marked_chain_order_polytope(parse_marks(p, options->marks), chain_part));
    }
    print_lazily(options->output, shared_fields(p), [&] { return chain_order_polytope(p, chain_part); });
  });
}

void add_gelfand_tsetlin(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(
      "gelfand-tsetlin", "The Gelfand-Tsetlin polytope: triangles of numbers with the given top row");
  command->add_option("PARTS", options->source, "the top row, descending: 4,2,1")->required();
  options->output.add_to(*command);
  command->footer(
      "Coordinates are the rows below from left to right. For integers the lattice points are as many as the "
      "dimension\n"
      "of the representation of GL_n with this highest weight.\n\n"
      "Examples:\n"
      "  tropiary polytope gelfand-tsetlin 4,2,1\n"
      "  tropiary polytope gelfand-tsetlin 5,3,1,0 --fields lattice_points,f_vector");
  command->callback([options] {
    const MarkedPoset marked = gelfand_tsetlin_poset(parse_vector(options->source));
    print_lazily(options->output, marked_fields(marked), [&] { return marked_order_polytope(marked); });
  });
}

}  // namespace

void add_polytope_poset_commands(CLI::App& polytope) {
  add_from_poset(
      polytope, "order", "The order polytope of a poset, by the theorem",
      [](const Poset& p) { return order_polytope(p); }, order_fields);
  add_from_poset(
      polytope, "chain", "The chain polytope of a poset, by the theorem",
      [](const Poset& p) { return chain_polytope(p); }, chain_fields);
  add_chain_order(polytope);
  add_marked_order(polytope);
  add_gelfand_tsetlin(polytope);
  add_polytope_order_faces(polytope);
  add_polytope_canonical_triangulation(polytope);
  add_polytope_order_equivalents(polytope);
}

}  // namespace tropiary::cli
