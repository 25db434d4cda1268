#include "cli/polytope_sum_commands.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cli.hpp"
#include "cli/output.hpp"
#include "cli/polytope_input.hpp"
#include "cli/polytope_output.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/polytope/ehrhart.hpp"
#include "tropiary/polytope/minkowski_difference.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/mixed_subdivision.hpp"
#include "tropiary/polytope/mixed_volume.hpp"
#include "tropiary/polytope/zonotope.hpp"

namespace tropiary::cli {

namespace {

struct Options {
  std::vector<std::string> sources;
  std::string engine = "automatic";
  std::string rows;
  bool json = false;
  PolytopeOutput output;

  [[nodiscard]] std::vector<Polytope> polytopes() const {
    std::vector<Polytope> result;
    for (const std::string& path : sources) result.push_back(read_polytope(path, {hull_engine(engine)}));
    return result;
  }
};

// "1,0; 0,1" as rows.
RationalMatrix parse_rows(std::string_view text) {
  RationalMatrix rows;
  for (const std::string& row : split(text, ';')) rows.push_back(parse_vector(row));
  return rows;
}

std::string text_of_file(const std::string& path) { return read_file(path.starts_with('@') ? path.substr(1) : path); }

void add_minkowski(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand("minkowski", "The Minkowski sum of the hulls in two or more files");
  command->add_option("FILES", options->sources, polytope_file_help)->required()->expected(2, 1 << 20);
  command->add_option("--engine", options->engine,
                      "automatic: without a hull; another one: a hull of pairwise sums by cgal_planar, cgal_spatial, "
                      "cgal_d, double_description or brute_force");
  options->output.add_to(*command);
  command->footer(
      "Examples:\n"
      "  tropiary polytope minkowski square.json triangle.json\n"
      "  tropiary polytope minkowski a.json b.json c.json --json    (adds summand_vertices)");
  command->callback([options] {
    const MinkowskiSum sum = minkowski_sum(options->polytopes(), {hull_engine(options->engine)});
    options->output.print(sum.polytope, {{"summand_vertices", [&sum]() -> Json { return sum.summand_vertices; }}});
  });
}

void add_difference(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand("difference", "The Minkowski difference of two: all x with x + B in A");
  command->add_option("FILES", options->sources, polytope_file_help)->required()->expected(2);
  options->output.add_to(*command);
  command->footer(
      "Examples:\n"
      "  tropiary polytope difference a.json b.json\n"
      "  tropiary polytope difference a.json b.json --json");
  command->callback([options] {
    const std::vector<Polytope> ab = options->polytopes();
    options->output.print(minkowski_difference(ab[0], ab[1]));
  });
}

void add_summand(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      polytope.add_subcommand("summand", "Whether B + C = A for some C; exit status 1 when there is none");
  command->add_option("FILES", options->sources, polytope_file_help)->required()->expected(2);
  command->add_flag("--json", options->json, "one JSON object (docs/schemas/summand.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary polytope summand a.json b.json\n"
      "  tropiary polytope summand a.json b.json --json    (the complement, or a vertex that shows there is none)");
  command->callback([options] {
    const std::vector<Polytope> ab = options->polytopes();
    const SummandTest test = is_summand(ab[0], ab[1]);
    if (options->json) {
      print_json({{"holds", test.holds},
                  {"complement", test.complement ? Json::parse(to_json(*test.complement)) : Json()},
                  {"witness", test.holds ? Json() : vector_json(test.witness)}});
    } else if (test.holds) {
      std::cout << "a summand: the other one has the vertices\n";
      for (const RationalVector& x : test.complement->vertices()) std::cout << "  " << vector_text(x) << '\n';
    } else {
      std::cout << "no summand: the vertex " << vector_text(test.witness) << " lies in no translate inside\n";
    }
    if (!test.holds) throw CLI::RuntimeError(refuted);
  });
}

void add_mixed_volume(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(
      "mixed-volume", "The mixed volume of n polytopes in R^n: n! times the volume for equal ones");
  command->add_option("FILES", options->sources, polytope_file_help)->required()->expected(1, 1 << 20);
  command->add_flag("--json", options->json, "one JSON object (docs/schemas/mixed_volume.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary polytope mixed-volume square.json triangle.json\n"
      "  tropiary polytope mixed-volume a.json b.json c.json --json");
  command->callback([options] {
    const Rational volume = mixed_volume(options->polytopes());
    if (options->json) {
      print_json({{"mixed_volume", volume.to_string()}});
    } else {
      std::cout << volume << '\n';
    }
  });
}

void add_cayley(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      polytope.add_subcommand("cayley", "The Cayley polytope: the hull of all K_i times the i-th unit vector");
  command->add_option("FILES", options->sources, polytope_file_help)->required()->expected(1, 1 << 20);
  options->output.add_to(*command);
  command->footer(
      "Examples:\n"
      "  tropiary polytope cayley square.json triangle.json\n"
      "  tropiary polytope cayley a.json b.json --json --verify");
  command->callback([options] { options->output.print(cayley_polytope(options->polytopes())); });
}

void add_mixed_subdivision(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command = polytope.add_subcommand(
      "mixed-subdivision", "The mixed subdivision of the sum of point sets that a height for each point induces");
  command->add_option("FILES", options->sources, "JSON files {\"points\": [[0, 1], ...]}; their points count from 0")
      ->required()
      ->expected(1, 1 << 20);
  command->add_option("--heights", options->rows, "for each file the heights of its points: \"0,1,5; 2,0\"")
      ->required();
  command->add_flag("--json", options->json, "one JSON object (docs/schemas/mixed_subdivision.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary polytope mixed-subdivision square.json triangle.json --heights \"0,3,5,1; 2,0,0\"\n"
      "  tropiary polytope mixed-subdivision a.json b.json --heights \"0,1; 1,0\" --json");
  command->callback([options] {
    std::vector<RationalMatrix> sets;
    for (const std::string& path : options->sources) sets.push_back(points_from_json(text_of_file(path)).points);
    const MixedSubdivision subdivision = mixed_subdivision(sets, parse_rows(options->rows));
    if (options->json) {
      Json cells = Json::array();
      for (const MixedCell& cell : subdivision.cells) {
        cells.push_back({{"points", cell.points}, {"type", cell.type}, {"volume", cell.volume.to_string()}});
      }
      return print_json({{"fine", subdivision.fine}, {"cells", std::move(cells)}});
    }
    std::cout << subdivision.cells.size() << (subdivision.cells.size() == 1 ? " cell" : " cells")
              << (subdivision.fine ? ", fine\n" : ", not fine\n");
    for (const MixedCell& cell : subdivision.cells) {
      std::string text;
      for (std::size_t k = 0; k < cell.points.size(); ++k) {
        std::vector<std::string> names;
        for (const std::size_t i : cell.points[k]) names.push_back(std::to_string(i));
        text += (k == 0 ? "{" : " + {") + joined(names, ", ") + "}";
      }
      std::cout << "  " << text << "   volume " << cell.volume << '\n';
    }
  });
}

void add_zonotope(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      polytope.add_subcommand("zonotope", "The sum of the segments from 0 to given generators, without a hull");
  CLI::Option* file =
      command->add_option("FILE", options->sources, "JSON file {\"generators\": [[1, 0], ...]}; - is standard input")
          ->expected(0, 1);
  command->add_option("--generators", options->rows, "instead of a file: \"1,0; 0,1; 1,1\"")->excludes(file);
  options->output.add_to(*command);
  command->footer(
      "Examples:\n"
      "  tropiary polytope zonotope --generators \"1,0; 0,1; 1,1\"\n"
      "  tropiary polytope zonotope generators.json --json    (adds sign_words)");
  command->callback([options] {
    std::size_t ambient = 0;
    RationalMatrix generators;
    if (options->sources.empty()) {
      generators = parse_rows(options->rows);
      if (generators.empty()) {
        throw Error(Errc::invalid_argument, "zonotope: a FILE or --generators is needed");
      }
      ambient = generators.front().size();
    } else {
      PointsFile rows = generators_from_json(text_of_file(options->sources[0]));
      ambient = rows.ambient_dimension;
      generators = std::move(rows.points);
    }
    const Zonotope z = zonotope(ambient, generators);
    const auto ehrhart = [&] { return zonotope_ehrhart_polynomial(ambient, generators); };
    const auto sum = [](const std::vector<Rational>& coefficients) {
      Rational total;
      for (const Rational& c : coefficients) total += c;
      return total;
    };
    options->output.print(z.polytope,
                          {{"sign_words", [&]() -> Json { return z.sign_words; }},
                           {"volume", [&]() -> Json { return zonotope_volume(ambient, generators).to_string(); }},
                           {"lattice_points", [&]() -> Json { return integer_json(sum(ehrhart()).numerator()); }},
                           {"ehrhart_polynomial", [&]() -> Json { return vector_json(ehrhart()); }},
                           {"h_star", [&]() -> Json { return integers_json(h_star(ehrhart())); }}});
  });
}

}  // namespace

void add_polytope_sum_commands(CLI::App& polytope) {
  add_minkowski(polytope);
  add_difference(polytope);
  add_summand(polytope);
  add_mixed_volume(polytope);
  add_cayley(polytope);
  add_mixed_subdivision(polytope);
  add_zonotope(polytope);
}

}  // namespace tropiary::cli
