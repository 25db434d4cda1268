#include "order/linear_extensions/tree_linear_extensions.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <string>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary::detail {

namespace {

// The spectrum of a point in a poset: at i the number of linear extensions in which i points come before it. For trees
// the spectra are joined edge by edge [atkinson1990].
using Spectrum = std::vector<Integer>;

constexpr std::uint64_t work_limit = std::uint64_t{1} << 37U;  // about a minute

/// C(n, 0), …, C(n, n).
std::vector<Integer> binomials(std::size_t n) {
  std::vector<Integer> row{Integer(1)};
  for (std::size_t k = 0; k < n; ++k) row.push_back(row[k] * Integer(n - k) / Integer(k + 1));
  return row;
}

/// The spectrum of u after its poset was joined to that of w by the relation u < w, or w < u. If i points of its own
/// poset and t of w's come before u, there are C(i+t, t)·C(p−1−i+q−t, q−t) ways to merge; as this is C(p−1, i)·C(q,
/// t)·C(p+q−1, q) / C(p+q−1, i+t), one product for each (i, t) is enough.
Spectrum join(Spectrum u, const Spectrum& w, bool u_is_lower) {
  const std::size_t p = u.size();
  const std::size_t q = w.size();
  // allowed[t]: the linear extensions of w's poset with w at or behind place t (before place t).
  std::vector<Integer> allowed(q + 1);
  if (u_is_lower) {
    for (std::size_t t = q; t-- > 0;) allowed[t] = allowed[t + 1] + w[t];
  } else {
    for (std::size_t t = 0; t < q; ++t) allowed[t + 1] = allowed[t] + w[t];
  }
  if (p == 1) {
    for (Integer& count : allowed) count *= u[0];
    return allowed;
  }
  const std::vector<Integer> own = binomials(p - 1);
  const std::vector<Integer> other = binomials(q);
  for (std::size_t i = 0; i < p; ++i) u[i] *= own[i];
  for (std::size_t t = 0; t <= q; ++t) allowed[t] *= other[t];
  Spectrum result(p + q);
  for (std::size_t i = 0; i < p; ++i) {
    if (u[i].is_zero()) continue;
    for (std::size_t t = 0; t <= q; ++t) {
      if (!allowed[t].is_zero()) result[i + t] += u[i] * allowed[t];
    }
  }
  const std::vector<Integer> all = binomials(p + q - 1);
  for (std::size_t k = 0; k < p + q; ++k) {
    result[k] *= all[q];
    result[k] /= all[k];
  }
  return result;
}

}  // namespace

bool hasse_diagram_is_tree(const Poset& p) {
  return !p.empty() && p.count_covers() == p.size() - 1 && count_connected_components(p) == 1;
}

Integer count_linear_extensions_of_tree(const Poset& p, std::span<const std::size_t> lengths) {
  // There are at most |p|^N extensions for N points in |p| chains; half the words in a factor of a product.
  std::uint64_t points = 0;
  for (const std::size_t length : lengths) points = std::min(points + length, work_limit);
  const std::uint64_t words = 1 + points * static_cast<std::uint64_t>(std::bit_width(p.size())) / 128;
  if (points > 1U << 16 || points * points / 2 > work_limit / (words * words)) {
    throw Error(Errc::too_large, "count_linear_extensions: a prime part of " + std::to_string(points) +
                                     " points is a tree of " + std::to_string(p.size()) +
                                     " chains; joining them would take more than 2^37 products of words");
  }
  // Breadth first from point 0; then every point is joined to its parent, the last ones first.
  std::vector<std::size_t> order{0};
  std::vector<std::size_t> parent(p.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t x = order[i];
    for (const auto& neighbours : {p.upper_covers(element(x)), p.lower_covers(element(x))}) {
      for (const Element y : neighbours) {
        if (x != 0 && index(y) == parent[x]) continue;
        parent[index(y)] = x;
        order.push_back(index(y));
      }
    }
  }
  // A block is its chain, c₁ < … < c_l. `top` is the spectrum of c_l with all that hangs above c_l, `bottom` that of c₁
  // with the first point alone and all that hangs below it; a chain of one point uses `top` for both.
  std::vector<Spectrum> top(p.size(), Spectrum{Integer(1)});
  std::vector<Spectrum> bottom(p.size(), Spectrum{Integer(1)});
  Spectrum whole;
  for (std::size_t i = order.size(); i-- > 0;) {
    const std::size_t x = order[i];
    const bool is_root = i == 0;
    const bool below_parent = !is_root && p.less(element(x), element(parent[x]));
    // The end of the chain that is joined to the parent: c_l for a point below its parent, else c₁. Start at the other
    // end.
    Spectrum spectrum = std::move(below_parent && lengths[x] > 1 ? bottom[x] : top[x]);
    for (std::size_t step = 1; step < lengths[x]; ++step) {
      const bool last = step + 1 == lengths[x];
      Spectrum next = last ? std::move(below_parent ? top[x] : bottom[x]) : Spectrum{Integer(1)};
      spectrum = join(std::move(next), spectrum, !below_parent);
    }
    if (is_root) {
      whole = std::move(spectrum);
      break;
    }
    Spectrum& target = lengths[parent[x]] == 1 || !below_parent ? top[parent[x]] : bottom[parent[x]];
    target = join(std::move(target), spectrum, !below_parent);
    Spectrum().swap(top[x]);
    Spectrum().swap(bottom[x]);
  }
  return std::accumulate(whole.begin(), whole.end(), Integer(0));
}

}  // namespace tropiary::detail
