#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cli.hpp"
#include "cli/output.hpp"
#include "cli/polytope_input.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/draw_polytope.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/polytope/equivalence.hpp"
#include "tropiary/polytope/normal_fan.hpp"

namespace tropiary::cli {
namespace {

constexpr const char* kind_help =
    "combinatorial (face lattices), affine or unimodular (maps that keep the integer points)";

void add_kind(CLI::App& command, std::string& kind) {
  command.add_option("--kind", kind, kind_help)
      ->check(CLI::IsMember({"combinatorial", "affine", "unimodular"}))
      ->capture_default_str();
}

Json map_json(const AffineTransformation& map) {
  Json matrix = Json::array();
  for (const RationalVector& row : map.matrix) matrix.push_back(vector_json(row));
  return {{"matrix", matrix}, {"translation", vector_json(map.translation)}};
}

std::string positions_text(const std::vector<std::size_t>& positions) {
  std::string text;
  for (const std::size_t i : positions) text += (text.empty() ? "" : " ") + std::to_string(i);
  return text;
}

void print_for_people(const EquivalenceReport& report, const std::string& kind) {
  if (!report.equivalent) {
    std::cout << "not equivalent (" << kind << "): " << report.difference << '\n';
    return;
  }
  std::cout << "equivalent (" << kind << ")\nimages of the vertices: " << positions_text(report.vertex_images) << '\n';
  if (!report.map) return;
  std::cout << "x -> M x + b with\n";
  for (const RationalVector& row : report.map->matrix) std::cout << "  " << vector_text(row) << '\n';
  std::cout << "b = " << vector_text(report.map->translation) << '\n';
}

void add_equivalent(CLI::App& polytope) {
  struct Options {
    std::string a, b;
    std::string kind = "combinatorial";
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(
      "equivalent",
      "Whether two polytopes are equivalent: status 0 and the map, or status 1 and an invariant that differs");
  command->add_option("A", options->a, polytope_file_help)->required();
  command->add_option("B", options->b, "another one")->required();
  add_kind(*command, options->kind);
  command->add_flag("--json", options->json, "one JSON object (docs/schemas/polytope_equivalent.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary polytope equivalent square.json trapezium.json\n"
      "  tropiary polytope equivalent a.json b.json --kind unimodular --json");
  command->callback([options] {
    const EquivalenceReport report =
        find_equivalence(read_polytope(options->a), read_polytope(options->b), equivalence(options->kind));
    if (options->json) {
      Json answer{{"kind", options->kind}, {"equivalent", report.equivalent}};
      if (report.equivalent) {
        answer["vertex_images"] = report.vertex_images;
        if (report.map) answer["map"] = map_json(*report.map);
      } else {
        answer["difference"] = report.difference;
      }
      print_json(answer);
    } else {
      print_for_people(report, options->kind);
    }
    if (!report.equivalent) throw CLI::RuntimeError(refuted);
  });
}

void add_automorphisms(CLI::App& polytope) {
  struct Options {
    std::string source;
    std::string kind = "combinatorial";
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(
      "automorphisms", "The automorphisms of a polytope as permutations of its vertices, counted from 0");
  command->add_option("FILE", options->source, polytope_file_help)->required();
  add_kind(*command, options->kind);
  command->add_flag("--json", options->json, "one JSON object (docs/schemas/polytope_automorphisms.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary polytope automorphisms square.json\n"
      "  tropiary polytope order antichain:3 --json | tropiary polytope automorphisms - --kind unimodular --json");
  command->callback([options] {
    const PolytopeAutomorphisms group =
        polytope_automorphisms(read_polytope(options->source), equivalence(options->kind));
    if (options->json) {
      return print_json({{"kind", options->kind},
                         {"order", group.order.to_string()},
                         {"generators", group.generators},
                         {"orbits", group.orbits}});
    }
    std::cout << "order " << group.order << '\n';
    for (const auto& generator : group.generators) std::cout << "generator  " << positions_text(generator) << '\n';
    for (const auto& orbit : group.orbits) std::cout << "orbit      " << positions_text(orbit) << '\n';
  });
}

void add_normal_fan(CLI::App& polytope) {
  struct Options {
    std::string source;
    bool all = false;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(
      "normal-fan", "The cones of the linear forms that are largest on each vertex, or on each face");
  command->add_option("FILE", options->source, polytope_file_help)->required();
  command->add_flag("--all", options->all, "the cones of all faces, not of the vertices alone");
  command->add_flag("--json", options->json, "one JSON object (docs/schemas/normal_fan.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary polytope normal-fan square.json\n"
      "  tropiary polytope order N --json | tropiary polytope normal-fan - --all --json");
  command->callback([options] {
    const Polytope k = read_polytope(options->source);
    const NormalFan fan = normal_fan(k, options->all);
    if (options->json) {
      Json rays = Json::array();
      Json lineality = Json::array();
      Json cones = Json::array();
      for (const auto& ray : fan.rays) rays.push_back(integers_json(ray));
      for (const auto& line : fan.lineality) lineality.push_back(integers_json(line));
      for (const NormalCone& cone : fan.cones) cones.push_back({{"vertices", cone.vertices}, {"rays", cone.rays}});
      return print_json({{"rays", rays}, {"lineality", lineality}, {"cones", cones}});
    }
    const auto print_rows = [](const char* name, const std::vector<std::vector<Integer>>& rows) {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        std::cout << name << ' ' << i << "  " << vector_text(RationalVector(rows[i].begin(), rows[i].end())) << '\n';
      }
    };
    print_rows("ray", fan.rays);
    print_rows("line", fan.lineality);
    for (const NormalCone& cone : fan.cones) {
      std::cout << "cone of vertices " << positions_text(cone.vertices) << ": rays " << positions_text(cone.rays)
                << '\n';
    }
  });
}

void add_draw(CLI::App& polytope) {
  struct Options {
    std::string source;
    std::string output = "-";
    std::string labels = "positions";
    std::vector<double> view;
    std::size_t facet = 0;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(
      "draw", "A picture as SVG: polygons, bodies with hidden edges dashed, Schlegel diagrams in dimension four");
  command->add_option("FILE", options->source, polytope_file_help)->required();
  command->add_option("-o,--output", options->output, "file to write; - is standard output");
  command->add_option("--labels", options->labels, "what stands beside the vertices; positions are counted from 1")
      ->check(CLI::IsMember({"positions", "coordinates", "none"}))
      ->capture_default_str();
  command
      ->add_option("--view", options->view, "x,y,z: from where it is seen (without it, from where it looks clearest)")
      ->delimiter(',')
      ->expected(3);
  CLI::Option* facet =
      command->add_option("--facet", options->facet,
                          "the outer facet of a Schlegel diagram, counted from 0 (without it, one with most vertices)");
  command->add_flag("--json", options->json, "print {\"files\": [...]} after writing (docs/schemas/draw.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary polytope order antichain:3 --json | tropiary polytope draw - -o cube.svg --labels coordinates\n"
      "  tropiary polytope order antichain:4 --json | tropiary polytope draw - -o tesseract.svg --labels none");
  command->callback([options, facet] {
    if (options->json && options->output == "-") {
      throw Error(Errc::invalid_argument, "polytope draw: --json needs a file (-o FILE)");
    }
    if (options->output != "-" && !options->output.ends_with(".svg")) {
      throw Error(Errc::invalid_argument,
                  "polytope draw: the extension of \"" + abbreviated(options->output, 80) + "\" is not .svg");
    }
    PolytopeDrawOptions drawing;
    drawing.labels = vertex_labels(options->labels);
    if (!options->view.empty()) drawing.view = {options->view[0], options->view[1], options->view[2]};
    if (facet->count() != 0) drawing.facet = options->facet;
    const std::string text = to_svg(read_polytope(options->source), drawing);
    if (options->output == "-") {
      std::cout << text;
      return;
    }
    write_files({{options->output, text}});
    if (options->json) print_json({{"files", {options->output}}});
  });
}

}  // namespace

void add_polytope_combinatorics(CLI::App& polytope) {
  add_equivalent(polytope);
  add_automorphisms(polytope);
  add_normal_fan(polytope);
  add_draw(polytope);
}

}  // namespace tropiary::cli
