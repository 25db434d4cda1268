#include <string>

#include "polytope/faces/face_order.hpp"
#include "polytope/faces/simple_h_vector.hpp"
#include "tropiary/error.hpp"
#include "tropiary/polytope/faces.hpp"

namespace tropiary {
namespace {

using Polynomial = std::vector<Integer>;  // coefficients ascending

// h of the boundary of a face of dimension k from Σ g(G) (x − 1)^{k−1−dim G}, where sums[j] collects the g(G) of the
// faces with dim G = j − 1.
Polynomial toric_h(const std::vector<Polynomial>& sums, std::size_t k) {
  Polynomial h(k + 1);
  for (std::size_t j = 0; j <= k; ++j) {
    const std::size_t power = k - j;
    for (std::size_t i = 0; i < sums[j].size(); ++i) {
      for (std::size_t e = 0; e <= power; ++e) {
        const Integer term = binomial(power, e) * sums[j][i];
        h[i + e] += (power - e) % 2 == 0 ? term : -term;
      }
    }
  }
  return h;
}

void add_to(Polynomial& sum, const Polynomial& term) {
  if (sum.size() < term.size()) sum.resize(term.size());
  for (std::size_t i = 0; i < term.size(); ++i) sum[i] += term[i];
}

}  // namespace

std::vector<Integer> h_vector(const Polytope& k) {
  if (k.dimension() < 0) throw Error(Errc::invalid_argument, "h_vector: the empty polytope has none");
  if (k.dimension() == 0) return {1};
  if (k.dimension() == 1) return {1, 1};
  if (const auto known = detail::simple_or_simplicial(k, detail::incidence(k))) return known->h;
  throw Error(Errc::invalid_argument,
              "h_vector: the polytope is neither simple nor simplicial; toric_h_vector takes every polytope");
}

std::vector<Integer> toric_h_vector(const Polytope& k, std::size_t max_faces) {
  if (k.dimension() < 0) throw Error(Errc::invalid_argument, "toric_h_vector: the empty polytope has none");
  const auto d = static_cast<std::size_t>(k.dimension());
  const detail::FaceOrder order = detail::face_order(k, max_faces, "toric_h_vector");
  std::vector<Polynomial> g(order.below.rows());
  Polynomial h;
  for (std::size_t dimension = 0; dimension <= d; ++dimension) {
    for (std::size_t f = order.first[dimension]; f < order.first[dimension + 1]; ++f) {
      std::vector<Polynomial> sums(dimension + 1);
      sums[0] = {1};  // the empty face
      std::size_t lower = 0;
      detail::for_each_bit(order.below.row(f), [&](std::size_t face) {
        while (face >= order.first[lower + 1]) ++lower;
        add_to(sums[lower + 1], g[face]);
      });
      h = toric_h(sums, dimension);
      for (std::size_t i = 0; i <= dimension / 2; ++i) g[f].push_back(i == 0 ? h[0] : h[i] - h[i - 1]);
    }
  }
  return h;
}

std::vector<Integer> flag_f_vector(const Polytope& k, std::size_t max_faces) {
  if (k.dimension() <= 0) return {1};
  constexpr std::size_t most_dimensions = 20;
  const auto d = static_cast<std::size_t>(k.dimension());
  if (d > most_dimensions) {
    throw Error(Errc::too_large, "flag_f_vector: dimension " + std::to_string(d) + " has 2^" + std::to_string(d) +
                                     " sets of dimensions; at most 2^20 are listed");
  }
  const detail::FaceOrder order = detail::face_order(k, max_faces, "flag_f_vector");
  std::vector<Integer> flags(std::size_t{1} << d);
  flags[0] = 1;
  // For the set S of the dimensions on the path, the numbers of chains by their largest face. Sets are met as S, then
  // S with each larger dimension in turn.
  struct Step {
    std::size_t dimension;
    std::vector<Integer> chains;
  };
  std::vector<Step> path;
  std::size_t set = 0;
  std::size_t next = 0;
  while (true) {
    if (next == d) {
      if (path.empty()) return flags;
      next = path.back().dimension + 1;
      set &= ~(std::size_t{1} << path.back().dimension);
      path.pop_back();
      continue;
    }
    Step step{next, std::vector<Integer>(order.first[next + 1] - order.first[next], path.empty() ? 1 : 0)};
    Integer total = 0;
    for (std::size_t f = 0; f < step.chains.size(); ++f) {
      if (!path.empty()) {
        const std::size_t base = order.first[path.back().dimension];
        const detail::Words below = order.below.row(order.first[next] + f);
        for (std::size_t g = 0; g < path.back().chains.size(); ++g) {
          if (detail::test_bit(below, base + g)) step.chains[f] += path.back().chains[g];
        }
      }
      total += step.chains[f];
    }
    set |= std::size_t{1} << next;
    flags[set] = total;
    path.push_back(std::move(step));
    ++next;
  }
}

}  // namespace tropiary
