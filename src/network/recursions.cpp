#include "tropiary/network/recursions.hpp"

#include <optional>

#include "network/extrema.hpp"
#include "tropiary/error.hpp"

namespace tropiary {

namespace {

using Builder = TropicalNetwork::Builder;

constexpr std::size_t most_arguments = std::size_t{1} << 26;

void check_size(const char* function, const Integer& arguments) {
  if (arguments <= Integer(most_arguments)) return;
  throw Error(Errc::too_large, std::string(function) + ": " + arguments.to_string() + " arguments of nodes, at most " +
                                   std::to_string(most_arguments));
}

std::string indexed(const char* name, std::size_t i) { return std::string(name) + "[" + std::to_string(i) + "]"; }
std::string indexed(const char* name, std::size_t i, std::size_t j) {
  return std::string(name) + "[" + std::to_string(i) + "," + std::to_string(j) + "]";
}

/// Collects the outputs of a NamedNetwork.
struct Outputs {
  std::vector<NodeId> nodes = {};
  std::vector<std::string> names = {};
  void add(NodeId node, std::string name) {
    nodes.push_back(node);
    names.push_back(std::move(name));
  }
  NamedNetwork build(Builder&& builder, std::vector<std::string> input_names) && {
    return {std::move(builder).build(std::move(nodes)), std::move(input_names), std::move(names)};
  }
};

NodeId best(Builder& builder, Semiring semiring, std::vector<NodeId> nodes) {
  return semiring == Semiring::max_plus ? builder.maximum(std::move(nodes))
                                        : detail::minimum(builder, std::move(nodes));
}

void check_arcs(const char* function, std::size_t vertices, std::span<const Arc> arcs, std::size_t source) {
  if (source >= vertices) {
    throw Error(Errc::invalid_argument,
                std::string(function) + ": source " + std::to_string(source) +
                    " is none of the vertices 0, ..., n - 1 of n = " + std::to_string(vertices));
  }
  for (std::size_t k = 0; k < arcs.size(); ++k) {
    if (arcs[k].from < vertices && arcs[k].to < vertices) continue;
    throw Error(Errc::invalid_argument, std::string(function) + ": arc " + std::to_string(k) + " from " +
                                            std::to_string(arcs[k].from) + " to " + std::to_string(arcs[k].to) +
                                            " leaves the vertices 0, ..., n - 1 of n = " + std::to_string(vertices));
  }
  check_size(function, Integer(vertices) * Integer(arcs.size() + vertices));
}

std::vector<std::string> arc_names(const char* name, std::span<const Arc> arcs) {
  std::vector<std::string> names;
  for (const Arc& arc : arcs) names.push_back(indexed(name, arc.from, arc.to));
  return names;
}

// Values that spread from a source along arcs, round by round: after round r, `values[r][v]` counts the walks of at
// most r arcs. extend(value of u, arc) is the value of a walk prolonged by an arc.
template <class Extend, class Choose>
std::vector<std::vector<std::optional<NodeId>>> spread(std::size_t vertices, std::span<const Arc> arcs,
                                                       std::size_t source, NodeId start, Extend extend, Choose choose) {
  std::vector<std::vector<std::optional<NodeId>>> values;
  values.emplace_back(vertices)[source] = start;
  while (values.size() < vertices) {
    const auto& before = values.back();
    std::vector<std::vector<NodeId>> candidates(vertices);
    for (std::size_t v = 0; v < vertices; ++v) {
      if (before[v]) candidates[v].push_back(*before[v]);
    }
    for (std::size_t k = 0; k < arcs.size(); ++k) {
      if (before[arcs[k].from]) candidates[arcs[k].to].push_back(extend(*before[arcs[k].from], k));
    }
    std::vector<std::optional<NodeId>> after(vertices);
    for (std::size_t v = 0; v < vertices; ++v) {
      if (!candidates[v].empty()) after[v] = choose(std::move(candidates[v]));
    }
    values.push_back(std::move(after));
  }
  return values;
}

NamedNetwork spread_network(Builder&& builder, const char* name, std::vector<std::string> input_names,
                            const std::vector<std::vector<std::optional<NodeId>>>& values) {
  Outputs outputs;
  for (std::size_t v = 0; v < values.back().size(); ++v) {
    if (values.back()[v]) outputs.add(*values.back()[v], indexed(name, v));
  }
  for (std::size_t r = 0; r + 1 < values.size(); ++r) {
    for (std::size_t v = 0; v < values[r].size(); ++v) {
      if (values[r][v]) outputs.add(*values[r][v], indexed(name, r) + "[" + std::to_string(v) + "]");
    }
  }
  return std::move(outputs).build(std::move(builder), std::move(input_names));
}

}  // namespace

TropicalNetwork matrix_vector_product(std::span<const std::vector<Tropical>> matrix, Semiring semiring) {
  const std::size_t columns = matrix.empty() ? 0 : matrix[0].size();
  check_size("matrix_vector_product", Integer(matrix.size()) * Integer(columns));
  Builder builder(columns);
  std::vector<NodeId> outputs;
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    if (matrix[i].size() != columns) {
      throw Error(Errc::dimension_mismatch, "matrix_vector_product: row " + std::to_string(i) + " has " +
                                                std::to_string(matrix[i].size()) + " entries, row 0 has " +
                                                std::to_string(columns));
    }
    std::vector<NodeId> terms;
    for (std::size_t j = 0; j < columns; ++j) {
      if (matrix[i][j].is_finite()) terms.push_back(builder.affine({{builder.input(j), 1}}, matrix[i][j].value()));
    }
    if (terms.empty()) {
      throw Error(Errc::invalid_argument,
                  "matrix_vector_product: row " + std::to_string(i) + " has no finite entry, its value is no number");
    }
    outputs.push_back(best(builder, semiring, std::move(terms)));
  }
  return std::move(builder).build(std::move(outputs));
}

