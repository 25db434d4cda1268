#include "tropiary/polytope/ehrhart.hpp"

#include <algorithm>
#include <string>

#include "tropiary/error.hpp"

namespace tropiary {

namespace {

/// Counts the integer points of t · K, of its relative interior when `interior`, by depth-first search over
/// coordinates. For every form, `slack` is its value on the coordinates fixed so far plus the best that the bounding
/// box allows for the others; a coordinate's range is what keeps all of them in bounds.
class LatticeCounter {
 public:
  LatticeCounter(const Polytope& k, const Integer& dilation, bool interior, std::uint64_t effort)
      : dimension_(k.ambient_dimension()), effort_(effort) {
    for (std::size_t i = 0; i < dimension_; ++i) {
      const auto [low, high] = std::ranges::minmax_element(
          k.vertices(), [&](const RationalVector& a, const RationalVector& b) { return a[i] < b[i]; });
      low_.push_back(ceil((*low)[i] * dilation));
      high_.push_back(floor((*high)[i] * dilation));
    }
    for (const AffineForm& facet : k.facets()) {
      add(facet, dilation, interior ? 1 : 0);  // strictly positive integers are at least 1
    }
    for (const AffineForm& equation : k.equations()) {
      add(equation, dilation, 0);
      AffineForm opposite{-equation.constant, {}};
      for (const Integer& a : equation.normal) opposite.normal.push_back(-a);
      add(opposite, dilation, 0);
    }
  }

  Integer count() {
    for (std::size_t i = 0; i < dimension_; ++i) {
      if (low_[i] > high_[i]) return 0;
    }
    if (dimension_ == 0) return std::ranges::all_of(slack_, [](const Integer& s) { return s.sign() >= 0; }) ? 1 : 0;
    // The stack of the search: the next value to try and the last for every coordinate fixed so far.
    Integer total;
    std::vector<Integer> value(dimension_);
    std::vector<Integer> last(dimension_);
    std::size_t depth = 0;
    range(0, value[0], last[0]);
    while (true) {
      if (value[depth] > last[depth]) {
        if (depth == 0) return total;
        --depth;
        release(depth, value[depth]);
        ++value[depth];
        continue;
      }
      if (depth + 1 == dimension_) {
        total += last[depth] - value[depth] + 1;  // every value of the last coordinate in its range is a point
        value[depth] = last[depth] + 1;
        continue;
      }
      if (effort_-- == 0) throw Error(Errc::too_large, "count_lattice_points: the search exceeds its effort");
      fix(depth, value[depth]);
      ++depth;
      range(depth, value[depth], last[depth]);
    }
  }

 private:
  void add(const AffineForm& form, const Integer& dilation, const Integer& margin) {
    Integer slack = form.constant * dilation - margin;
    for (std::size_t i = 0; i < dimension_; ++i) slack += best(form.normal[i], i);
    forms_.push_back(form.normal);
    slack_.push_back(std::move(slack));
  }
  [[nodiscard]] Integer best(const Integer& a, std::size_t i) const { return a * (a.sign() > 0 ? high_[i] : low_[i]); }

  void fix(std::size_t i, const Integer& x) {
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      if (!forms_[f][i].is_zero()) slack_[f] += forms_[f][i] * x - best(forms_[f][i], i);
    }
  }
  void release(std::size_t i, const Integer& x) {
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      if (!forms_[f][i].is_zero()) slack_[f] -= forms_[f][i] * x - best(forms_[f][i], i);
    }
  }
  /// The values of coordinate i that keep every slack non-negative.
  void range(std::size_t i, Integer& first, Integer& last) const {
    first = low_[i];
    last = high_[i];
    for (std::size_t f = 0; f < forms_.size(); ++f) {
      const Integer& a = forms_[f][i];
      const Integer rest = slack_[f] - best(a, i);  // rest + a · x ≥ 0
      if (a.sign() > 0) {
        first = std::max(first, ceil_div(-rest, a));
      } else if (a.sign() < 0) {
        last = std::min(last, floor_div(rest, -a));
      } else if (rest.sign() < 0) {
        last = first - 1;
      }
    }
  }

  std::size_t dimension_;
  std::uint64_t effort_;
  std::vector<Integer> low_;
  std::vector<Integer> high_;
  std::vector<std::vector<Integer>> forms_;
  std::vector<Integer> slack_;
};

using Coefficients = std::vector<Rational>;

/// The polynomial of degree < n through n points, by Newton's divided differences.
Coefficients interpolate(const std::vector<Rational>& x, std::vector<Rational> y) {
  for (std::size_t step = 1; step < x.size(); ++step) {
    for (std::size_t i = x.size(); i-- > step;) y[i] = (y[i] - y[i - 1]) / (x[i] - x[i - step]);
  }
  Coefficients result(x.size());
  for (std::size_t i = x.size(); i-- > 0;) {  // result = result · (t − x_i) + y_i
    for (std::size_t j = result.size(); j-- > 0;) {
      result[j] = (j > 0 ? result[j - 1] : Rational(0)) - x[i] * result[j];
    }
    result[0] += y[i];
  }
  return result;
}

Rational evaluate(std::span<const Rational> coefficients, const Rational& t) {
  Rational value;
  for (std::size_t i = coefficients.size(); i-- > 0;) value = value * t + coefficients[i];
  return value;
}

}  // namespace

Integer count_lattice_points(const Polytope& k, std::uint64_t effort) {
  if (k.empty()) return 0;
  return LatticeCounter(k, 1, false, effort).count();
}

std::vector<Rational> ehrhart_polynomial(const Polytope& k, std::uint64_t effort) {
  for (const RationalVector& vertex : k.vertices()) {
    for (const Rational& x : vertex) {
      if (x.is_integer()) continue;
      throw Error(Errc::invalid_argument, "ehrhart_polynomial: the vertex coordinate " + x.to_string() +
                                              " is not an integer, and then the function is a quasi-polynomial");
    }
  }
  if (k.empty()) return {};
  const int d = k.dimension();
  std::vector<Rational> at;
  std::vector<Rational> values;
  for (int t = 0; t <= (d + 1) / 2; ++t) {
    at.emplace_back(t);
    values.emplace_back(t == 0 ? Integer(1) : LatticeCounter(k, t, false, effort).count());
  }
  for (int t = 1; t <= d / 2; ++t) {
    at.emplace_back(-t);
    const Integer inner = LatticeCounter(k, t, true, effort).count();
    values.emplace_back(d % 2 == 0 ? inner : -inner);
  }
  return interpolate(at, std::move(values));
}

std::vector<Integer> h_star(std::span<const Rational> ehrhart) {
  std::vector<Integer> result;
  if (ehrhart.empty()) return result;
  const std::size_t d = ehrhart.size() - 1;
  // h*_j = Σ_i (−1)^i C(d+1, i) L(j − i)
  for (std::size_t j = 0; j <= d; ++j) {
    Rational sum;
    for (std::size_t i = 0; i <= j; ++i) {
      const Rational term = Rational(binomial(d + 1, i)) * evaluate(ehrhart, Rational(j - i));
      sum += i % 2 == 0 ? term : -term;
    }
    if (!sum.is_integer()) {
      throw Error(Errc::invalid_argument,
                  "h_star: the polynomial is no Ehrhart polynomial: h*_" + std::to_string(j) + " = " + sum.to_string());
    }
    result.push_back(sum.numerator());
  }
  while (!result.empty() && result.back().is_zero()) result.pop_back();
  return result;
}

}  // namespace tropiary
