#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cli.hpp"
#include "cli/polytope_output.hpp"
#include "cli/source.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/tropical/newton_polytope.hpp"
#include "tropiary/tropical/poset_polynomial.hpp"

namespace tropiary::cli {

namespace {

TropicalPolynomial expanded(const Source& source, const char* command) {
  if (const auto* term = std::get_if<Term>(&source)) return expand(PosetPolynomial(expand(*term)));
  if (const auto* f = std::get_if<TropicalPolynomial>(&source)) return *f;
  throw Error(Errc::invalid_argument, std::string(command) + ": a network is given, a poset or polynomial is needed");
}

void add_show(CLI::App& tropical) {
  struct Options {
    std::string source;
    std::size_t variables = 0;
    bool reduce = false;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = tropical.add_subcommand("show", "The tropical polynomial of a poset, or one read and normalised");
  command->add_option("SOURCE", options->source, source_help)->required();
  command->add_option("--variables", options->variables, "number of variables of an expression")->check(whole_number);
  command->add_flag("--reduce", options->reduce, "drop the monomials that never attain the maximum alone");
  command->add_flag("--json", options->json, "one JSON object (docs/schemas/polynomial.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary tropical show N\n"
      "  tropiary tropical show \"max(0, x1) + max(x1, x2)\"\n"
      "  tropiary tropical show --reduce \"max(0, x1, 2*x1)\"");
  command->callback([options] {
    TropicalPolynomial f = expanded(parse_source(options->source, options->variables), "tropical show");
    if (options->reduce) f = remove_redundant_terms(f);
    std::cout << (options->json ? to_json(f) : to_string(f)) << '\n';
  });
}

void print_poset_value(const Poset& p, const RationalVector& x, bool json) {
  const MaximumClosure best = maximum_closure(p, x);
  if (json) {
    Json positions = Json::array();
    for (const Element e : best.least_up_set) positions.push_back(index(e));
    return print_json({{"value", best.value.to_string()}, {"least_up_set", positions}});
  }
  std::cout << best.value << "   attained first on the up-set " << set_text(p, best.least_up_set) << '\n';
}

void print_polynomial_value(const TropicalPolynomial& f, const RationalVector& x, bool json) {
  const Tropical value = f(x);
  if (json) return print_json({{"value", value.to_string()}, {"maximizers", f.maximizers(x)}});
  std::cout << value.to_string() << '\n';
}

void print_network_value(const TropicalNetwork& network, const RationalVector& x, bool json) {
  const RationalVector values = network(x);
  if (json) return print_json({{"values", vector_json(values)}});
  std::cout << vector_text(values) << '\n';
}

void add_eval(CLI::App& tropical) {
  struct Options {
    std::string source;
    std::string point;
    std::size_t variables = 0;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command =
      tropical.add_subcommand("eval", "The exact value at a point; of a poset the least maximising up-set too");
  command->add_option("SOURCE", options->source, source_help)->required();
  command->add_option("--at", options->point, "coordinates, comma-separated: integers, p/q or decimals")->required();
  command->add_option("--variables", options->variables, "number of variables of an expression")->check(whole_number);
  command->add_flag("--json", options->json, "one JSON object (docs/schemas/eval.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary tropical eval N --at 1,-2,3,1/2\n"
      "  tropiary tropical eval \"max(0, x1, x1 + x2)\" --at=-1,5 --json");
  command->callback([options] {
    const RationalVector x = parse_vector(options->point);
    const Source source = parse_source(options->source, options->variables);
    if (const auto* term = std::get_if<Term>(&source)) return print_poset_value(expand(*term), x, options->json);
    if (const auto* f = std::get_if<TropicalPolynomial>(&source)) return print_polynomial_value(*f, x, options->json);
    print_network_value(std::get<TropicalNetwork>(source), x, options->json);
  });
}

void add_newton(CLI::App& tropical) {
  struct Options {
    std::string source;
    std::size_t variables = 0;
    bool lifted = false;
    PolytopeOutput output;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = tropical.add_subcommand("newton", "The Newton polytope, the hull of the exponents");
  command->add_option("SOURCE", options->source, source_help)->required();
  command->add_option("--variables", options->variables, "number of variables of an expression")->check(whole_number);
  command->add_flag("--lifted", options->lifted, "the hull of the points (exponent, coefficient)");
  options->output.add_to(*command);
  command->footer(
      "Examples:\n"
      "  tropiary tropical newton \"max(0, x1, x2, x1 + x2)\"\n"
      "  tropiary tropical newton N --json                    (equals tropiary polytope order N --json)");
  command->callback([options] {
    const TropicalPolynomial f = expanded(parse_source(options->source, options->variables), "tropical newton");
    options->output.print(options->lifted ? lifted_newton_polytope(f) : newton_polytope(f));
  });
}

}  // namespace

void add_tropical_commands(CLI::App& app) {
  CLI::App* tropical = app.add_subcommand("tropical", "Max-plus polynomials");
  tropical->require_subcommand(1);
  add_show(*tropical);
  add_eval(*tropical);
  add_newton(*tropical);
}

}  // namespace tropiary::cli