NamedNetwork bellman_ford(std::size_t vertices, std::span<const Arc> arcs, std::size_t source) {
  check_arcs("bellman_ford", vertices, arcs, source);
  Builder builder(arcs.size());
  const auto distances = spread(
      vertices, arcs, source, builder.affine({}),
      [&](NodeId u, std::size_t arc) {
        return builder.affine({{u, 1}, {builder.input(arc), 1}});
      },
      [&](std::vector<NodeId> nodes) { return best(builder, Semiring::min_plus, std::move(nodes)); });
  return spread_network(std::move(builder), "d", arc_names("w", arcs), distances);
}

NamedNetwork reachability(std::size_t vertices, std::span<const Arc> arcs, std::size_t source) {
  check_arcs("reachability", vertices, arcs, source);
  Builder builder(arcs.size());
  const auto widths = spread(
      vertices, arcs, source, builder.affine({}, 1),
      [&](NodeId u, std::size_t arc) {
        return detail::minimum(builder, {u, builder.input(arc)});
      },
      [&](std::vector<NodeId> nodes) { return builder.maximum(std::move(nodes)); });
  // Where no path of so few arcs exists at all, and where all paths are narrower than nothing, the width is 0.
  auto reached = widths;
  for (auto& round : reached) {
    for (auto& value : round) value = value ? builder.relu(*value) : builder.affine({});
  }
  return spread_network(std::move(builder), "r", arc_names("a", arcs), reached);
}

NamedNetwork heaviest_chain(const Poset& p) {
  check_size("heaviest_chain", Integer(p.size()) + Integer(p.count_covers()));
  Builder builder(p.size());
  std::vector<NodeId> with_top(p.size());
  std::vector<NodeId> up_to(p.size());  // the heaviest chain of points ≤ i, the empty one among them
  std::vector<NodeId> maximal;
  for (const Element e : p.linear_extension()) {
    std::vector<NodeId> lower;
    for (const Element below : p.lower_covers(e)) lower.push_back(up_to[index(below)]);
    const NodeId below = lower.empty() ? builder.affine({}) : builder.maximum(std::move(lower));
    with_top[index(e)] = builder.affine({{builder.input(index(e)), 1}, {below, 1}});
    up_to[index(e)] =
        p.lower_covers(e).empty() ? builder.relu(with_top[index(e)]) : builder.maximum({below, with_top[index(e)]});
    if (p.upper_covers(e).empty()) maximal.push_back(up_to[index(e)]);
  }
  Outputs outputs;
  outputs.add(maximal.empty() ? builder.affine({}) : builder.maximum(std::move(maximal)), "chain");
  std::vector<std::string> inputs;
  for (std::size_t i = 0; i < p.size(); ++i) {
    outputs.add(with_top[i], indexed("c", i));
    inputs.push_back(p.label(element(i)));
  }
  return std::move(outputs).build(std::move(builder), std::move(inputs));
}

