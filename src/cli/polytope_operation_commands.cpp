#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>

#include "cli/cli.hpp"
#include "cli/output.hpp"
#include "cli/polytope_input.hpp"
#include "cli/polytope_output.hpp"
#include "cli/polytope_sum_commands.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/affine_image.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"
#include "tropiary/polytope/operations.hpp"

namespace tropiary::cli {

namespace {

struct Options {
  std::vector<std::string> sources;
  std::string first;
  std::string second;
  PolytopeOutput output;
};

using Files = std::vector<Polytope>;
using Operation = std::function<Polytope(const Files&, const Options&)>;

struct Command {
  const char* name;
  const char* description;
  int least_files;
  int most_files;
  const char* first_option;  // with its help, or null
  const char* first_help;
  const char* second_option;
  const char* second_help;
  const char* example;  // what follows the files
  Operation operation;
};

constexpr int any_number = 1 << 20;

RationalMatrix parse_matrix(std::string_view text) {
  RationalMatrix rows;
  for (const std::string& row : split(text, ';')) rows.push_back(parse_vector(row));
  return rows;
}

Polytope image(const Files& k, const Options& options) {
  const RationalMatrix matrix = parse_matrix(options.first);
  const RationalVector shift = options.second.empty() ? RationalVector(matrix.size()) : parse_vector(options.second);
  return affine_image(k[0], matrix, shift);
}

// Coordinates are x1, x2, … for people.
Polytope project(const Files& k, const Options& options) {
  std::vector<std::size_t> coordinates;
  for (const std::string& name : split(options.first)) {
    const Rational position(name.starts_with('x') ? std::string_view(name).substr(1) : std::string_view(name));
    if (!position.is_integer() || position < Rational(1) || position > Rational(k[0].ambient_dimension())) {
      throw Error(Errc::invalid_argument, "projection: \"" + abbreviated(name, 60) +
                                              "\" is none of the coordinates 1 to " +
                                              std::to_string(k[0].ambient_dimension()));
    }
    coordinates.push_back(static_cast<std::size_t>(position.numerator().to_int64() - 1));
  }
  return projection(k[0], coordinates);
}

std::vector<Command> commands() {
  const auto one = [](Polytope (*f)(const Polytope&)) -> Operation {
    return [f](const Files& k, const Options&) { return f(k[0]); };
  };
  const auto two = [](Polytope (*f)(const Polytope&, const Polytope&)) -> Operation {
    return [f](const Files& k, const Options&) { return f(k[0], k[1]); };
  };
  return {
      {"envelope", "The convex hull of the union of the polytopes in two or more files", 2, any_number, nullptr,
       nullptr, nullptr, nullptr, "", [](const Files& k, const Options&) { return convex_envelope(k); }},
      {"intersection", "The intersection of the polytopes in two or more files", 2, any_number, nullptr, nullptr,
       nullptr, nullptr, "", [](const Files& k, const Options&) { return intersection(k); }},
      {"product", "The product K × L", 2, 2, nullptr, nullptr, nullptr, nullptr, "", two(product)},
      {"join", "The join: the hull of K and L in skew subspaces, of dimension dim K + dim L + 1", 2, 2, nullptr,
       nullptr, nullptr, nullptr, "", two(join)},
      {"free-sum", "The hull of K and L in complementary subspaces through 0, an inner point of both", 2, 2, nullptr,
       nullptr, nullptr, nullptr, "", two(free_sum)},
      {"pyramid", "The pyramid over a polytope", 1, 1, nullptr, nullptr, nullptr, nullptr, "", one(pyramid)},
      {"prism", "The prism over a polytope", 1, 1, nullptr, nullptr, nullptr, nullptr, "", one(prism)},
      {"bipyramid", "The bipyramid over a polytope, with apices above and below the mean of its vertices", 1, 1,
       nullptr, nullptr, nullptr, nullptr, "", one(bipyramid)},
      {"polar", "The polar of a polytope with 0 in its interior", 1, 1, nullptr, nullptr, nullptr, nullptr, "",
       one(polar)},
      {"translation", "A polytope moved by a vector", 1, 1, "--by", "the vector: \"1,0,-1/2\"", nullptr, nullptr,
       " --by 1,-1/2", [](const Files& k, const Options& o) { return translation(k[0], parse_vector(o.first)); }},
      {"dilation", "A multiple of a polytope", 1, 1, "--factor", "a rational number", nullptr, nullptr, " --factor 3/2",
       [](const Files& k, const Options& o) { return dilation(k[0], Rational(o.first)); }},
      {"projection", "The image of a polytope in some of its coordinates", 1, 1, "--coordinates",
       "from 1, in the order of the image: \"1,3\"", nullptr, nullptr, " --coordinates 1,3", project},
      {"affine-image", "The image of a polytope under x ↦ M x + b", 1, 1, "--matrix",
       "the rows of M, one for each coordinate of the image: \"1,0; 1,1\"", "--shift", "b, 0 unless given",
       " --matrix \"1,1; 0,1\" --shift 0,1/2", image},
  };
}

}  // namespace

void add_polytope_operation_commands(CLI::App& polytope) {
  for (const Command& entry : commands()) {
    auto options = std::make_shared<Options>();
    CLI::App* command = polytope.add_subcommand(entry.name, entry.description);
    const bool several = entry.most_files > 1;
    command->add_option(several ? "FILES" : "FILE", options->sources, polytope_file_help)
        ->required()
        ->expected(entry.least_files, entry.most_files);
    if (entry.first_option != nullptr)
      command->add_option(entry.first_option, options->first, entry.first_help)->required();
    if (entry.second_option != nullptr) command->add_option(entry.second_option, options->second, entry.second_help);
    options->output.add_to(*command);
    const std::string line =
        std::string("\n  tropiary polytope ") + entry.name + (several ? " a.json b.json" : " a.json") + entry.example;
    command->footer("Examples:" + line + line + " --json");
    command->callback([options, operation = entry.operation] {
      Files files;
      for (const std::string& path : options->sources) files.push_back(read_polytope(path));
      options->output.print(operation(files, *options));
    });
  }
}

}  // namespace tropiary::cli
