#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "polytope/numbers/vertex_cones.hpp"
#include "tropiary/exact/rational.hpp"

namespace tropiary::detail {
namespace {

using Row = std::vector<Integer>;
using Rows = std::vector<Row>;

// M with M · rows = |det| · identity. Fraction-free Gauss–Jordan elimination; every division is exact. Ref
// [bareiss1968].
Rows scaled_inverse(Rows rows) {
  const std::size_t n = rows.size();
  for (std::size_t i = 0; i < n; ++i) {
    rows[i].resize(2 * n);
    rows[i][n + i] = 1;
  }
  Integer previous = 1;
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    while (rows[pivot][k].is_zero()) ++pivot;  // never singular here
    std::swap(rows[pivot], rows[k]);
    for (std::size_t i = 0; i < n; ++i) {
      if (i == k) continue;
      const Integer factor = rows[i][k];
      for (std::size_t j = 0; j < 2 * n; ++j) {
        rows[i][j] = (rows[i][j] * rows[k][k] - factor * rows[k][j]) / previous;
      }
    }
    previous = rows[k][k];
  }
  Rows result(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = n; j < 2 * n; ++j) result[i].push_back(previous.sign() < 0 ? -rows[i][j] : rows[i][j]);
  }
  return result;
}

Integer largest_entry(const Row& row) {
  Integer largest;
  for (const Integer& x : row) {
    if (abs(x) > largest) largest = abs(x);
  }
  return largest;
}

// Lovász' reduction with floating-point projections: the operations on the rows are exact and unimodular, so rounding
// can only make the basis less short.
void shorten(Rows& basis) {
  const std::size_t n = basis.size();
  std::vector<std::vector<double>> values(n, std::vector<double>(n));
  const auto read = [&](std::size_t i) {
    for (std::size_t j = 0; j < n; ++j) values[i][j] = to_double_for_display(Rational(basis[i][j]));
  };
  for (std::size_t i = 0; i < n; ++i) read(i);
  std::vector<std::vector<double>> star(n, std::vector<double>(n));
  std::vector<std::vector<double>> mu(n, std::vector<double>(n));
  std::vector<double> norm(n);
  const auto dot = [n](const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t j = 0; j < n; ++j) sum += a[j] * b[j];
    return sum;
  };
  const auto project = [&](std::size_t k) {
    star[k] = values[k];
    for (std::size_t i = 0; i < k; ++i) {
      mu[k][i] = norm[i] > 0 ? dot(values[k], star[i]) / norm[i] : 0;
      for (std::size_t j = 0; j < n; ++j) star[k][j] -= mu[k][i] * star[i][j];
    }
    norm[k] = dot(star[k], star[k]);
  };
  project(0);
  std::size_t k = 1;
  for (std::size_t step = 0; k < n && step < 400 * n; ++step) {
    project(k);
    for (std::size_t i = k; i-- > 0;) {
      const double nearest = std::nearbyint(mu[k][i]);
      if (nearest == 0 || !(std::abs(nearest) < 9e15)) continue;
      const Integer times(static_cast<std::int64_t>(nearest));
      for (std::size_t j = 0; j < n; ++j) basis[k][j] -= times * basis[i][j];
      read(k);
      project(k);
    }
    if (norm[k] >= (0.99 - mu[k][k - 1] * mu[k][k - 1]) * norm[k - 1]) {
      ++k;
      continue;
    }
    std::swap(basis[k], basis[k - 1]);
    std::swap(values[k], values[k - 1]);
    project(k - 1);
    k = std::max<std::size_t>(k - 1, 1);
  }
}

// The vector of least largest entry among the basis and the sums and differences of two of it.
Row shortest(const Rows& basis) {
  Row best = basis[0];
  Integer least = largest_entry(best);
  const auto offer = [&](Row row) {
    Integer size = largest_entry(row);
    if (size.is_zero() || size >= least) return;
    best = std::move(row);
    least = std::move(size);
  };
  for (std::size_t i = 0; i < basis.size(); ++i) {
    offer(basis[i]);
    for (std::size_t j = 0; j < i; ++j) {
      for (const int sign : {1, -1}) {
        Row row = basis[i];
        for (std::size_t l = 0; l < row.size(); ++l) row[l] += Integer(sign) * basis[j][l];
        offer(std::move(row));
      }
    }
  }
  return best;
}

}  // namespace

Integer integer_determinant(Rows rows) {
  const std::size_t n = rows.size();
  Integer previous = 1;
  int sign = 1;
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    while (pivot < n && rows[pivot][k].is_zero()) ++pivot;
    if (pivot == n) return 0;
    if (pivot != k) {
      std::swap(rows[pivot], rows[k]);
      sign = -sign;
    }
    for (std::size_t i = k + 1; i < n; ++i) {
      for (std::size_t j = k + 1; j < n; ++j) {
        rows[i][j] = (rows[i][j] * rows[k][k] - rows[i][k] * rows[k][j]) / previous;
      }
    }
    previous = rows[k][k];
  }
  return sign < 0 ? -previous : previous;
}

bool unimodular_cones(SignedCone cone, const std::function<bool(const SignedCone&)>& visit) {
  std::vector<std::pair<SignedCone, Integer>> stack;
  for (Row& row : cone.rows) row = primitive(std::move(row));
  stack.emplace_back(std::move(cone), Integer(0));
  stack.back().second = abs(integer_determinant(stack.back().first.rows));
  while (!stack.empty()) {
    const auto [current, size] = std::move(stack.back());
    stack.pop_back();
    if (size.is_one()) {
      if (!visit(current)) return false;
      continue;
    }
    // The integer vectors w = Σ α_i row_i have the α of a lattice, spanned by the rows of the inverse: take a short
    // one. Then the cones with w for row_i have the indices |α_i| · size; Minkowski promises |α_i| ≤ size^(−1/n) for
    // some w.
    const std::size_t n = current.rows.size();
    Rows lattice = scaled_inverse(current.rows);
    shorten(lattice);
    Row alpha = shortest(lattice);
    if (largest_entry(alpha) >= size) return false;  // only rounding beyond all measure could do that
    if (std::ranges::none_of(alpha, [](const Integer& a) { return a.sign() > 0; })) {
      for (Integer& a : alpha) a = -a;  // the rows and w have to lie on one side of a hyperplane
    }
    Row w(n);
    for (std::size_t i = 0; i < n; ++i) {
      if (alpha[i].is_zero()) continue;
      for (std::size_t j = 0; j < n; ++j) w[j] += alpha[i] * current.rows[i][j];
    }
    for (Integer& x : w) x /= size;
    for (std::size_t i = 0; i < n; ++i) {
      if (alpha[i].is_zero()) continue;
      SignedCone part = current;
      part.rows[i] = w;
      part.sign *= alpha[i].sign();
      stack.emplace_back(std::move(part), abs(alpha[i]));
    }
  }
  return true;
}

}  // namespace tropiary::detail
