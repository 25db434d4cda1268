#include "relu_units.hpp"

#include <algorithm>
#include <bit>
#include <string>

#include "tropiary/error.hpp"

namespace tropiary::detail {

namespace {

using Kind = TropicalNetwork::Kind;

/// The parameters of a strict form that carries each live input and maximum through each layer: an estimate made
/// without linear forms, for networks whose forms are themselves too large.
std::uint64_t estimated_parameters(const TropicalNetwork& network) {
  const std::size_t nodes = network.nodes().size();
  std::vector<std::size_t> level(nodes, 0);
  std::size_t levels = 0;
  for (std::size_t i = network.count_inputs(); i < nodes; ++i) {
    const auto& node = network.nodes()[i];
    for (const WeightedNode& argument : node.arguments) {
      level[i] = std::max(level[i], level[static_cast<std::size_t>(argument.node)]);
    }
    if (node.kind == Kind::maximum) {
      level[i] += static_cast<std::size_t>(std::bit_width(node.arguments.size() + (node.has_constant ? 1 : 0) - 1));
    }
    levels = std::max(levels, level[i]);
  }
  std::vector<std::size_t> last_use(nodes, 0);  // the level that reads a value last, through affine nodes
  for (const NodeId output : network.outputs()) last_use[static_cast<std::size_t>(output)] = levels + 1;
  for (std::size_t i = nodes; i-- > network.count_inputs();) {
    const auto& node = network.nodes()[i];
    const std::size_t use = node.kind == Kind::maximum ? level[i] : last_use[i];
    for (const WeightedNode& argument : node.arguments) {
      std::size_t& last = last_use[static_cast<std::size_t>(argument.node)];
      last = std::max(last, use);
    }
  }
  std::vector<std::int64_t> change(levels + 3, 0);
  for (std::size_t i = 0; i < nodes; ++i) {
    if (network.nodes()[i].kind == Kind::affine) continue;
    const std::size_t from = std::max<std::size_t>(level[i], 1);
    if (last_use[i] <= from && level[i] == 0) continue;
    ++change[from];
    --change[std::max(from + 1, last_use[i])];
  }
  std::uint64_t total = 0;
  std::uint64_t columns = network.count_inputs();
  std::int64_t width = 0;
  for (std::size_t k = 1; k <= levels; ++k) {
    width += change[k];
    const auto rows = static_cast<std::uint64_t>(width);
    total += rows * (columns + 1);
    columns = rows;
  }
  return total + network.outputs().size() * (columns + 1);
}

class Converter {
 public:
  Converter(const TropicalNetwork& network, std::size_t max_terms, Dtype dtype)
      : network_(network), max_terms_(max_terms), dtype_(dtype), forms_(network.nodes().size()) {}

  ReluUnits run() && {
    program_.inputs = network_.count_inputs();
    for (std::size_t i = 0; i < program_.inputs; ++i) {
      forms_[i].terms = {{static_cast<std::uint32_t>(i), 1}};
    }
    for (std::size_t i = program_.inputs; i < forms_.size(); ++i) {
      const TropicalNetwork::Node& node = network_.nodes()[i];
      forms_[i] = node.kind == Kind::affine ? affine(node) : maximum(node);
    }
    for (const NodeId output : network_.outputs()) {
      program_.outputs.push_back(forms_[static_cast<std::size_t>(output)]);
    }
    return std::move(program_);
  }

 private:
  struct Operand {
    LinearForm form;
    std::uint32_t bound;  // position in bound_steps
  };

  void account(const LinearForm& form) {
    terms_ += form.terms.size();
    if (terms_ <= max_terms_) return;
    throw Error(Errc::too_large, "compile: the strict relu form would have about " +
                                     size_text(estimated_parameters(network_), dtype_) +
                                     "; the dag form has one row per node");
  }

  LinearForm affine(const TropicalNetwork::Node& node) {
    LinearForm result{{}, node.constant};
    for (const WeightedNode& argument : node.arguments) {
      const LinearForm& form = forms_[static_cast<std::size_t>(argument.node)];
      account(form);
      add(result, form, argument.weight);
    }
    normalise(result.terms);
    return result;
  }

  std::uint32_t add_step(ReluUnits::BoundStep step) {
    program_.bound_steps.push_back(std::move(step));
    return static_cast<std::uint32_t>(program_.bound_steps.size() - 1);
  }

  LinearForm maximum(const TropicalNetwork::Node& node) {
    using Step = ReluUnits::BoundStep;
    std::vector<Operand> operands;
    if (node.has_constant) {
      operands.push_back({{{}, node.constant}, add_step({Step::Kind::constant, 0, 0, node.constant})});
    }
    for (const WeightedNode& argument : node.arguments) {
      const auto position = static_cast<std::uint32_t>(argument.node);
      operands.push_back({forms_[position], add_step({Step::Kind::node, position, 0, 0})});
    }
    while (operands.size() > 1) {  // neighbours first: the order of ties is kept, the depth logarithmic
      std::vector<Operand> next;
      for (std::size_t i = 0; i + 1 < operands.size(); i += 2) next.push_back(join(operands[i], operands[i + 1]));
      if (operands.size() % 2 == 1) next.push_back(std::move(operands.back()));
      operands = std::move(next);
    }
    return std::move(operands[0].form);
  }

