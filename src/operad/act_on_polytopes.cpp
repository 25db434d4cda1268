#include "tropiary/operad/act_on_polytopes.hpp"

#include <string>
#include <unordered_map>
#include <utility>

#include "tropiary/error.hpp"
#include "tropiary/order/up_sets.hpp"
#include "tropiary/polytope/minkowski_sum.hpp"

namespace tropiary {
namespace {

// The hull of the union is taken over one Minkowski sum for each antichain.
constexpr std::size_t max_antichains = std::size_t{1} << 20;

std::size_t check_arguments(const Poset& p, std::span<const PointedPolytope> arguments) {
  if (arguments.size() != p.size()) {
    throw Error(Errc::dimension_mismatch, "act: " + std::to_string(arguments.size()) + " polytopes for a poset with " +
                                              std::to_string(p.size()) + " points");
  }
  const std::size_t ambient = arguments.empty() ? 0 : arguments[0].k.ambient_dimension();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].k.ambient_dimension() != ambient || arguments[i].b.size() != ambient) {
      throw Error(Errc::dimension_mismatch, "act: argument " + std::to_string(i) + " has a polytope in R^" +
                                                std::to_string(arguments[i].k.ambient_dimension()) +
                                                " and a top point in R^" + std::to_string(arguments[i].b.size()) +
                                                ", argument 0 a polytope in R^" + std::to_string(ambient));
    }
  }
  return ambient;
}

void check_count(const Poset& p) {
  std::size_t count = 0;
  for (auto it = up_sets(p).begin(); it != std::default_sentinel; ++it) {
    if (++count > max_antichains) {
      throw Error(Errc::too_large, "act: the poset with " + std::to_string(p.size()) + " points has more than " +
                                       std::to_string(max_antichains) + " antichains");
    }
  }
}

void add(RationalVector& a, const RationalVector& b) {
  for (std::size_t j = 0; j < b.size(); ++j) a[j] += b[j];
}

// Minkowski sums over sets of arguments; those over initial parts of a set are kept, since antichains share them.
class Sums {
 public:
  Sums(std::span<const PointedPolytope> arguments, std::size_t ambient, const HullOptions& options)
      : arguments_(arguments), options_(options), origin_(convex_hull(ambient, {RationalVector(ambient)})) {}

  const Polytope& over(const ElementSet& chosen) {
    const Polytope* sum = &origin_;
    ElementSet part(arguments_.size());
    for (const Element e : chosen) {
      part.insert(e);
      auto it = known_.find(part);
      if (it == known_.end()) {
        const Polytope two[] = {*sum, arguments_[index(e)].k};
        it = known_.emplace(part, minkowski_sum(two, options_).polytope).first;
      }
      sum = &it->second;
    }
    return *sum;
  }

 private:
  std::span<const PointedPolytope> arguments_;
  HullOptions options_;
  Polytope origin_;
  std::unordered_map<ElementSet, Polytope> known_;
};

}  // namespace

PointedPolytope act(const Poset& p, std::span<const PointedPolytope> arguments, Action action,
                    const HullOptions& options) {
  const std::size_t ambient = check_arguments(p, arguments);
  check_count(p);
  Sums sums(arguments, ambient, options);
  std::vector<RationalVector> points;
  // Antichains are the sets of minimal elements of up-sets; what lies above one is the rest of its up-set.
  for (const ElementSet& up_set : up_sets(p)) {
    if (up_set.empty() && action == Action::reduced) continue;
    const ElementSet antichain = minimal_elements(p, up_set);
    RationalVector shift(ambient);
    for (const Element e : up_set - antichain) add(shift, arguments[index(e)].b);
    for (RationalVector point : sums.over(antichain).vertices()) {
      add(point, shift);
      points.push_back(std::move(point));
    }
  }
  PointedPolytope result{convex_hull(ambient, std::move(points), options), RationalVector(ambient)};
  for (const PointedPolytope& argument : arguments) add(result.b, argument.b);
  return result;
}

}  // namespace tropiary
