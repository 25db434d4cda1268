#include "polytope/numbers/simplices.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "polytope/numbers/prime_field.hpp"
#include "polytope/numbers/pulling.hpp"
#include "polytope/numbers/vertex_cones.hpp"

namespace tropiary::detail {
namespace {

using Row = std::vector<Integer>;
using Rows = std::vector<Row>;

// e with |row| ≤ 2^(e/2).
std::size_t size_exponent(const Row& row) {
  Integer square = -1;
  for (const Integer& x : row) square += x * x;
  return square.bit_length();
}

const PrimeField& word_field() {
  static const PrimeField field;
  return field;
}

// The vertices of a simplex, each with the denominator as one more coordinate.
Rows lifted(const Body& body, std::span<const std::size_t> simplex) {
  Rows rows;
  for (const std::size_t v : simplex) {
    rows.push_back(body.vertices[v]);
    rows.back().push_back(body.denominator);
  }
  return rows;
}

// λ · rows = point · |det rows| for square rows, and |det rows|: Cramer's numerators.
struct Barycentric {
  Row numerators;
  Integer index;
};

Barycentric barycentric(const Rows& rows, const Row& point) {
  const std::size_t n = rows.size();
  Barycentric result;
  std::size_t exponent = size_exponent(point);
  for (const Row& row : rows) exponent += size_exponent(row);
  if (exponent < 118) {
    const PrimeField& field = word_field();
    std::vector<PrimeField::Residue> matrix(n * (n + 1));
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) matrix[j * (n + 1) + i] = field.residue(rows[i][j]);
      matrix[i * (n + 1) + n] = field.residue(point[i]);
    }
    PrimeField::Residue determinant = field.solve(matrix, n);
    if (field.signed_value(determinant) < 0) determinant = field.negative(determinant);
    result.index = field.signed_value(determinant);
    for (std::size_t i = 0; i < n; ++i) {
      result.numerators.emplace_back(field.signed_value(field.times(determinant, matrix[i * (n + 1) + n])));
    }
    return result;
  }
  RationalMatrix columns(n, RationalVector(n));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) columns[j][i] = rows[i][j];
  }
  result.index = abs(integer_determinant(rows));
  const auto solution = solve(std::move(columns), RationalVector(point.begin(), point.end()), n);
  for (const Rational& x : *solution) result.numerators.push_back((x * Rational(result.index)).numerator());
  return result;
}

// The group Z^n / (lattice of the rows): its elements as residues of the coordinates λ of λ · rows, times the index.
class ParallelepipedPoints {
 public:
  ParallelepipedPoints(const Rows& rows, std::int64_t index) : index_(index) {
    const std::size_t n = rows.size();
    RationalMatrix matrix(n);
    for (std::size_t i = 0; i < n; ++i) {
      matrix[i].assign(rows[i].begin(), rows[i].end());
      for (std::size_t j = 0; j < n; ++j) matrix[i].emplace_back(i == j ? 1 : 0);
    }
    const RowEchelon inverse = reduced_row_echelon(std::move(matrix));
    // Unit vector by unit vector, the subgroup generated so far grows by the order of the next one modulo it.
    std::vector<std::vector<std::int64_t>> generators;
    for (std::size_t i = 0; i < n; ++i) {
      std::vector<std::int64_t> element;
      for (std::size_t j = 0; j < n; ++j) {
        const Rational x = inverse.rows[i][n + j] * Rational(index);
        Integer residue = x.numerator() % Integer(index);
        if (residue.sign() < 0) residue += Integer(index);
        element.push_back(residue.to_int64());
      }
      generators.push_back(std::move(element));
    }
    echelon(std::move(generators));
  }

  // Calls visit(λ · index) for every element, λ in [0, 1)^n.
  template <class Visit>
  void for_each(Visit visit) const {
    const std::size_t n = basis_.empty() ? 0 : basis_[0].size();
    if (basis_.empty()) return visit(zero_);
    std::vector<std::int64_t> counter(basis_.size());
    std::vector<std::int64_t> element(n);
    while (true) {
      visit(element);
      std::size_t i = 0;
      while (i < basis_.size()) {
        for (std::size_t j = 0; j < n; ++j) {
          element[j] += basis_[i][j];
          if (element[j] >= index_) element[j] -= index_;
        }
        if (++counter[i] < orders_[i]) break;
        // The order-th multiple is an element of the subgroup before; take it off again.
        for (std::size_t j = 0; j < n; ++j) {
          element[j] -= wrap_[i][j];
          if (element[j] < 0) element[j] += index_;
        }
        counter[i] = 0;
        ++i;
      }
      if (i == basis_.size()) return;
    }
  }

