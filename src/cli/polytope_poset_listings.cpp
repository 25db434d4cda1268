#include <CLI/CLI.hpp>
#include <limits>
#include <memory>

#include "cli/cli.hpp"
#include "cli/line_writer.hpp"
#include "cli/output.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/relations.hpp"
#include "tropiary/polytope/canonical_triangulation.hpp"
#include "tropiary/polytope/order_polytope_faces.hpp"
#include "tropiary/polytope/poset_polytope_equivalence.hpp"

namespace tropiary::cli {

namespace {

struct Options {
  std::string source;
  std::string point;
  std::string dimension;
  bool count = false;
  std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();
  bool json = false;
};

Json positions(const ElementSet& set) {
  Json result = Json::array();
  for (const Element e : set) result.push_back(index(e));
  return result;
}

std::string simplex_line(const Poset& p, const CanonicalSimplex& simplex, bool json) {
  if (json) {
    Json line = Json::array();
    for (const ElementSet& set : simplex.up_sets) line.push_back(positions(set));
    return line.dump();
  }
  std::vector<std::string> sets;
  for (const ElementSet& set : simplex.up_sets) sets.push_back(set_text(p, set));
  return joined(sets, " < ");
}

void print_point(const Poset& p, const RationalVector& x, bool json) {
  const CanonicalSimplex simplex = canonical_simplex(p, x);
  const auto weights = up_set_weights(p, x);
  if (json) {
    Json extension = Json::array();
    for (const Element e : simplex.linear_extension) extension.push_back(index(e));
    Json chain = Json::array();
    for (const auto& [set, weight] : weights)
      chain.push_back({{"up_set", positions(set)}, {"weight", weight.to_string()}});
    return print_json({{"linear_extension", extension}, {"weights", chain}});
  }
  std::vector<std::string> labels;
  for (const Element e : simplex.linear_extension) labels.push_back(p.label(e));
  std::cout << "in the simplex of " << joined(labels, " < ") << '\n';
  for (const auto& [set, weight] : weights) std::cout << "  " << weight.to_string() << "  " << set_text(p, set) << '\n';
}

std::string face_line(const Poset& p, const OrderPolytopeFace& face, bool json) {
  if (json) {
    Json blocks = Json::array();
    for (const ElementSet& block : face.blocks) blocks.push_back(positions(block));
    return Json{{"dimension", face.blocks.size()},
                {"zero", positions(face.zero)},
                {"one", positions(face.one)},
                {"blocks", blocks}}
        .dump();
  }
  std::string text = std::to_string(face.blocks.size()) + "  0 = " + set_text(p, face.zero);
  for (const ElementSet& block : face.blocks) text += "  " + set_text(p, block);
  return text + "  " + set_text(p, face.one) + " = 1";
}

}  // namespace

void add_polytope_canonical_triangulation(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      polytope.add_subcommand("canonical-triangulation",
                              "The simplices of the canonical triangulation of the order polytope, or one of a point");
  command->add_option("POSET", options->source, poset_argument_help)->required();
  CLI::Option* count = command->add_flag("--count", options->count, "only their number, e(P); nothing is listed");
  CLI::Option* limit = command->add_option("--limit", options->limit, "stop after so many")->check(positive_number);
  command->add_option("--point", options->point, "the simplex that contains it, and its weights: \"1/3,1/2,1\"")
      ->excludes(count)
      ->excludes(limit);
  command->add_flag("--json", options->json,
                    "per line an array of up-sets, arrays of 0-based positions "
                    "(docs/schemas/canonical_triangulation.schema.json)");
  command->footer(
      "Each line is the chain of n + 1 up-sets whose indicators are the vertices of a simplex; for people their "
      "number\n"
      "comes first. Minimal points in place of up-sets give the triangulation of the chain polytope.\n\n"
      "Examples:\n"
      "  tropiary polytope canonical-triangulation N\n"
      "  tropiary polytope canonical-triangulation boolean:4 --count\n"
      "  tropiary polytope canonical-triangulation N --point 1/4,1/2,0,1");
  command->callback([options] {
    const Poset p = parse_poset_argument(options->source);
    if (!options->point.empty()) return print_point(p, parse_vector(options->point), options->json);
    if (options->count) {
      const std::string number = count_linear_extensions(p).to_string();
      if (options->json) return print_json({{"count", number}});
      std::cout << number << '\n';
      return;
    }
    LineWriter out;
    if (!options->json) {
      out.write_line(count_linear_extensions(p).to_string() + " simplices of volume 1/" + std::to_string(p.size()) +
                     "!");
    }
    std::uint64_t left = options->limit;
    for (const CanonicalSimplex& simplex : canonical_triangulation(p)) {
      if (left-- == 0 || !out.write_line(simplex_line(p, simplex, options->json))) return;
    }
  });
}

void add_polytope_order_faces(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      polytope.add_subcommand("order-faces", "The non-empty faces of the order polytope, as partitions of the poset");
  command->add_option("POSET", options->source, poset_argument_help)->required();
  command->add_option("--dimension", options->dimension, "only faces of this dimension")->check(whole_number);
  command->add_option("--limit", options->limit, "stop after so many")->check(positive_number);
  command->add_flag("--json", options->json,
                    "per line {\"dimension\", \"zero\", \"one\", \"blocks\"} with 0-based positions "
                    "(docs/schemas/order_polytope_face.schema.json)");
  command->footer(
      "On a face x is 0 on the first set, 1 on the last and constant on each set between; their number is the\n"
      "dimension. Numbers of faces: tropiary polytope order POSET --fields f_vector\n\n"
      "Examples:\n"
      "  tropiary polytope order-faces N\n"
      "  tropiary polytope order-faces boolean:3 --dimension 1 --json\n"
      "  tropiary polytope order-faces grid:4x4 --limit 10");
  command->callback([options] {
    const Poset p = parse_poset_argument(options->source);
    LineWriter out;
    std::uint64_t left = options->limit;
    for (const OrderPolytopeFace& face : order_polytope_faces(p)) {
      if (!options->dimension.empty() && std::to_string(face.blocks.size()) != options->dimension) continue;
      if (left-- == 0 || !out.write_line(face_line(p, face, options->json))) return;
    }
  });
}

void add_polytope_order_equivalents(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(
      "order-equivalents", "All posets with a unimodularly equivalent order polytope, up to isomorphism");
  command->add_option("POSET", options->source, poset_argument_help)->required();
  command->add_flag("--json", options->json, "one digraph6 string per line, in quotes");
  command->footer(
      "Their Hasse diagrams with both bounds are related by flips: a piece that hangs on two comparable points is "
      "turned\n"
      "upside down. Two order polytopes are equivalent iff they are combinatorially isomorphic.\n\n"
      "Examples:\n"
      "  tropiary polytope order-equivalents \"1<2<3, 1<4\"\n"
      "  tropiary polytope order-equivalents fence:6 --json");
  command->callback([options] {
    LineWriter out;
    for (const Poset& q : order_polytope_equivalence_class(parse_poset_argument(options->source))) {
      if (!out.write_line(options->json ? Json(to_digraph6(q)).dump() : to_relations_text(q))) return;
    }
  });
}

}  // namespace tropiary::cli
