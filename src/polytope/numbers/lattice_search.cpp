#include "polytope/numbers/lattice_search.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tropiary::detail {
namespace {

constexpr std::size_t max_forms = 4096;       // of one exact projection
constexpr std::size_t max_pairs = 1U << 22U;  // looked at for one

struct TightForm {
  AffineForm form;
  std::vector<std::uint64_t> vertices;  // that it is zero at
};

// The projection along the last coordinate: what does not involve it, and of adjacent facets that bound it from both
// sides the combination that does not. Its facets exactly: the normal fan of a projection is a section of the normal
// fan. Nothing when it has too many.
std::optional<std::vector<TightForm>> eliminate_last(const std::vector<TightForm>& facets, std::size_t dimension) {
  const std::size_t last = dimension - 1;
  std::vector<TightForm> result;
  std::vector<const TightForm*> below;
  std::vector<const TightForm*> above;
  for (const TightForm& facet : facets) {
    const int sign = facet.form.normal[last].sign();
    if (sign > 0) below.push_back(&facet);
    if (sign < 0) above.push_back(&facet);
    if (sign != 0) continue;
    result.push_back(facet);
    result.back().form.normal.pop_back();
  }
  if (below.size() * above.size() > max_pairs) return std::nullopt;
  std::vector<std::uint64_t> common(facets.empty() ? 0 : facets[0].vertices.size());
  for (const TightForm* low : below) {
    for (const TightForm* high : above) {
      for (std::size_t i = 0; i < common.size(); ++i) common[i] = low->vertices[i] & high->vertices[i];
      if (count_bits(common) + 1 < dimension) continue;
      const bool adjacent = std::ranges::none_of(facets, [&](const TightForm& facet) {
        return &facet != low && &facet != high && is_subset(common, facet.vertices);
      });
      if (!adjacent) continue;
      if (result.size() == max_forms) return std::nullopt;
      const Integer up = -high->form.normal[last];
      const Integer& down = low->form.normal[last];
      std::vector<Integer> row;
      for (std::size_t j = 0; j < last; ++j) row.push_back(up * low->form.normal[j] + down * high->form.normal[j]);
      row.push_back(up * low->form.constant + down * high->form.constant);
      row = primitive(std::move(row));
      Integer constant = std::move(row.back());
      row.pop_back();
      result.push_back({{std::move(constant), std::move(row)}, common});
    }
  }
  return result;
}

// What a form leaves for the first `size` coordinates when the others are as favourable as the box allows.
AffineForm relaxed(const AffineForm& form, std::size_t size, const Projections& box) {
  RationalVector row;
  for (std::size_t j = 0; j < size; ++j) row.emplace_back(form.normal[j]);
  Rational constant = form.constant;
  for (std::size_t j = size; j < form.normal.size(); ++j) {
    const Integer& a = form.normal[j];
    if (!a.is_zero()) constant += Rational(a) * (a.sign() > 0 ? box.high[j] : box.low[j]);
  }
  row.push_back(std::move(constant));
  std::vector<Integer> integers = primitive(std::span<const Rational>(row));
  AffineForm result{std::move(integers.back()), {}};
  integers.pop_back();
  result.normal = std::move(integers);
  return result;
}

// Machine words, for numbers that a bound shows to fit.
using Word = std::int64_t;

Word floor_quotient(Word a, Word b) { return a / b - static_cast<Word>(a % b != 0 && (a < 0) != (b < 0)); }
Word ceil_quotient(Word a, Word b) { return a / b + static_cast<Word>(a % b != 0 && (a < 0) == (b < 0)); }
Integer floor_quotient(const Integer& a, const Integer& b) { return floor_div(a, b); }
Integer ceil_quotient(const Integer& a, const Integer& b) { return ceil_div(a, b); }

// The forms of one coordinate: constant + Σ_{i<k} a_i x_i + last · x_k ≥ 0, the coefficients in rows.
template <class Number>
struct Level {
  std::size_t count = 0;
  std::vector<Number> constants;
  std::vector<Number> coefficients;  // [i * count + f]
  std::vector<Number> last;
  Number low{};
  Number high{};
};

template <class Number>
Number number(const Integer& x) {
  if constexpr (std::is_same_v<Number, Word>) {
    return x.to_int64();
  } else {
    return x;
  }
}

template <class Number>
std::vector<Level<Number>> levels_of(const Projections& p, const Integer& dilation, bool interior) {
  std::vector<Level<Number>> levels;
  for (std::size_t k = 0; k < p.forms.size(); ++k) {
    Level<Number> level;
    level.count = p.forms[k].size();
    level.coefficients.resize(k * level.count);
    for (std::size_t f = 0; f < level.count; ++f) {
      const AffineForm& form = p.forms[k][f];
      // Inside, a form is positive, and at integer points an integer.
      level.constants.push_back(number<Number>(form.constant * dilation - Integer(interior ? 1 : 0)));
      for (std::size_t i = 0; i < k; ++i) level.coefficients[i * level.count + f] = number<Number>(form.normal[i]);
      level.last.push_back(number<Number>(form.normal[k]));
    }
    level.low = number<Number>(ceil(p.low[k] * Rational(dilation)));
    level.high = number<Number>(floor(p.high[k] * Rational(dilation)));
    levels.push_back(std::move(level));
  }
  return levels;
}

// Depth first; `line` gets the first and the last value of the last coordinate and says whether to go on.
template <class Number, class Line>
LatticeSearch::Outcome search(const std::vector<Level<Number>>& levels, std::uint64_t effort,
                              std::vector<Number>& value, Line line) {
  const std::size_t d = levels.size();
  value.assign(d, Number{});
  std::vector<Number> last(d);
  // partial[k][i]: the values of level k's forms on the coordinates before the i-th.
  std::vector<std::vector<Number>> partial(d);
  for (std::size_t k = 0; k < d; ++k) {
    partial[k].resize((k + 1) * levels[k].count);
    std::ranges::copy(levels[k].constants, partial[k].begin());
  }
  const auto range = [&](std::size_t k) {
    const Level<Number>& level = levels[k];
    const Number* const rest = partial[k].data() + k * level.count;
    Number first = level.low;
    Number end = level.high;
    for (std::size_t f = 0; f < level.count; ++f) {
      const Number& a = level.last[f];
      if (a == Number(1)) {
        if (-rest[f] > first) first = -rest[f];
      } else if (a == Number(-1)) {
        if (rest[f] < end) end = rest[f];
      } else if (a > Number(0)) {
        Number bound = ceil_quotient(Number(-rest[f]), a);
        if (bound > first) first = std::move(bound);
      } else {
        Number bound = floor_quotient(rest[f], Number(-a));
        if (bound < end) end = std::move(bound);
      }
    }
    value[k] = std::move(first);
    last[k] = std::move(end);
  };
  // All levels beyond coordinate k learn its value. Only the next one is read at once, so only that one is brought up
  // to date from the last level that it knows.
  const auto pass_down = [&](std::size_t k) {
    const Level<Number>& level = levels[k];
    Number* const rest = partial[k].data();
    for (std::size_t i = 0; i < k; ++i) {
      const Number x = value[i];
      const Number* const a = level.coefficients.data() + i * level.count;
      const Number* const from = rest + i * level.count;
      Number* const to = rest + (i + 1) * level.count;
      for (std::size_t f = 0; f < level.count; ++f) to[f] = from[f] + a[f] * x;
    }
  };
  std::size_t depth = 0;
  range(0);
  while (true) {
    if (value[depth] > last[depth]) {
      if (depth == 0) return LatticeSearch::Outcome::finished;
      --depth;
      value[depth] += Number(1);
      continue;
    }
    if (depth + 1 == d) {
      if (!line(value[depth], last[depth])) return LatticeSearch::Outcome::stopped;
      if (depth == 0) return LatticeSearch::Outcome::finished;
      --depth;
      value[depth] += Number(1);
      continue;
    }
    ++depth;
    const std::uint64_t cost = 1 + levels[depth].count * depth / 32;
    if (effort < cost) return LatticeSearch::Outcome::out_of_effort;
    effort -= cost;
    pass_down(depth);
    range(depth);
  }
}

// Whether every value of a form in the search fits in a word with room to spare.
bool fits_words(const Projections& p, const Integer& dilation) {
  const Integer limit(std::int64_t{1} << 61U);
  std::vector<Integer> size;
  for (std::size_t j = 0; j < p.low.size(); ++j) {
    const Integer low = abs(floor(p.low[j] * Rational(dilation)));
    const Integer high = abs(ceil(p.high[j] * Rational(dilation)));
    size.push_back(std::max(low, high) + 1);
    if (size.back() > limit) return false;
  }
  for (const auto& level : p.forms) {
    for (const AffineForm& form : level) {
      Integer sum = abs(form.constant * dilation) + 1;
      for (std::size_t j = 0; j < form.normal.size(); ++j) sum += abs(form.normal[j]) * size[j];
      if (sum > limit) return false;
    }
  }
  return true;
}

}  // namespace

