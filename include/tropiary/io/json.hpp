#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tropiary/compile/compiled_network.hpp"
#include "tropiary/order/poset.hpp"
#include "tropiary/polytope/polyhedron.hpp"
#include "tropiary/tropical/polynomial.hpp"

namespace tropiary {

// JSON of every value; schemas in docs/schemas/. Rationals are strings "p/q", integers beyond 2⁵³ strings.

std::string to_json(const Poset& p);     ///< {"size": 4, "covers": [[0, 1], …], "labels": […]}
std::string to_json(const Polytope& k);  ///< {"dimension", "ambient_dimension", "vertices", "facets", "equations"}
/// The same, with "rays" and "lines" behind the vertices when it is unbounded; parse_polyhedron reads both.
std::string to_json(const Polyhedron& p);
std::string to_json(
    const TropicalPolynomial& f);  ///< {"variables": 2, "monomials": [{"exponent": […], "coefficient": "1/2"}]}
std::string to_json(const TropicalNetwork& network);

/// Accepts `relations` or `covers`. Throws parse_error with line and column for malformed JSON, invalid_argument
/// naming the field otherwise.
Poset poset_from_json(std::string_view text);
TropicalPolynomial tropical_polynomial_from_json(std::string_view text);
TropicalNetwork network_from_json(std::string_view text);

/// A list of points, {"points": […]} or {"vertices": […]} (rows of integers or "p/q"); parse_polyhedron reads whole
/// polyhedra.
struct PointsFile {
  std::size_t ambient_dimension = 0;
  std::vector<RationalVector> points;
};
/// Throws dimension_mismatch naming the first row of another length; parse_error; invalid_argument for JSON numbers
/// that are no integers ("0.5" must be a string).
PointsFile points_from_json(std::string_view text);
/// The same of {"generators": […]}, the rows of a zonotope.
PointsFile generators_from_json(std::string_view text);

}  // namespace tropiary