 private:
  // An echelon basis modulo the index: every element is uniquely Σ c_i basis_i with 0 ≤ c_i < orders_i.
  void echelon(std::vector<std::vector<std::int64_t>> generators) {
    const std::size_t n = generators[0].size();
    zero_.assign(n, 0);
    __extension__ using Wide = __int128;
    for (std::size_t column = 0; column < n; ++column) {
      // Euclid's algorithm in this column, the index itself being one more entry.
      for (;;) {
        std::size_t least = generators.size();
        for (std::size_t i = 0; i < generators.size(); ++i) {
          if (generators[i][column] == 0) continue;
          if (least == generators.size() || generators[i][column] < generators[least][column]) least = i;
        }
        if (least == generators.size()) break;
        const auto subtract = [&](std::vector<std::int64_t>& from, std::int64_t times) {
          for (std::size_t j = 0; j < n; ++j) {
            const auto rest =
                static_cast<std::int64_t>((from[j] - static_cast<Wide>(times) * generators[least][j]) % index_);
            from[j] = rest < 0 ? rest + index_ : rest;
          }
        };
        bool done = true;
        for (std::size_t i = 0; i < generators.size(); ++i) {
          if (i == least || generators[i][column] == 0) continue;
          subtract(generators[i], generators[i][column] / generators[least][column]);
          done = done && generators[i][column] == 0;
        }
        const std::int64_t pivot = generators[least][column];
        if (!done) continue;
        if (index_ % pivot != 0) {  // the pivot times index/pivot wraps to something smaller
          std::vector<std::int64_t> wrapped(n);
          for (std::size_t j = 0; j < n; ++j) {
            wrapped[j] = static_cast<std::int64_t>(static_cast<Wide>(index_ / pivot) * generators[least][j] % index_);
            wrapped[j] = wrapped[j] == 0 ? 0 : index_ - wrapped[j];
          }
          generators.push_back(std::move(wrapped));
          continue;
        }
        // Multiples of the pivot row that vanish here stay generators of the rest.
        std::vector<std::int64_t> rest(n);
        const std::int64_t order = index_ / pivot;
        for (std::size_t j = 0; j < n; ++j) {
          rest[j] = static_cast<std::int64_t>(static_cast<Wide>(order) * generators[least][j] % index_);
        }
        basis_.push_back(generators[least]);
        orders_.push_back(order);
        wrap_.push_back(rest);
        generators[least] = std::move(rest);
        break;
      }
      std::erase_if(generators, [](const auto& g) { return std::ranges::all_of(g, [](auto x) { return x == 0; }); });
      if (generators.empty()) break;
    }
  }

  std::int64_t index_;
  std::vector<std::int64_t> zero_;
  std::vector<std::vector<std::int64_t>> basis_;
  std::vector<std::int64_t> orders_;
  std::vector<std::vector<std::int64_t>> wrap_;
};

}  // namespace

Integer Determinants::absolute(const std::vector<std::vector<Integer>>& rows) {
  const std::size_t n = rows.size();
  std::size_t exponent = 0;
  for (const Row& row : rows) exponent += size_exponent(row);
  if (exponent >= 118) return abs(integer_determinant(rows));
  const PrimeField& field = word_field();
  matrix_.assign(n * (n + 1), 0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) matrix_[i * (n + 1) + j] = field.residue(rows[i][j]);
  }
  return abs(Integer(field.signed_value(field.solve(matrix_, n))));
}

Integer normalised_volume(const Body& body, std::span<const std::size_t> simplex, Determinants& determinants) {
  Rows rows;
  const Row& origin = body.vertices[simplex[0]];
  for (std::size_t i = 1; i < simplex.size(); ++i) {
    rows.push_back(body.vertices[simplex[i]]);
    for (std::size_t j = 0; j < origin.size(); ++j) rows.back()[j] -= origin[j];
  }
  return determinants.absolute(rows);
}

std::optional<Integer> normalised_volume_by_simplices(const Body& body, std::size_t max_cells) {
  Integer sum;
  Determinants determinants;
  std::size_t left = max_cells;
  const bool complete =
      pulling_triangulation(body.incidence.facets, body.dimension, [&](std::span<const std::size_t> simplex) {
        if (left-- == 0) return false;
        sum += normalised_volume(body, simplex, determinants);
        return true;
      });
  if (!complete) return std::nullopt;
  return sum;
}

std::optional<std::vector<Integer>> numerators_by_simplices(const Body& body, std::uint64_t effort) {
  const std::size_t n = body.dimension + 1;
  if (!body.denominator.fits_int64()) return std::nullopt;
  const std::int64_t q = body.denominator.to_int64();
  if (Integer(q) * Integer(n) > Integer(effort)) return std::nullopt;
  std::vector<Integer> result(static_cast<std::size_t>(q) * n);
  for (std::uint64_t attempt = 1;; ++attempt) {
    std::ranges::fill(result, Integer());
    std::uint64_t left = effort;
    Row point;  // inside the first simplex, with random weights
    bool generic = true;
    const bool complete =
        pulling_triangulation(body.incidence.facets, body.dimension, [&](std::span<const std::size_t> simplex) {
          const Rows rows = lifted(body, simplex);
          if (point.empty()) {
            point.resize(n);
            std::uint64_t random = 0x9e3779b97f4a7c15U * attempt;
            for (const Row& row : rows) {
              random = random * 6364136223846793005U + 1442695040888963407U;
              const Integer weight((random >> 40U) % (512 * attempt) + 1);
              for (std::size_t j = 0; j < n; ++j) point[j] += weight * row[j];
            }
          }
          const Barycentric seen = barycentric(rows, point);
          std::vector<bool> open(n);
          for (std::size_t i = 0; i < n; ++i) {
            if (seen.numerators[i].is_zero()) generic = false;
            open[i] = seen.numerators[i].sign() < 0;
          }
          if (!generic) return false;
          if (Integer(left) < seen.index) return false;
          const std::int64_t index = seen.index.to_int64();
          left -= static_cast<std::uint64_t>(index);
          if (index == 1) {
            ++result[static_cast<std::size_t>(std::ranges::count(open, true))];
            return true;
          }
          ParallelepipedPoints(rows, index).for_each([&](const std::vector<std::int64_t>& element) {
            __extension__ __int128 height = 0;
            for (std::size_t i = 0; i < n; ++i) height += element[i] == 0 && open[i] ? index : element[i];
            ++result[static_cast<std::size_t>(height * q / index)];
          });
          return true;
        });
    if (!generic) continue;
    if (!complete) return std::nullopt;
    return result;
  }
}

}  // namespace tropiary::detail
