#include "layout_maxout.hpp"

#include <algorithm>
#include <string>

#include "relu_units.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

namespace {

using Kind = TropicalNetwork::Kind;

constexpr std::size_t most_terms = std::size_t{1} << 22;  // in linear forms

std::uint32_t position(NodeId node) { return static_cast<std::uint32_t>(node); }

std::size_t count_pieces(const TropicalNetwork::Node& node) {
  return node.arguments.size() + (node.has_constant ? 1 : 0);
}

bool is_atom(const LinearForm& form) {
  return form.terms.size() == 1 && form.terms[0].weight == Rational(1) && form.constant.is_zero();
}

void append_row(SparseLayer& layer, const LinearForm& form, const std::vector<std::uint32_t>& slots) {
  for (const AtomTerm& term : form.terms) {
    layer.slots.push_back(slots[term.atom]);
    layer.weights.push_back(term.weight);
  }
  layer.starts.push_back(layer.slots.size());
  layer.bias.push_back(form.constant);
}

}  // namespace

MaxoutLayout::MaxoutLayout(const TropicalNetwork& network, std::uint64_t max_parameters, Dtype dtype)
    : network_(network) {
  find_forms();
  find_layers();
  count(max_parameters, dtype);
}

void MaxoutLayout::find_forms() {
  const std::size_t nodes = network_.nodes().size();
  forms_.resize(nodes);
  level_.resize(nodes, 0);
  std::size_t terms = 0;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    const TropicalNetwork::Node& node = network_.nodes()[i];
    for (const WeightedNode& argument : node.arguments) {
      level_[i] = std::max(level_[i], level_[position(argument.node)]);
      terms += forms_[position(argument.node)].terms.size();
    }
    if (terms > most_terms) {
      throw Error(Errc::too_large,
                  "compile: the maxout form would have more than 2^22 terms in its linear forms; the "
                  "dag form has one row per node");
    }
    if (node.kind == Kind::affine) {
      forms_[i].constant = node.constant;
      for (const WeightedNode& argument : node.arguments)
        add(forms_[i], forms_[position(argument.node)], argument.weight);
      normalise(forms_[i].terms);
    } else {
      forms_[i].terms = {{i, 1}};
      if (node.kind == Kind::maximum) ++level_[i];
    }
  }
}

void MaxoutLayout::find_layers() {
  std::uint32_t depth = 0;
  for (const NodeId output : network_.outputs()) depth = std::max(depth, level_[position(output)]);
  const auto& outputs = network_.outputs();
  ends_in_maxima_ = depth > 0 && std::all_of(outputs.begin(), outputs.end(),
                                             [&](NodeId output) { return is_atom(forms_[position(output)]); });
  std::vector<std::uint32_t> last_use(forms_.size(), 0);
  const auto read = [&](NodeId node, std::uint32_t layer) {
    for (const AtomTerm& term : forms_[position(node)].terms)
      last_use[term.atom] = std::max(last_use[term.atom], layer);
  };
  for (const NodeId output : outputs) read(output, depth + 1);
  for (std::uint32_t i = 0; i < forms_.size(); ++i) {
    if (network_.nodes()[i].kind != Kind::maximum) continue;
    for (const WeightedNode& argument : network_.nodes()[i].arguments) read(argument.node, level_[i]);
  }
  groups_.resize(depth);
  for (std::uint32_t i = 0; i < forms_.size(); ++i) {
    if (network_.nodes()[i].kind == Kind::affine) continue;
    for (std::uint32_t t = std::max<std::uint32_t>(level_[i], 1); t < last_use[i]; ++t) groups_[t - 1].push_back(i);
  }
  if (ends_in_maxima_) {
    groups_.back().clear();
    for (const NodeId output : outputs) groups_.back().push_back(forms_[position(output)].terms[0].atom);
  }
}

void MaxoutLayout::count(std::uint64_t max_parameters, Dtype dtype) {
  std::uint64_t columns = network_.count_inputs();
  for (std::size_t t = 1; t <= groups_.size(); ++t) {
    std::size_t pieces = 1;
    for (const std::uint32_t atom : groups_[t - 1]) {
      if (level_[atom] == t) pieces = std::max(pieces, count_pieces(network_.nodes()[atom]));
    }
    pieces_.push_back(pieces);
    parameters_ += groups_[t - 1].size() * pieces * (columns + 1);
    columns = groups_[t - 1].size();
  }
  if (!ends_in_maxima_) parameters_ += network_.outputs().size() * (columns + 1);
  if (parameters_ > max_parameters) {
    throw Error(Errc::too_large, "compile: the maxout form would have " + size_text(parameters_, dtype) +
                                     ", more than max_parameters = " + std::to_string(max_parameters));
  }
}

void MaxoutLayout::append_group(SparseLayer& layer, std::uint32_t atom, std::size_t level,
                                const std::vector<std::uint32_t>& slots) const {
  const TropicalNetwork::Node& node = network_.nodes()[atom];
  if (level_[atom] < level) {  // passed on
    for (std::size_t k = 0; k < layer.pieces; ++k) append_row(layer, forms_[atom], slots);
    return;
  }
  std::size_t rows = 0;
  if (node.has_constant) {
    append_row(layer, {{}, node.constant}, slots);
    ++rows;
  }
  for (; rows < layer.pieces; ++rows) {
    const std::size_t k = std::min(rows - (node.has_constant ? 1 : 0), node.arguments.size() - 1);
    append_row(layer, forms_[position(node.arguments[k].node)], slots);
  }
}

PlacedLayers MaxoutLayout::place(std::span<const Interval> box) const {
  const std::vector<Interval> nodes = node_bounds(network_, box);
  PlacedLayers placed;
  std::vector<std::uint32_t> slots(forms_.size(), 0);
  std::size_t columns = network_.count_inputs();
  for (std::uint32_t i = 0; i < columns; ++i) slots[i] = i;
  for (std::size_t t = 1; t <= groups_.size(); ++t) {
    SparseLayer layer;
    layer.columns = columns;
    layer.pieces = pieces_[t - 1];
    std::vector<Interval> bounds;
    for (const std::uint32_t atom : groups_[t - 1]) {
      append_group(layer, atom, t, slots);
      bounds.push_back(nodes[atom]);
    }
    for (std::uint32_t g = 0; g < groups_[t - 1].size(); ++g) slots[groups_[t - 1][g]] = g;
    columns = groups_[t - 1].size();
    placed.layers.push_back(std::move(layer));
    placed.bounds.push_back(std::move(bounds));
  }
  if (ends_in_maxima_) return placed;
  SparseLayer last;
  last.columns = columns;
  for (const NodeId output : network_.outputs()) append_row(last, forms_[position(output)], slots);
  placed.layers.push_back(std::move(last));
  return placed;
}

std::vector<std::size_t> MaxoutLayout::widths() const {
  std::vector<std::size_t> widths;
  for (const auto& groups : groups_) widths.push_back(groups.size());
  return widths;
}

}  // namespace tropiary::detail
