#include "tropiary/interop/bgl.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/topological_sort.hpp>
#include <catch2/catch.hpp>
#include <vector>

#include "tropiary/order/constructions.hpp"
#include "tropiary/order/relations.hpp"

namespace tropiary {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Poset>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Poset>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Poset>));

std::vector<Poset> examples() {
  return {Poset(),
          chain(1),
          antichain(5),
          paper_poset(12),
          boolean_lattice(4),
          fence(9),
          crown(4),
          divisor_lattice(60),
          parse_relations("3<1, 2<1, 4")};
}

/// The elements that a breadth-first search of the graph reaches from v, v not counted.
template <class Graph>
ElementSet reached_from(Element v, const Graph& graph, std::size_t size) {
  std::vector<boost::default_color_type> colours(size, boost::white_color);
  const auto colour = boost::make_iterator_property_map(colours.begin(), bgl::IndexMap{});
  boost::breadth_first_search(graph, v, boost::color_map(colour));
  ElementSet reached(size);
  for (std::size_t i = 0; i < size; ++i) {
    if (colours[i] == boost::black_color) reached.insert(element(i));
  }
  reached.erase(v);
  return reached;
}

TEST_CASE("Boost's topological sort of a poset is a linear extension read backwards") {
  for (const Poset& p : examples()) {
    std::vector<Element> order;
    boost::topological_sort(p, std::back_inserter(order), boost::vertex_index_map(bgl::IndexMap{}));
    REQUIRE(order.size() == p.size());
    std::vector<std::size_t> place(p.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[index(order[i])] = i;
    for (const Relation& cover : p.covers()) CHECK(place[index(cover.lower)] > place[index(cover.upper)]);
  }
}

TEST_CASE("what Boost's search reaches along covers is what lies above and backwards what lies below") {
  for (const Poset& p : examples()) {
    const auto reversed = boost::make_reverse_graph(p);
    for (std::size_t i = 0; i < p.size(); ++i) {
      CHECK(reached_from(element(i), p, p.size()) == p.above(element(i)));
      CHECK(reached_from(element(i), reversed, p.size()) == p.below(element(i)));
    }
  }
}

TEST_CASE("the out-edges of all vertices are the covers") {
  for (const Poset& p : examples()) {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS> copy(p.size());
    for (const auto& [v, end] = vertices(p); const Element e : boost::make_iterator_range(v, end)) {
      for (const Relation& cover : boost::make_iterator_range(out_edges(e, p))) {
        CHECK(source(cover, p) == e);
        boost::add_edge(index(cover.lower), index(target(cover, p)), copy);
      }
      CHECK(degree(e, p) == out_degree(e, p) + p.lower_covers(e).size());
    }
    CHECK(boost::num_edges(copy) == p.count_covers());
    for (const Relation& cover : p.covers()) CHECK(boost::edge(index(cover.lower), index(cover.upper), copy).second);
  }
}

}  // namespace
}  // namespace tropiary
