// Subspaces over a finite field, as the rows of their reduced echelon forms one after another.

#include "order/families/finite_field.hpp"
#include "order/families/grown_poset.hpp"
#include "tropiary/order/families.hpp"

namespace tropiary {

using detail::capped_product;
using detail::capped_sum;
using detail::FiniteField;
using detail::State;

namespace {

/// Gaussian binomials count the points, lines through the quotient the covers.
void require_few_subspaces(const char* function, std::size_t q, std::size_t n) {
  constexpr std::size_t largest_dimension = 28;
  if (n > largest_dimension) detail::throw_too_large(function, "n is " + std::to_string(n), largest_dimension);
  std::vector<std::size_t> power{1};
  for (std::size_t k = 0; k < n; ++k) power.push_back(capped_product(power.back(), q));
  std::vector<std::size_t> count{1};  // of subspaces of dimension 0, 1, … in the space of dimension m
  for (std::size_t m = 1; m <= n; ++m) {
    std::vector<std::size_t> next(m + 1, 1);
    for (std::size_t k = 1; k < m; ++k) next[k] = capped_sum(count[k - 1], capped_product(power[k], count[k]));
    count = std::move(next);
  }
  std::size_t points = 0;
  std::size_t covers = 0;
  for (std::size_t k = 0; k <= n; ++k) {
    points = capped_sum(points, count[k]);
    covers = capped_sum(covers, capped_product(count[k], (power[n - k] - 1) / (q - 1)));
  }
  detail::require_family_size(function, points, covers);
}

class Subspaces {
 public:
  Subspaces(const char* function, std::size_t q, std::size_t n) : field_(function, q), n_(n) {}

  /// U and one vector more, for each line in the space modulo U: the vector has zeros at U's pivots and begins with 1.
  template <class Emit>
  void upper_covers(const State& rows, Emit emit) const {
    std::vector<std::size_t> pivots;
    for (std::size_t row = 0; row < rows.size(); row += n_) pivots.push_back(rows.find(char32_t{1}, row) - row);
    std::vector<std::size_t> free;
    for (std::size_t column = 0; column < n_; ++column) {
      if (std::find(pivots.begin(), pivots.end(), column) == pivots.end()) free.push_back(column);
    }
    for (std::size_t lead = 0; lead < free.size(); ++lead) {
      State vector(n_, 0);
      vector[free[lead]] = 1;
      for (;;) {
        emit(extended(rows, pivots, vector, free[lead]));
        std::size_t i = lead + 1;  // count up in the entries behind the leading one
        while (i < free.size() && vector[free[i]] + 1 == field_.size()) vector[free[i++]] = 0;
        if (i >= free.size()) break;
        ++vector[free[i]];
      }
    }
  }

  [[nodiscard]] std::string label(const State& rows) const {
    if (rows.empty()) return "0";
    std::string text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i > 0 && i % n_ == 0) text += '|';
      if (i % n_ != 0 && field_.size() > 10) text += '-';
      text += std::to_string(std::uint32_t{rows[i]});
    }
    return text;
  }

 private:
  /// The echelon form with this row, whose leading 1 is in a column without a pivot.
  [[nodiscard]] State extended(const State& rows, const std::vector<std::size_t>& pivots, const State& vector,
                               std::size_t lead) const {
    State result;
    bool is_in = false;
    for (std::size_t row = 0; row < pivots.size(); ++row) {
      if (!is_in && lead < pivots[row]) {
        result += vector;
        is_in = true;
      }
      const std::uint32_t factor = rows[row * n_ + lead];
      for (std::size_t column = 0; column < n_; ++column)
        result.push_back(field_.difference(rows[row * n_ + column], field_.product(factor, vector[column])));
    }
    return is_in ? result : result + vector;
  }

  FiniteField field_;
  std::size_t n_;
};

}  // namespace

Poset subspace_lattice(std::size_t q, std::size_t n) {
  constexpr const char* function = "subspace_lattice";
  const Subspaces subspaces(function, q, n);
  require_few_subspaces(function, q, n);
  return detail::grown_poset(
      function, {}, [&](const State& rows, auto emit) { subspaces.upper_covers(rows, emit); },
      [&](const State& rows) { return subspaces.label(rows); });
}

}  // namespace tropiary