  Operand join(Operand& first, Operand& second) {
    using Step = ReluUnits::BoundStep;
    ReluUnits::Unit unit;
    unit.pre = std::move(second.form);
    add(unit.pre, first.form, -1);
    normalise(unit.pre.terms);
    unit.first = std::move(first.form);
    unit.first_bound = first.bound;
    unit.second_bound = second.bound;
    for (const AtomTerm& term : unit.pre.terms) unit.level = std::max(unit.level, program_.level_of(term.atom));
    ++unit.level;
    program_.levels = std::max(program_.levels, unit.level);
    account(unit.pre);
    account(unit.first);
    Operand result{unit.first, add_step({Step::Kind::maximum, first.bound, second.bound, 0})};
    result.form.terms.push_back({static_cast<std::uint32_t>(program_.inputs + program_.units.size()), 1});
    program_.units.push_back(std::move(unit));
    return result;
  }

  const TropicalNetwork& network_;
  std::size_t max_terms_;
  Dtype dtype_;
  std::size_t terms_ = 0;
  std::vector<LinearForm> forms_;
  ReluUnits program_;
};

}  // namespace

std::string size_text(std::uint64_t parameters, Dtype dtype) {
  const std::uint64_t bytes = parameters * byte_size(dtype);
  const std::uint64_t unit = bytes < 1000000000 ? 1000000 : 1000000000;
  return std::to_string(parameters) + " parameters, " + std::to_string(bytes) + " bytes (" +
         std::to_string(bytes / unit) + "." + std::to_string(bytes / (unit / 10) % 10) +
         (unit == 1000000 ? " MB) as " : " GB) as ") + std::string(to_string(dtype));
}

ReluUnits relu_units(const TropicalNetwork& network, std::size_t max_terms, Dtype dtype) {
  return Converter(network, max_terms, dtype).run();
}

UnitBounds unit_bounds(const ReluUnits& program, const TropicalNetwork& network, std::span<const Interval> box) {
  const std::vector<Interval> nodes = node_bounds(network, box);
  std::vector<Interval> steps;
  steps.reserve(program.bound_steps.size());
  for (const ReluUnits::BoundStep& step : program.bound_steps) {
    using Kind = ReluUnits::BoundStep::Kind;
    switch (step.kind) {
      case Kind::node:
        steps.push_back(nodes[step.first]);
        break;
      case Kind::constant:
        steps.push_back({step.constant, step.constant});
        break;
      case Kind::maximum:
        steps.push_back(maximum(steps[step.first], steps[step.second]));
        break;
    }
  }
  UnitBounds bounds;
  bounds.atoms.assign(box.begin(), box.end());
  for (const ReluUnits::Unit& unit : program.units) {
    const Interval& first = steps[unit.first_bound];
    const Interval& second = steps[unit.second_bound];
    const Rational& constant = unit.pre.constant;
    const Interval from_form = form_bound(program, unit.pre.terms, bounds) + Interval{constant, constant};
    const Interval difference = intersection(from_form, second + scaled(first, -1));
    bounds.atoms.push_back(maximum(difference, {0, 0}));
    bounds.maxima.push_back(maximum(first, second));
  }
  return bounds;
}

Interval form_bound(const ReluUnits& program, const AtomTerms& terms, const UnitBounds& bounds) {
  const auto from_atoms = [&](const AtomTerms& rest) {
    Interval result{0, 0};
    for (const AtomTerm& term : rest) result = result + scaled(bounds.atoms[term.atom], term.weight);
    return result;
  };
  const Interval plain = from_atoms(terms);
  constexpr std::size_t most_terms = 4096;
  if (terms.size() > most_terms) return plain;
  AtomTerms rest = terms;
  Interval taken{0, 0};
  for (std::size_t k = rest.size(); k-- > 0;) {
    if (k >= rest.size() || rest[k].atom < program.inputs) continue;
    const std::size_t u = rest[k].atom - program.inputs;
    const LinearForm& first = program.units[u].first;
    if (first.terms.empty() || first.terms.size() > 2 * rest.size()) continue;
    // rest − weight · (first + relu) if that leaves fewer terms.
    const Rational weight = rest[k].weight;
    AtomTerms next;
    auto a = rest.begin();
    auto b = first.terms.begin();
    while (a != rest.end() || b != first.terms.end()) {
      if (b == first.terms.end() || (a != rest.end() && a->atom < b->atom)) {
        if (a->atom != rest[k].atom) next.push_back(*a);
        ++a;
      } else if (a == rest.end() || b->atom < a->atom) {
        next.push_back({b->atom, -weight * b->weight});
        ++b;
      } else {
        const Rational difference = a->weight - weight * b->weight;
        if (!difference.is_zero()) next.push_back({a->atom, difference});
        ++a;
        ++b;
      }
    }
    if (next.size() >= rest.size()) continue;
    const Rational shift = -weight * first.constant;
    taken = taken + scaled(bounds.maxima[u], weight) + Interval{shift, shift};
    rest = std::move(next);
    k = std::min(k + 1, rest.size());  // positions above k are gone or unchanged and were looked at
  }
  return intersection(plain, taken + from_atoms(rest));
}

}  // namespace tropiary::detail
