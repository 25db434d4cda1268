#include "tropiary/io/draw_polytope.hpp"

#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/polytope/graphs.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

using namespace tropiary;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("the picture of a cube shows three faces and dashes the three edges behind") {
  const std::string svg = to_svg(order_polytope(antichain(3)), {VertexLabels::coordinates, {}, {}});
  CHECK(count(svg, "<polygon") == 3);
  CHECK(count(svg, "<line") == 12);
  CHECK(count(svg, "<circle") == 8);
  CHECK(svg.find(">011</text>") != std::string::npos);
  const std::size_t dashed = svg.find("stroke-dasharray");
  const std::string behind = svg.substr(dashed, svg.find("</g>", dashed) - dashed);
  CHECK(count(behind, "<line") == 3);
  CHECK(svg == to_svg(order_polytope(antichain(3)), {VertexLabels::coordinates, {}, {}}));
}

TEST_CASE("each edge is drawn once and in a Schlegel diagram those inside the outer facet on a ground") {
  for (const char* name : {"chain:0", "chain:1", "antichain:2", "chain:3", "fence:3", "diamond", "N", "antichain:4"}) {
    const Polytope k = order_polytope(named_poset(name));
    const std::string svg = to_svg(k);
    CAPTURE(name);
    const std::size_t grounds = count(svg, "stroke-opacity");
    CHECK(count(svg, "<line") - grounds == vertex_graph(k).size());
    CHECK(count(svg, "<circle") == k.vertices().size());
    CHECK(count(svg, "<text") == k.vertices().size());
    CHECK((grounds > 0) == (k.dimension() == 4));
    CHECK(svg.find("nan") == std::string::npos);
    CHECK(svg.find("inf") == std::string::npos);
    CHECK(count(to_svg(k, {VertexLabels::none, {}, {}}), "<text") == 0);
  }
  // Eight edges lead inwards, twelve are inside, twelve outside.
  CHECK(count(to_svg(order_polytope(antichain(4))), "stroke-opacity") == 20);
}

TEST_CASE("flat polytopes are seen in their plane and sizes beyond a double are drawn") {
  const Polytope triangle = Polytope::from_theorem(3, {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
                                                   {{0, {1, 0, 0}}, {0, {0, 1, 0}}, {0, {0, 0, 1}}}, {{-1, {1, 1, 1}}});
  CHECK(count(to_svg(triangle), "<line") == 3);
  const Integer huge = pow(Integer(10), 1000);
  const Polytope square = Polytope::from_theorem(2, {{0, 0}, {huge, 0}, {0, huge}, {huge, huge}},
                                                 {{0, {1, 0}}, {0, {0, 1}}, {huge, {-1, 0}}, {huge, {0, -1}}}, {});
  CHECK(to_svg(square) == to_svg(order_polytope(antichain(2))));
}

TEST_CASE("what cannot be drawn is refused") {
  CHECK_ERROR(to_svg(order_polytope(antichain(5))), Errc::invalid_argument, "dimensions 0 to 4");
  CHECK_ERROR(to_svg(Polytope()), Errc::invalid_argument, "dimensions 0 to 4");
  CHECK_ERROR(to_svg(order_polytope(antichain(4)), {VertexLabels::none, {}, 8}), Errc::invalid_argument, "facet 8");
  CHECK_ERROR(to_svg(order_polytope(antichain(3)), {VertexLabels::none, {{0, 0, 0}}, {}}), Errc::invalid_argument,
              "view");
  CHECK_ERROR(vertex_labels("names"), Errc::invalid_argument, "coordinates");
}
