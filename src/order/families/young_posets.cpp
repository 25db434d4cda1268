// Integer partitions and compositions.

#include "order/families/grown_poset.hpp"
#include "tropiary/order/families.hpp"

namespace tropiary {

using detail::capped_product;
using detail::capped_sum;
using detail::relation;
using detail::State;

namespace {

constexpr const char* empty_partition = "∅";

/// How partitions into parts of at most `largest` are written.
auto partition_label(std::size_t largest) {
  return [wide = largest > 9](const State& parts) { return detail::numbers_text(parts, wide, empty_partition); };
}

/// The parts without zeros.
std::vector<std::size_t> checked_partition(const char* function, std::span<const std::size_t> parts) {
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i - 1] < parts[i])
      throw Error(Errc::invalid_argument, std::string(function) + ": part " + std::to_string(parts[i]) + " after " +
                                              std::to_string(parts[i - 1]) + ", a partition decreases weakly");
  }
  std::vector<std::size_t> result(parts.begin(), parts.end());
  while (!result.empty() && result.back() == 0) result.pop_back();
  return result;
}

/// How many partitions lie in a diagram: ways for a path through its rows, bottom row first, each at least as long as
/// the row under it.
std::size_t count_partitions_inside(const std::vector<std::size_t>& shape) {
  std::vector<std::size_t> ways(shape.front() + 1, 0);  // with a last row of this length
  for (std::size_t length = 0; length <= shape.back(); ++length) ways[length] = 1;
  for (std::size_t row = shape.size() - 1; row-- > 0;) {
    std::size_t sum = 0;
    for (std::size_t length = 0; length <= shape[row]; ++length) {
      sum = capped_sum(sum, ways[length]);
      ways[length] = sum;
    }
  }
  std::size_t total = 0;
  for (const std::size_t w : ways) total = capped_sum(total, w);
  return total;
}

/// p(0), …, p(n) by the numbers of partitions into parts of at most a size.
std::vector<std::size_t> partition_numbers(std::size_t n) {
  std::vector<std::size_t> count(n + 1, 0);
  count[0] = 1;
  for (std::size_t part = 1; part <= n; ++part) {
    for (std::size_t sum = part; sum <= n; ++sum) count[sum] = capped_sum(count[sum], count[sum - part]);
  }
  return count;
}

/// Emits the partitions with one box more in a row that `allows(row, parts)`.
template <class Allows, class Emit>
void add_boxes(const State& parts, Allows allows, Emit emit) {
  for (std::size_t row = 0; row <= parts.size(); ++row) {
    if ((row > 0 && row < parts.size() && parts[row - 1] == parts[row]) || !allows(row)) continue;
    State more = parts;
    if (row == parts.size()) more.push_back(0);
    ++more[row];
    emit(std::move(more));
  }
}

constexpr std::size_t most_boxes = 200;  // p(200) is beyond every limit

}  // namespace

Poset young_diagram(std::span<const std::size_t> parts) {
  const std::vector<std::size_t> shape = checked_partition("young_diagram", parts);
  std::vector<std::size_t> start{0};
  for (const std::size_t part : shape) {
    start.push_back(capped_sum(start.back(), part));
    detail::require_family_size("young_diagram", start.back(), capped_product(2, start.back()));
  }
  std::vector<Relation> covers;
  for (std::size_t row = 0; row < shape.size(); ++row) {
    for (std::size_t column = 0; column < shape[row]; ++column) {
      const std::size_t cell = start[row] + column;
      if (column + 1 < shape[row]) covers.push_back(relation(cell, cell + 1));
      if (row + 1 < shape.size() && column < shape[row + 1]) covers.push_back(relation(cell, start[row + 1] + column));
    }
  }
  return detail::poset_from_covers_unchecked(start.back(), std::move(covers));
}

Poset young_interval(std::span<const std::size_t> parts) {
  constexpr const char* function = "young_interval";
  const std::vector<std::size_t> shape = checked_partition(function, parts);
  if (!shape.empty()) {
    constexpr std::size_t most_work = std::size_t{1} << 26;
    const auto require_work = [&](const char* what, std::size_t a, std::size_t b) {
      if (capped_product(a, b) > most_work)
        detail::throw_too_large(
            function, std::string(what) + " are " + std::to_string(a) + " times " + std::to_string(b), most_work);
    };
    require_work("rows times columns", shape.size(), shape.front());
    const std::size_t points = count_partitions_inside(shape);
    detail::require_size(function, points, detail::family_points);
    require_work("points times rows", points, shape.size());
  }
  return detail::grown_poset(
      function, {},
      [&](const State& inner, auto emit) {
        add_boxes(
            inner,
            [&](std::size_t row) { return row < shape.size() && (row < inner.size() ? inner[row] : 0) < shape[row]; },
            emit);
      },
      partition_label(shape.empty() ? 0 : shape.front()));
}

Poset young_lattice(std::size_t n) {
  constexpr const char* function = "young_lattice";
  if (n > most_boxes) detail::throw_too_large(function, "n is " + std::to_string(n), most_boxes);
  std::size_t points = 0;
  for (const std::size_t count : partition_numbers(n)) points = capped_sum(points, count);
  detail::require_size(function, points, detail::family_points);
  return detail::grown_poset(
      function, {},
      [n](const State& parts, auto emit) {
        std::size_t boxes = 0;
        for (const char32_t part : parts) boxes += part;
        if (boxes < n)
          add_boxes(
              parts, [](std::size_t) { return true; }, emit);
      },
      partition_label(n));
}

Poset dominance_order(std::size_t n) {
  constexpr const char* function = "dominance_order";
  if (n > most_boxes) detail::throw_too_large(function, "n is " + std::to_string(n), most_boxes);
  detail::require_size(function, partition_numbers(n).back(), detail::family_points);
  // One box goes up to row i, from the next row or from the last row as long as i [brylawski1973].
  const auto upper_covers = [](const State& parts, auto emit) {
    const auto move_box = [&](std::size_t from, std::size_t to) {
      State higher = parts;
      ++higher[to];
      if (--higher[from] == 0) higher.pop_back();
      emit(std::move(higher));
    };
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      if (i > 0 && parts[i - 1] == parts[i]) continue;
      const bool next_can_lose = i + 2 == parts.size() || parts[i + 1] > parts[i + 2];
      if (next_can_lose) move_box(i + 1, i);
      std::size_t last = i;
      while (last + 1 < parts.size() && parts[last + 1] == parts[i]) ++last;
      if (last > i + 1) move_box(last, i);
    }
  };
  return detail::grown_poset(function, State(n, 1), upper_covers, partition_label(n));
}

Poset composition_lattice(std::size_t n) {
  constexpr const char* function = "composition_lattice";
  if (n > 23) detail::throw_too_large(function, "2^" + std::to_string(n - 1) + " points", detail::family_points);
  const std::size_t points = n == 0 ? 1 : std::size_t{1} << (n - 1);
  detail::require_family_size(function, points, n == 0 ? 0 : points * (n - 1) / 2);
  const auto upper_covers = [](const State& parts, auto emit) {
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      State merged = parts;
      merged[i] += merged[i + 1];
      merged.erase(i + 1, 1);
      emit(std::move(merged));
    }
  };
  return detail::grown_poset(function, State(n, 1), upper_covers, partition_label(n));
}

}  // namespace tropiary
