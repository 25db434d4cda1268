#include "polytope/hull/word_points.hpp"

#include "polytope/span.hpp"

namespace tropiary::detail {
namespace {

constexpr std::uint64_t prime = 2147483647;  // 2^31 − 1

std::uint64_t inverse(std::uint64_t x) {
  std::uint64_t result = 1;
  for (std::uint64_t e = prime - 2; e != 0; e >>= 1) {
    if ((e & 1) != 0) result = result * x % prime;
    x = x * x % prime;
  }
  return result;
}

// The span of vectors modulo the prime. Vectors independent there are independent over the rationals.
class ModularSpan {
 public:
  explicit ModularSpan(std::size_t length) : length_(length) {}

  [[nodiscard]] std::size_t dimension() const { return pivots_.size(); }

  // Whether the vector, with entries below the prime, was outside the span, which then contains it.
  bool insert(std::vector<std::uint64_t>& vector) {
    for (std::size_t i = 0; i < pivots_.size(); ++i) {
      const std::uint64_t factor = vector[pivots_[i]];
      if (factor == 0) continue;
      const std::uint64_t* row = rows_.data() + i * length_;
      for (std::size_t j = pivots_[i]; j < length_; ++j) vector[j] = (vector[j] + (prime - factor) * row[j]) % prime;
    }
    std::size_t pivot = 0;
    while (pivot < length_ && vector[pivot] == 0) ++pivot;
    if (pivot == length_) return false;
    const std::uint64_t scale = inverse(vector[pivot]);
    for (std::size_t j = 0; j < length_; ++j) rows_.push_back(j < pivot ? 0 : vector[j] * scale % prime);
    pivots_.push_back(pivot);
    return true;
  }

 private:
  std::size_t length_;
  std::vector<std::uint64_t> rows_;
  std::vector<std::size_t> pivots_;
};

std::uint64_t modulo_prime(std::int64_t x) {
  const auto p = static_cast<std::int64_t>(prime);
  const std::int64_t rest = x % p;
  return static_cast<std::uint64_t>(rest < 0 ? rest + p : rest);
}

std::uint64_t modulo_prime(const Integer& x) {
  return modulo_prime(x.fits_int64() ? x.to_int64() : (x % Integer(prime)).to_int64());
}

template <class Difference>
std::vector<std::size_t> independent(std::size_t count, std::size_t d, std::span<const std::size_t> order,
                                     const Difference& difference) {
  const auto at = [&](std::size_t i) { return order.empty() ? i : order[i]; };
  std::vector<std::size_t> chosen = {at(0)};
  ModularSpan span(d);
  std::vector<std::uint64_t> direction(d);
  for (std::size_t i = 1; i < count && span.dimension() < d; ++i) {
    for (std::size_t j = 0; j < d; ++j) direction[j] = difference(at(i), at(0), j);
    if (span.insert(direction)) chosen.push_back(at(i));
  }
  return chosen;
}

}  // namespace

std::vector<std::size_t> independent_points(const WordPoints& points, std::span<const std::size_t> order) {
  return independent(points.count, points.dimension, order, [&](std::size_t i, std::size_t origin, std::size_t j) {
    return modulo_prime(points.row(i)[j] - points.row(origin)[j]);
  });
}

std::vector<std::size_t> independent_points(const std::vector<std::vector<Integer>>& points,
                                            std::span<const std::size_t> order) {
  return independent(points.size(), points[0].size(), order, [&](std::size_t i, std::size_t origin, std::size_t j) {
    return modulo_prime(points[i][j] - points[origin][j]);
  });
}

bool have_rank(const std::vector<AffineForm>& forms, std::span<const std::size_t> positions, std::size_t rank) {
  if (positions.size() < rank) return false;
  if (rank == 0) return true;
  const std::size_t d = forms[positions[0]].normal.size();
  ModularSpan modular(d);
  std::vector<std::uint64_t> row(d);
  for (const std::size_t f : positions) {
    for (std::size_t j = 0; j < d; ++j) row[j] = modulo_prime(forms[f].normal[j]);
    modular.insert(row);
    if (modular.dimension() == rank) return true;
  }
  Span exact;  // the prime may divide a minor
  for (auto it = positions.begin(); exact.dimension() < rank && it != positions.end(); ++it) {
    exact.insert(RationalVector(forms[*it].normal.begin(), forms[*it].normal.end()));
  }
  return exact.dimension() == rank;
}

}  // namespace tropiary::detail
