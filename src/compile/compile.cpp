#include "tropiary/compile/compile.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <string>

#include "layout_maxout.hpp"
#include "layout_relu.hpp"
#include "passes.hpp"
#include "tropiary/compile/lower.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/relations.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary {

namespace {

using detail::PlacedLayers;

/// Judges the network on a box.
using Judge = std::function<Certificate(std::vector<Interval> box)>;

/// The largest [−R, R]^n, R a power of two, on which the network is exact: bounds grow with R, so bisection finds it.
/// Where even the smallest is not, that one's certificate says why.
Certificate largest_exact_box(const Judge& judge, std::size_t inputs, const CompileOptions& options) {
  const auto at = [&](int exponent) {
    const Rational power = pow(2, static_cast<std::uint32_t>(std::abs(exponent)));
    const Rational r = exponent >= 0 ? power : 1 / power;
    return judge(std::vector<Interval>(inputs, Interval{-r, r}));
  };
  int low = -options.grid;
  Certificate best = at(low);
  if (!best.exact) return best;
  int high = significand_bits(options.dtype) - options.grid + 1;  // not exact: the inputs themselves are too large
  if (inputs == 0) high = low + 1;
  while (high - low > 1) {
    const int middle = low + (high - low) / 2;
    Certificate certificate = at(middle);
    if (certificate.exact) {
      low = middle;
      best = std::move(certificate);
    } else {
      high = middle;
    }
  }
  return best;
}

void require_exact(const Certificate& certificate) {
  if (certificate.exact) return;
  std::string reasons;
  for (const std::string& reason : certificate.reasons) reasons += (reasons.empty() ? "" : "; ") + reason;
  throw Error(Errc::inexact, "compile: exactness in " + std::string(to_string(certificate.dtype)) +
                                 " was required and does not hold on the box; worst is " + certificate.worst_neuron +
                                 " with " + certificate.worst_partial_sum.to_string() + " grid steps of at most 2^" +
                                 std::to_string(significand_bits(certificate.dtype)) + ": " + reasons);
}

/// Two-argument maxima per level, a maximum of k arguments filling ⌈log₂ k⌉ levels.
std::vector<std::size_t> maxima_per_level(const TropicalNetwork& network) {
  std::vector<std::size_t> widths(network.depth(), 0);
  std::vector<std::size_t> level(network.nodes().size(), 0);
  for (std::size_t i = network.count_inputs(); i < level.size(); ++i) {
    const TropicalNetwork::Node& node = network.nodes()[i];
    for (const WeightedNode& argument : node.arguments) {
      level[i] = std::max(level[i], level[static_cast<std::size_t>(argument.node)]);
    }
    if (node.kind != TropicalNetwork::Kind::maximum) continue;
    for (std::size_t width = node.arguments.size() + (node.has_constant ? 1 : 0); width > 1; width = (width + 1) / 2) {
      widths[level[i]++] += width / 2;
    }
  }
  return widths;
}

// The passes, in order.
CompiledNetwork compile_network(const TropicalNetwork& network, const CompileOptions& options, std::string source) {
  CompiledNetwork result;
  result.form = options.form;
  result.inputs = network.count_inputs();
  result.outputs = network.outputs().size();
  result.max_ops = network.count_maxima();
  result.source = std::move(source);
  const std::vector<Interval> box = detail::spread_box(options.box, result.inputs);
  const auto certified = [&](const Judge& judge) {
    Certificate certificate = options.box.empty() ? largest_exact_box(judge, result.inputs, options) : judge(box);
    if (options.require_exact) require_exact(certificate);
    return certificate;
  };
  if (options.form == Form::relu) {
    const detail::StrictLayout layout(network, options.max_parameters, options.dtype);
    result.certificate = certified([&](std::vector<Interval> where) {
      const PlacedLayers placed = layout.place(where, options.grid);
      return detail::certify(placed.layers, detail::Activation::relu, placed.bounds, std::move(where), options.grid,
                             options.dtype);
    });
    result.layers = detail::densify(layout.place(result.certificate.box, options.grid).layers);
    result.widths = layout.widths();
    result.parameters = layout.count_parameters();
    result.buffers = detail::quantise(result.layers, options.dtype);
  } else if (options.form == Form::maxout || options.form == Form::filters) {
    const detail::MaxoutLayout layout(network, options.max_parameters, options.dtype);
    result.certificate = certified([&](std::vector<Interval> where) {
      const PlacedLayers placed = layout.place(where);
      return detail::certify(placed.layers, detail::Activation::maximum, placed.bounds, std::move(where), options.grid,
                             options.dtype);
    });
    result.layers = detail::densify(layout.place(result.certificate.box).layers);
    result.widths = layout.widths();
    result.parameters = layout.count_parameters();
    result.buffers = detail::quantise(result.layers, options.dtype);
  } else {
    result.program = detail::layout_dag(network);
    result.certificate = certified([&](std::vector<Interval> where) {
      return detail::certify(result.program, std::move(where), options.grid, options.dtype);
    });
    result.widths = maxima_per_level(network);
    result.parameters = result.program.weights.size() + result.program.constants.size();
    result.buffers = detail::quantise(result.program, options.dtype);
  }
  result.hidden_layers = result.widths.size();
  return result;
}

std::string abbreviated(std::string text) {
  constexpr std::size_t most_bytes = 4096;
  if (text.size() <= most_bytes) return text;
  const std::string size = std::to_string(text.size());
  text.resize(most_bytes - 64);
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0x80U) != 0) text.pop_back();  // whole characters
  return text + "... (" + size + " bytes)";
}

/// One row for each up-set; the poset is made and its up-sets are listed only once their number is known to be small.
TropicalNetwork filters(std::size_t points, const Integer& up_sets, const CompileOptions& options,
                        const std::function<Poset()>& poset) {
  const Integer parameters = up_sets * (Integer(points) + 1);
  if (parameters > Integer(options.max_parameters)) {
    throw Error(Errc::too_large,
                "compile: the filters form would have " + up_sets.to_string() + " rows and " + parameters.to_string() +
                    " parameters, more than max_parameters = " + std::to_string(options.max_parameters));
  }
  return lower_by_up_sets(poset(), static_cast<std::size_t>(up_sets.to_int64()));
}

}  // namespace

CompiledNetwork compile(const Term& term, const CompileOptions& options) {
  detail::validate(options, term.size());
  const auto poset = [&] { return expand(term, false); };
  return compile_network(
      options.form == Form::filters ? filters(term.size(), count_up_sets(term), options, poset) : lower(term), options,
      abbreviated(to_string(term)));
}

CompiledNetwork compile(const Poset& p, const CompileOptions& options) {
  detail::validate(options, p.size());
  const auto poset = [&] { return p; };
  return compile_network(options.form == Form::filters ? filters(p.size(), count_up_sets(p), options, poset) : lower(p),
                         options, abbreviated(to_relations_text(p)));
}

CompiledNetwork compile(const TropicalPolynomial& f, const CompileOptions& options) {
  detail::validate(options, f.count_variables());
  return compile_network(lower(f), options, abbreviated(to_string(f)));
}

CompiledNetwork compile(const TropicalNetwork& network, const CompileOptions& options) {
  detail::validate(options, network.count_inputs());
  if (options.form == Form::filters) {
    throw Error(Errc::invalid_argument,
                "compile: the filters form is for posets and polynomials, a network has no list of up-sets");
  }
  return compile_network(network, options,
                         "network with " + std::to_string(network.count_inputs()) + " inputs and " +
                             std::to_string(network.nodes().size() - network.count_inputs()) + " nodes");
}

}  // namespace tropiary
