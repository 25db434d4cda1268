#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "order/point_bits.hpp"
#include "polytope/minkowski/row_numbers.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

/// The cone { u : a · u ≥ 0 for the vectors a inserted so far }, by its extreme rays and lines, each ray with the set
/// of vectors that vanish on it: the double description method. Rays are primitive; modulo the lines they are unique.
/// Ref [fukuda1996].
template <class Number, std::size_t W>
class DualCone {
 public:
  using Set = PointBits<W>;
  using Rows = RowNumbers<Number>;
  static constexpr std::size_t capacity = 64 * W;
  static constexpr std::size_t max_rays = std::size_t{1} << 20;

  /// The whole space.
  explicit DualCone(std::size_t dimension) : d_(dimension), lines_(dimension * dimension), line_count_(dimension) {
    for (std::size_t i = 0; i < d_; ++i) lines_[i * d_ + i] = 1;
  }

  [[nodiscard]] std::size_t line_count() const { return line_count_; }
  [[nodiscard]] std::size_t ray_count() const { return tight_.size(); }
  [[nodiscard]] std::size_t inserted() const { return inserted_; }
  [[nodiscard]] const Number* ray(std::size_t i) const { return rays_.data() + i * d_; }
  [[nodiscard]] const Number* line(std::size_t i) const { return lines_.data() + i * d_; }
  [[nodiscard]] const Set& tight(std::size_t i) const { return tight_[i]; }

  /// Adds the condition a · u ≥ 0, with `a` not zero.
  void insert(const Number* a) { insert(a, false); }
  /// Adds the condition a · u = 0.
  void insert_equation(const Number* a) { insert(a, true); }

  /// The inserted vectors whose hyperplanes meet a pointed cone in a facet, each once when no two inserted vectors are
  /// parallel: those that no other one accompanies on all rays where they vanish.
  [[nodiscard]] std::vector<std::size_t> irredundant() const {
    std::vector<std::size_t> result;
    if (d_ == 1) {
      if (inserted_ > 0) result.push_back(0);
      return result;
    }
    std::vector<Set> company(inserted_);
    std::vector<char> seen(inserted_);
    for (const Set& tight : tight_) {
      tight.for_each([&](std::size_t i) {
        company[i] = seen[i] != 0 ? company[i] & tight : tight;
        seen[i] = 1;
      });
    }
    for (std::size_t i = 0; i < inserted_; ++i) {
      if (seen[i] != 0 && company[i].count() == 1) result.push_back(i);
    }
    return result;
  }

 private:
  using Value = typename Rows::Value;

  void insert(const Number* a, bool equation) {
    if (inserted_ == capacity) throw Error(Errc::too_large, "minkowski_sum: too many edges meet at a vertex");
    if (!cut_line(a, equation)) cut_rays(a, equation);
    ++inserted_;
  }

  // When the hyperplane cuts a line, half of that line becomes a ray (none for an equation), and all else is moved into
  // the hyperplane along it.
  bool cut_line(const Number* a, bool equation) {
    std::size_t cut = 0;
    Value at_cut = 0;
    for (; cut < line_count_; ++cut) {
      at_cut = Rows::dot(a, line(cut), d_);
      if (Rows::sign(at_cut) != 0) break;
    }
    if (cut == line_count_) return false;
    std::vector<Number> ray(line(cut), line(cut) + d_);
    if (Rows::sign(at_cut) < 0) {
      at_cut = -at_cut;
      for (Number& x : ray) x = -x;
    }
    --line_count_;
    for (std::size_t i = cut; i < line_count_; ++i) {  // those before it vanish on a
      Number* to = lines_.data() + i * d_;
      const Number* from = line(i + 1);
      Rows::combine(at_cut, from, -Rows::dot(a, from, d_), ray.data(), to, d_);
    }
    lines_.resize(line_count_ * d_);
    for (std::size_t i = 0; i < ray_count(); ++i) {
      Number* row = rays_.data() + i * d_;
      const Value value = Rows::dot(a, row, d_);
      if (Rows::sign(value) != 0) Rows::combine(at_cut, row, -value, ray.data(), row, d_);
      tight_[i].insert(inserted_);
    }
    if (equation) return true;
    Set all;
    for (std::size_t i = 0; i < inserted_; ++i) all.insert(i);
    rays_.insert(rays_.end(), ray.begin(), ray.end());
    tight_.push_back(all);
    return true;
  }

  void cut_rays(const Number* a, bool equation) {
    const std::size_t n = ray_count();
    values_.resize(n);
    negative_.clear();
    positive_.clear();
    for (std::size_t i = 0; i < n; ++i) {
      values_[i] = Rows::dot(a, ray(i), d_);
      const int sign = Rows::sign(values_[i]);
      if (sign < 0) negative_.push_back(i);
      if (sign > 0) positive_.push_back(i);
    }
    if (!negative_.empty()) {
      for (const std::size_t i : negative_) {
        for (const std::size_t j : positive_) {
          if (adjacent(i, j)) add_between(i, j);
        }
      }
    }
    for (std::size_t i = 0; i < n; ++i) {
      if (Rows::sign(values_[i]) == 0) tight_[i].insert(inserted_);
    }
    if (equation) {  // neither side stays
      negative_.insert(negative_.end(), positive_.begin(), positive_.end());
      std::sort(negative_.begin(), negative_.end());
    }
    // The last rays take the places of those cut off.
    for (std::size_t k = negative_.size(); k-- > 0;) {
      const std::size_t last = ray_count() - 1;
      if (negative_[k] != last) {
        for (std::size_t j = 0; j < d_; ++j) rays_[negative_[k] * d_ + j] = std::move(rays_[last * d_ + j]);
        tight_[negative_[k]] = tight_[last];
      }
      rays_.resize(last * d_);
      tight_.pop_back();
    }
  }

  // Two rays are adjacent when no third one lies on all hyperplanes that hold both. Where a ray lies on no more
  // hyperplanes than it must, these are independent, and the number of common ones decides.
  [[nodiscard]] bool adjacent(std::size_t i, std::size_t j) const {
    const std::size_t pointed = d_ - line_count_;
    const Set common = tight_[i] & tight_[j];
    if (common.count() + 2 < pointed) return false;
    if (tight_[i].count() + 1 == pointed || tight_[j].count() + 1 == pointed) return true;
    for (std::size_t k = 0; k < values_.size(); ++k) {
      if (k != i && k != j && tight_[k].contains_all(common)) return false;
    }
    return true;
  }

  void add_between(std::size_t below, std::size_t above) {
    if (ray_count() == max_rays) throw Error(Errc::too_large, "minkowski_sum: a normal cone has more than 2^20 rays");
    rays_.resize(rays_.size() + d_);
    Rows::combine(values_[above], ray(below), -values_[below], ray(above), rays_.data() + rays_.size() - d_, d_);
    Set common = tight_[below] & tight_[above];
    common.insert(inserted_);
    tight_.push_back(common);
  }

  std::size_t d_;
  std::size_t inserted_ = 0;
  std::vector<Number> lines_;  // rows
  std::size_t line_count_;
  std::vector<Number> rays_;  // rows
  std::vector<Set> tight_;
  std::vector<Value> values_;
  std::vector<std::size_t> negative_;
  std::vector<std::size_t> positive_;
};

}  // namespace tropiary::detail