Projections projections(const Body& body) {
  const std::size_t d = body.dimension;
  Projections result;
  for (std::size_t j = 0; j < d; ++j) {
    const auto [low, high] =
        std::ranges::minmax_element(body.vertices, [j](const auto& a, const auto& b) { return a[j] < b[j]; });
    result.low.emplace_back((*low)[j], body.denominator);
    result.high.emplace_back((*high)[j], body.denominator);
  }
  std::vector<TightForm> facets;
  for (std::size_t f = 0; f < body.facets.size(); ++f) {
    const Words row = body.incidence.facets.row(f);
    facets.push_back({body.facets[f], {row.begin(), row.end()}});
  }
  result.forms.resize(d);
  for (std::size_t k = d; k-- > 0;) {
    for (const TightForm& facet : facets) {
      if (!facet.form.normal[k].is_zero()) result.forms[k].push_back(facet.form);
    }
    if (k == 0) break;
    auto next = eliminate_last(facets, k + 1);
    if (next) {
      facets = *std::move(next);
      continue;
    }
    for (std::size_t l = k; l-- > 0;) {
      for (const TightForm& facet : facets) {
        AffineForm form = relaxed(facet.form, l + 1, result);
        if (!form.normal[l].is_zero()) result.forms[l].push_back(std::move(form));
      }
      std::ranges::sort(result.forms[l], [](const AffineForm& a, const AffineForm& b) { return a < b; });
      const auto repeated = std::ranges::unique(result.forms[l]);
      result.forms[l].erase(repeated.begin(), repeated.end());
    }
    break;
  }
  return result;
}

