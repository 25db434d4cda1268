#include "tropiary/polytope/polytope_from_inequalities.hpp"

#include <string>
#include <utility>

#include "tropiary/error.hpp"
#include "tropiary/polytope/polyhedron_from.hpp"

namespace tropiary {

Polytope polytope_from_inequalities(std::size_t ambient_dimension, std::vector<AffineForm> inequalities,
                                    std::vector<AffineForm> equations, const HullOptions& options) {
  const Polyhedron p =
      polyhedron_from_inequalities(ambient_dimension, std::move(inequalities), std::move(equations), options);
  if (p.is_bounded()) return to_polytope(p);
  std::string direction;
  for (const Integer& x : p.rays().empty() ? p.lines().front() : p.rays().front()) {
    direction += (direction.empty() ? "" : ", ") + x.to_string();
  }
  throw Error(Errc::invalid_argument,
              "polytope_from_inequalities: the solutions are unbounded in the direction (" + direction + ")");
}

}  // namespace tropiary