NamedNetwork viterbi(std::span<const Tropical> initial, std::span<const std::vector<Tropical>> transition,
                     std::size_t times) {
  const std::size_t states = initial.size();
  check_size("viterbi", Integer(times) * Integer(states) * Integer(states + 1));
  if (transition.size() != states) {
    throw Error(Errc::dimension_mismatch, "viterbi: " + std::to_string(transition.size()) +
                                              " rows of transitions for " + std::to_string(states) + " states");
  }
  for (const auto& row : transition) {
    if (row.size() == states) continue;
    throw Error(Errc::dimension_mismatch, "viterbi: a row of " + std::to_string(row.size()) + " transitions for " +
                                              std::to_string(states) + " states");
  }
  Builder builder(times * states);
  std::vector<std::string> inputs;
  Outputs intermediate;
  std::vector<std::optional<NodeId>> scores(states);
  for (std::size_t t = 0; t < times; ++t) {
    std::vector<std::optional<NodeId>> next(states);
    for (std::size_t j = 0; j < states; ++j) {
      inputs.push_back(indexed("e", t, j));
      const NodeId emission = builder.input(t * states + j);
      if (t == 0) {
        if (initial[j].is_finite()) next[j] = builder.affine({{emission, 1}}, initial[j].value());
      } else {
        std::vector<NodeId> ways;
        for (std::size_t i = 0; i < states; ++i) {
          if (scores[i] && transition[i][j].is_finite()) {
            ways.push_back(builder.affine({{*scores[i], 1}}, transition[i][j].value()));
          }
        }
        if (!ways.empty()) next[j] = builder.affine({{builder.maximum(std::move(ways)), 1}, {emission, 1}});
      }
      if (next[j]) intermediate.add(*next[j], indexed("v", t, j));
    }
    scores = std::move(next);
  }
  std::vector<NodeId> last;
  for (const auto& score : scores) {
    if (score) last.push_back(*score);
  }
  if (last.empty()) throw Error(Errc::invalid_argument, "viterbi: no sequence of states is possible");
  Outputs outputs;
  outputs.add(builder.maximum(std::move(last)), "best");
  for (std::size_t k = 0; k < intermediate.nodes.size(); ++k) {
    outputs.add(intermediate.nodes[k], std::move(intermediate.names[k]));
  }
  return std::move(outputs).build(std::move(builder), std::move(inputs));
}

// Contract the last vertex: a minimum spanning tree holds its cheapest edge y, and the others form a minimum spanning
// tree of the rest, where two neighbours of it are also joined by the dearer of their edges to it [hertrich2023].
NamedNetwork minimum_spanning_tree(std::size_t vertices) {
  if (vertices == 0) throw Error(Errc::invalid_argument, "minimum_spanning_tree: the graph has no vertices");
  check_size("minimum_spanning_tree", pow(Integer(vertices), 3));
  Builder builder(vertices * (vertices - 1) / 2);
  std::vector<std::vector<NodeId>> edge(vertices, std::vector<NodeId>(vertices));
  std::vector<std::string> inputs;
  for (std::size_t i = 0; i < vertices; ++i) {
    for (std::size_t j = i + 1; j < vertices; ++j) {
      edge[i][j] = edge[j][i] = builder.input(inputs.size());
      inputs.push_back(indexed("x", i, j));
    }
  }
  std::vector<NodeId> cheapest;
  Outputs intermediate;
  for (std::size_t last = vertices - 1; last > 0; --last) {
    cheapest.push_back(
        detail::minimum(builder, {edge[last].begin(), edge[last].begin() + static_cast<std::ptrdiff_t>(last)}));
    intermediate.add(cheapest.back(), indexed("y", last));
    for (std::size_t i = 0; i < last; ++i) {
      for (std::size_t j = i + 1; j < last; ++j) {
        const NodeId detour = builder.maximum({edge[i][last], edge[j][last]});
        edge[i][j] = edge[j][i] = detail::minimum(builder, {edge[i][j], detour});
      }
    }
  }
  Outputs outputs;
  outputs.add(builder.sum(cheapest), "tree");
  for (std::size_t k = 0; k < intermediate.nodes.size(); ++k) {
    outputs.add(intermediate.nodes[k], std::move(intermediate.names[k]));
  }
  return std::move(outputs).build(std::move(builder), std::move(inputs));
}

}  // namespace tropiary
