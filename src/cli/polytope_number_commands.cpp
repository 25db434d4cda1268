#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/cli.hpp"
#include "cli/output.hpp"
#include "cli/polytope_input.hpp"
#include "cli/polytope_output.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/lattice_points.hpp"
#include "tropiary/polytope/linear_program.hpp"
#include "tropiary/polytope/point_location.hpp"
#include "tropiary/polytope/triangulation.hpp"

namespace tropiary::cli {

namespace {

struct Options {
  std::string source;
  std::string vector;
  bool count = false;
  bool interior = false;
  bool json = false;
  std::size_t limit = 0;
  std::uint64_t effort = 1'000'000'000;
};

std::string point_text(std::span<const Integer> point) {
  return vector_text(RationalVector(point.begin(), point.end()));
}

std::string positions_text(const std::vector<std::size_t>& positions) {
  std::string text;
  for (const std::size_t i : positions) text += (text.empty() ? "" : " ") + std::to_string(i);
  return text;
}

CLI::App* add_command(CLI::App& polytope, const char* name, const char* description, Options& options) {
  CLI::App* command = polytope.add_subcommand(name, description);
  command->add_option("FILE", options.source, polytope_file_help)->required();
  command->add_flag("--json", options.json, "one JSON object (docs/schemas/polytope_answers.schema.json)");
  return command;
}

void list_points(const Polytope& k, const Options& options) {
  const auto range = options.interior ? LatticePointRange::relative_interior : LatticePointRange::all;
  std::size_t printed = 0;
  const bool complete = visit_lattice_points(
      k,
      [&](std::span<const Integer> point) {
        if (options.limit > 0 && printed == options.limit) return false;
        std::cout << point_text(point) << '\n';
        ++printed;
        return static_cast<bool>(std::cout);
      },
      range);
  if (!complete && std::cout) std::cout << "... (more than --limit)\n";
}

void lattice_points_json(const Polytope& k, const Options& options) {
  const auto range = options.interior ? LatticePointRange::relative_interior : LatticePointRange::all;
  constexpr std::size_t most = std::size_t{1} << 22U;
  Json points = Json::array();
  const bool complete = visit_lattice_points(
      k,
      [&](std::span<const Integer> point) {
        if (options.limit > 0 && points.size() == options.limit) return false;
        if (points.size() == most) {
          throw Error(Errc::too_large, "lattice-points: more than " + std::to_string(most) +
                                           " points; --limit names how many, --count counts them");
        }
        points.push_back(integers_json(point));
        return true;
      },
      range);
  print_json({{"points", std::move(points)}, {"complete", complete}});
}

void add_lattice_points(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(polytope, "lattice-points", "The integer points, in lexicographic order, or their number", *options);
  command->add_flag("--count", options->count, "only how many there are; without a list, so there may be very many");
  command->add_flag("--interior", options->interior, "those in the relative interior");
  command->add_option("--effort", options->effort, "steps after which --count gives up")
      ->check(positive_number)
      ->capture_default_str();
  command->add_option("--limit", options->limit, "the first N only")->check(positive_number);
  command->footer(
      "Examples:\n"
      "  tropiary polytope lattice-points triangle.json\n"
      "  tropiary polytope lattice-points triangle.json --count --interior");
  command->callback([options] {
    const Polytope k = read_polytope(options->source);
    if (options->count) {
      const Integer number = options->interior ? count_interior_lattice_points(k, options->effort)
                                               : count_lattice_points(k, options->effort);
      if (options->json) {
        print_json({{"count", integer_json(number)}});
      } else {
        std::cout << number << '\n';
      }
    } else if (options->json) {
      lattice_points_json(k, *options);
    } else {
      list_points(k, *options);
    }
  });
}

/// A maximum over K with its dual certificate: objective + Σ y_i a_i = 0 and Σ y_i b_i = value.
void print_maximum(const Polytope& k, const RationalVector& objective, bool json) {
  const SupportValue found = support(k, objective);
  std::vector<AffineForm> constraints = k.facets();
  for (const AffineForm& equation : k.equations()) {
    AffineForm opposite{-equation.constant, {}};
    for (const Integer& a : equation.normal) opposite.normal.push_back(-a);
    constraints.push_back(equation);
    constraints.push_back(std::move(opposite));
  }
  const LinearProgramSolution proof = maximise(objective, constraints);
  const auto facets = static_cast<std::ptrdiff_t>(k.facets().size());
  const RationalVector on_facets(proof.multipliers.begin(), proof.multipliers.begin() + facets);
  RationalVector on_equations;
  for (std::size_t i = k.facets().size(); i < proof.multipliers.size(); i += 2) {
    on_equations.push_back(proof.multipliers[i] - proof.multipliers[i + 1]);
  }
  if (json) {
    return print_json({{"value", found.value.to_string()},
                       {"vertices", found.vertices},
                       {"facet_multipliers", vector_json(on_facets)},
                       {"equation_multipliers", vector_json(on_equations)}});
  }
  std::cout << "maximum " << found.value << "\nattained at\n";
  for (const std::size_t v : found.vertices) std::cout << "  " << vector_text(k.vertices()[v]) << '\n';
  std::cout << "proof: facet multipliers " << vector_text(on_facets);
  if (!on_equations.empty()) std::cout << ", equation multipliers " << vector_text(on_equations);
  std::cout << '\n';
}

void add_maximise(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(
      polytope, "maximise", "The maximum of a linear form, the face where it is attained and a dual proof", *options);
  command->add_option("--objective", options->vector, "its coefficients, \"1, -2, 1/3\"")->required();
  command->footer("Example:\n  tropiary polytope maximise triangle.json --objective \"1, 2\"");
  command->callback(
      [options] { print_maximum(read_polytope(options->source), parse_vector(options->vector), options->json); });
}

void add_locate(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(polytope, "locate",
                  "Whether a point lies inside, on which face of the boundary, or beyond which facet", *options);
  command->add_option("--point", options->vector, "its coordinates, \"1/2, 0, 3\"")->required();
  command->footer("Example:\n  tropiary polytope locate triangle.json --point \"1/2, 0\"");
  command->callback([options] {
    const PointLocation location = locate(read_polytope(options->source), parse_vector(options->vector));
    if (options->json) {
      Json violated;
      if (location.violated) {
        std::vector<Integer> row{location.violated->constant};
        row.insert(row.end(), location.violated->normal.begin(), location.violated->normal.end());
        violated = integers_json(row);
      }
      return print_json({{"position", to_string(location.position)},
                         {"facets", location.facets},
                         {"vertices", location.vertices},
                         {"violated", std::move(violated)}});
    }
    std::cout << to_string(location.position) << '\n';
    if (location.violated) std::cout << "violated: " << form_text(*location.violated, " >= 0") << '\n';
    if (location.position == PointPosition::on_boundary) {
      std::cout << "on facets " << positions_text(location.facets) << "\non the face of vertices "
                << positions_text(location.vertices) << '\n';
    }
  });
}

void add_triangulate(CLI::App& polytope) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(polytope, "triangulate",
                                  "The pulling triangulation by the vertices in their order, each simplex by positions "
                                  "of vertices counted from 0",
                                  *options);
  command->footer("Example:\n  tropiary polytope order antichain:3 --json | tropiary polytope triangulate -");
  command->callback([options] {
    const Polytope k = read_polytope(options->source);
    const Simplices simplices = triangulation(k);
    if (options->json) {
      const bool lattice = std::ranges::all_of(k.vertices(), [](const RationalVector& v) {
        return std::ranges::all_of(v, [](const Rational& x) { return x.is_integer(); });
      });
      return print_json(
          {{"simplices", simplices}, {"is_unimodular", lattice ? Json(is_unimodular(k, simplices)) : Json()}});
    }
    for (const auto& simplex : simplices) std::cout << positions_text(simplex) << '\n';
  });
}

}  // namespace

void add_polytope_number_commands(CLI::App& polytope) {
  add_lattice_points(polytope);
  add_maximise(polytope);
  add_locate(polytope);
  add_triangulate(polytope);
}

}  // namespace tropiary::cli