LatticeSearch::LatticeSearch(const Body& body, Projections projections)
    : dimension_(body.dimension), projections_(std::move(projections)) {}

std::optional<Integer> LatticeSearch::count(const Integer& dilation, bool interior, std::uint64_t effort) const {
  if (dimension_ == 0) return Integer(1);
  Integer total;
  const auto count_lines = [&]<class Number>(std::type_identity<Number>) {
    std::vector<Number> value;
    return search(levels_of<Number>(projections_, dilation, interior), effort, value,
                  [&](const Number& first, const Number& last) {
                    total += Integer(last - first + Number(1));
                    return true;
                  });
  };
  const Outcome outcome = fits_words(projections_, dilation) ? count_lines(std::type_identity<Word>{})
                                                             : count_lines(std::type_identity<Integer>{});
  if (outcome == Outcome::out_of_effort) return std::nullopt;
  return total;
}

LatticeSearch::Outcome LatticeSearch::visit(const Integer& dilation, bool interior, std::uint64_t effort,
                                            const std::function<bool(std::span<const Integer>)>& visit) const {
  std::vector<Integer> point(dimension_);
  if (dimension_ == 0) return visit(point) ? Outcome::finished : Outcome::stopped;
  const auto visit_lines = [&]<class Number>(std::type_identity<Number>) {
    std::vector<Number> value;
    return search(levels_of<Number>(projections_, dilation, interior), effort, value,
                  [&](const Number& first, const Number& last) {
                    for (std::size_t j = 0; j + 1 < dimension_; ++j) point[j] = Integer(value[j]);
                    for (Number x = first; x <= last; x += Number(1)) {
                      point.back() = Integer(x);
                      if (!visit(point)) return false;
                    }
                    return true;
                  });
  };
  return fits_words(projections_, dilation) ? visit_lines(std::type_identity<Word>{})
                                            : visit_lines(std::type_identity<Integer>{});
}

Body widest_last(Body body) {
  std::vector<Integer> width;
  for (std::size_t j = 0; j < body.dimension; ++j) {
    const auto [low, high] =
        std::ranges::minmax_element(body.vertices, [j](const auto& a, const auto& b) { return a[j] < b[j]; });
    width.push_back((*high)[j] - (*low)[j]);
  }
  std::vector<std::size_t> order(body.dimension);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return width[a] < width[b]; });
  const auto permute = [&](std::vector<Integer>& row) {
    std::vector<Integer> result;
    for (const std::size_t j : order) result.push_back(std::move(row[j]));
    row = std::move(result);
  };
  for (auto& vertex : body.vertices) permute(vertex);
  for (AffineForm& facet : body.facets) permute(facet.normal);
  return body;
}

}  // namespace tropiary::detail
