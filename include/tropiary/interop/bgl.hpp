#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>
#include <utility>

#include "tropiary/order/poset.hpp"

// Opt-in (CMake target tropiary::bgl): with this header a Poset is a graph of the Boost Graph Library, its Hasse
// diagram with an edge from the lower to the upper end of each cover: VertexListGraph, BidirectionalGraph,
// AdjacencyGraph, with a vertex_index map. Nothing is copied; vertices are Elements and edges are Relations.

namespace tropiary::bgl {

struct ToElement {
  Element operator()(std::size_t i) const noexcept { return element(i); }
};
struct ToUpperCover {
  Element lower{};
  Relation operator()(Element upper) const noexcept { return {lower, upper}; }
};
struct ToLowerCover {
  Element upper{};
  Relation operator()(Element lower) const noexcept { return {lower, upper}; }
};
using VertexIterator = boost::transform_iterator<ToElement, boost::counting_iterator<std::size_t>>;
using AdjacencyIterator = const Element*;
using OutEdgeIterator = boost::transform_iterator<ToUpperCover, const Element*>;
using InEdgeIterator = boost::transform_iterator<ToLowerCover, const Element*>;

struct TraversalCategory : boost::vertex_list_graph_tag, boost::bidirectional_graph_tag, boost::adjacency_graph_tag {};

struct IndexMap {
  using value_type = std::size_t;
  using reference = std::size_t;
  using key_type = Element;
  using category = boost::readable_property_map_tag;
  friend std::size_t get(IndexMap, Element e) noexcept { return index(e); }
};

}  // namespace tropiary::bgl

namespace boost {

template <>
struct graph_traits<tropiary::Poset> {
  using vertex_descriptor = tropiary::Element;
  using edge_descriptor = tropiary::Relation;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;
  using traversal_category = tropiary::bgl::TraversalCategory;
  using vertex_iterator = tropiary::bgl::VertexIterator;
  using adjacency_iterator = tropiary::bgl::AdjacencyIterator;
  using out_edge_iterator = tropiary::bgl::OutEdgeIterator;
  using in_edge_iterator = tropiary::bgl::InEdgeIterator;
  using edge_iterator = void;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static constexpr vertex_descriptor null_vertex() noexcept { return static_cast<tropiary::Element>(0xffffffffU); }
};

template <>
struct property_map<tropiary::Poset, vertex_index_t> {
  using type = tropiary::bgl::IndexMap;
  using const_type = tropiary::bgl::IndexMap;
};

}  // namespace boost

namespace tropiary {

inline std::size_t num_vertices(const Poset& p) noexcept { return p.size(); }
inline std::pair<bgl::VertexIterator, bgl::VertexIterator> vertices(const Poset& p) {
  const auto at = [](std::size_t i) { return bgl::VertexIterator(boost::counting_iterator<std::size_t>(i)); };
  return {at(0), at(p.size())};
}

inline std::size_t out_degree(Element v, const Poset& p) noexcept { return p.upper_covers(v).size(); }
inline std::size_t in_degree(Element v, const Poset& p) noexcept { return p.lower_covers(v).size(); }
inline std::size_t degree(Element v, const Poset& p) noexcept { return in_degree(v, p) + out_degree(v, p); }

inline std::pair<bgl::AdjacencyIterator, bgl::AdjacencyIterator> adjacent_vertices(Element v, const Poset& p) noexcept {
  const auto covers = p.upper_covers(v);
  return {covers.data(), covers.data() + covers.size()};
}
inline std::pair<bgl::OutEdgeIterator, bgl::OutEdgeIterator> out_edges(Element v, const Poset& p) {
  const auto [begin, end] = adjacent_vertices(v, p);
  return {{begin, bgl::ToUpperCover{v}}, {end, bgl::ToUpperCover{v}}};
}
inline std::pair<bgl::InEdgeIterator, bgl::InEdgeIterator> in_edges(Element v, const Poset& p) {
  const auto covers = p.lower_covers(v);
  return {{covers.data(), bgl::ToLowerCover{v}}, {covers.data() + covers.size(), bgl::ToLowerCover{v}}};
}
inline Element source(Relation cover, const Poset&) noexcept { return cover.lower; }
inline Element target(Relation cover, const Poset&) noexcept { return cover.upper; }

inline bgl::IndexMap get(boost::vertex_index_t, const Poset&) noexcept { return {}; }
inline std::size_t get(boost::vertex_index_t, const Poset&, Element v) noexcept { return index(v); }

}  // namespace tropiary
