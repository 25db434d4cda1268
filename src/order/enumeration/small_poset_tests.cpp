#include "order/enumeration/small_poset_tests.hpp"

#include <bit>

namespace tropiary::detail {

namespace {

std::size_t lowest(unsigned mask) { return static_cast<std::size_t>(std::countr_zero(mask)); }
PointMask without(PointMask a, PointMask b) { return static_cast<PointMask>(a & ~unsigned{b}); }
PointMask with_self(const SmallPosetView& p, std::size_t x) { return static_cast<PointMask>(p.below[x] | 1U << x); }

bool is_connected(const SmallPosetView& p) {
  if (p.size == 0) return false;
  unsigned reached = 1;
  for (unsigned fresh = 1; fresh != 0;) {
    const std::size_t x = lowest(fresh);
    const unsigned found = (unsigned{p.below[x]} | unsigned{p.above[x]}) & ~reached;
    reached |= found;
    fresh = (fresh & (fresh - 1)) | found;
  }
  return reached == p.all();
}

/// The levels of the longest chains from below: of each point; returns their number.
std::size_t levels(const SmallPosetView& p, std::array<std::size_t, SmallPoset::max_size>& level) {
  std::size_t height = 0;
  for (PointMask rest = p.all(); rest != 0; ++height) {
    PointMask minima = 0;
    for (unsigned r = rest; r != 0; r &= r - 1) {
      if ((p.below[lowest(r)] & rest) == 0) minima |= static_cast<PointMask>(1U << lowest(r));
    }
    for (unsigned r = minima; r != 0; r &= r - 1) level[lowest(r)] = height;
    rest = without(rest, minima);
  }
  return height;
}

bool is_graded(const SmallPosetView& p) {
  std::array<std::size_t, SmallPoset::max_size> level{};
  const std::size_t height = levels(p, level);
  for (std::size_t x = 0; x < p.size; ++x) {
    if (p.above[x] == 0 && level[x] + 1 != height) return false;
    for (unsigned r = p.lower[x]; r != 0; r &= r - 1) {
      if (level[lowest(r)] + 1 != level[x]) return false;
    }
  }
  return true;
}

bool has_top(const SmallPosetView& p) {
  for (std::size_t x = 0; x < p.size; ++x) {
    if (with_self(p, x) == p.all()) return true;
  }
  return false;
}

bool is_bounded(const SmallPosetView& p) {
  if (!has_top(p)) return false;
  for (std::size_t x = 0; x < p.size; ++x) {
    if ((p.above[x] | 1U << x) == p.all()) return true;
  }
  return false;
}

bool is_lattice(const SmallPosetView& p) {
  if (p.size > 0 && !has_top(p)) return false;
  for (std::size_t x = 0; x < p.size; ++x) {
    for (std::size_t y = 0; y < x; ++y) {
      if (!is_principal(p, with_self(p, x) & with_self(p, y))) return false;
    }
  }
  return true;
}

/// What holds for all pairs x, y with x before y.
template <class Law>
bool all_pairs(const SmallPosetView& p, Law law) {
  for (std::size_t y = 1; y < p.size; ++y) {
    for (std::size_t x = 0; x < y; ++x) {
      if (!law(x, y)) return false;
    }
  }
  return true;
}

/// [fishburn1970]: what lies strictly below points is a chain of sets.
bool is_interval_order(const SmallPosetView& p) {
  return all_pairs(p, [&](std::size_t x, std::size_t y) {
    const PointMask both = p.below[x] & p.below[y];
    return both == p.below[x] || both == p.below[y];
  });
}

/// Neither 2+2 nor 3+1: with a < b < c what is beside a and c is beside b too. [scott1958]
bool is_semiorder(const SmallPosetView& p) {
  if (!is_interval_order(p)) return false;
  for (std::size_t c = 0; c < p.size; ++c) {
    for (unsigned r = p.below[c]; r != 0; r &= r - 1) {
      const std::size_t a = lowest(r);
      if ((p.above[a] & p.below[c]) != 0 && (p.beside(a) & p.beside(c)) != 0) return false;
    }
  }
  return true;
}

/// The Hasse diagram has no N: sets of lower covers are equal or disjoint. [habib1985]
bool is_n_free(const SmallPosetView& p) {
  return all_pairs(
      p, [&](std::size_t x, std::size_t y) { return p.lower[x] == p.lower[y] || (p.lower[x] & p.lower[y]) == 0; });
}

/// No a < c > b < d with c beside d and a beside b and d. [valdes1982]
bool has_n_with_tops(const SmallPosetView& p, std::size_t c, std::size_t d) {
  const PointMask b = p.below[c] & p.below[d];
  for (unsigned r = without(p.below[c], p.below[d]); r != 0; r &= r - 1) {
    if (without(b, p.below[lowest(r)]) != 0) return true;
  }
  return false;
}

bool is_series_parallel(const SmallPosetView& p) {
  return all_pairs(p, [&](std::size_t x, std::size_t y) {
    return ((p.beside(x) >> y) & 1U) == 0 || (!has_n_with_tops(p, x, y) && !has_n_with_tops(p, y, x));
  });
}

std::size_t count_covers(const SmallPosetView& p) {
  std::size_t count = 0;
  for (std::size_t x = 0; x < p.size; ++x) count += static_cast<std::size_t>(count_points(p.lower[x]));
  return count;
}

}  // namespace

SmallPosetView::SmallPosetView(const SmallPoset& p, std::size_t points) : size(points) {
  for (std::size_t x = 0; x < size; ++x) {
    below[x] = p.below[x];
    for (unsigned r = below[x]; r != 0; r &= r - 1) above[lowest(r)] |= static_cast<PointMask>(1U << x);
  }
  for (std::size_t x = 0; x < size; ++x) lower[x] = maxima(below[x]);
}

PointMask SmallPosetView::maxima(PointMask down_set) const {
  unsigned covered = 0;
  for (unsigned r = down_set; r != 0; r &= r - 1) covered |= below[lowest(r)];
  return static_cast<PointMask>(down_set & ~covered);
}

void SmallPosetView::add_maximal_point(PointMask down_set) {
  for (unsigned r = down_set; r != 0; r &= r - 1) above[lowest(r)] |= static_cast<PointMask>(1U << size);
  below[size] = down_set;
  above[size] = 0;
  lower[size] = maxima(down_set);
  ++size;
}

bool has_antichain(const SmallPosetView& p, PointMask among, std::size_t size) {
  if (size == 0) return true;
  unsigned rest = among;
  for (; static_cast<std::size_t>(count_points(rest)) >= size; rest &= rest - 1) {
    if (has_antichain(p, static_cast<PointMask>(rest & (rest - 1) & p.beside(lowest(rest))), size - 1)) return true;
  }
  return false;
}

PointMask module_closure(const SmallPosetView& p, std::size_t a, std::size_t b, PointMask stop) {
  unsigned module = 0;
  unsigned some_below = 0;
  unsigned all_below = p.all();
  unsigned some_above = 0;
  unsigned all_above = p.all();
  for (unsigned fresh = 1U << a | 1U << b; fresh != 0;) {
    module |= fresh;
    if ((module & stop) != 0) break;
    for (; fresh != 0; fresh &= fresh - 1) {
      const std::size_t x = lowest(fresh);
      some_below |= p.below[x];
      all_below &= p.below[x];
      some_above |= p.above[x];
      all_above &= p.above[x];
    }
    fresh = ((some_below & ~all_below) | (some_above & ~all_above)) & ~module;
  }
  return static_cast<PointMask>(module);
}

bool is_prime(const SmallPosetView& p) {
  if (p.size < 3) return false;
  for (std::size_t y = 1; y < p.size; ++y) {
    if (module_closure(p, 0, y, 0) != p.all()) return false;
  }
  // A module with two points of which one is 0 is everything.
  return all_pairs(p, [&](std::size_t x, std::size_t y) { return (module_closure(p, x, y, 1) & 1U) != 0; });
}

bool is_principal(const SmallPosetView& p, PointMask down_set) {
  if (down_set == 0) return false;
  for (unsigned r = down_set; r != 0; r &= r - 1) {
    if (with_self(p, lowest(r)) == down_set) return true;
  }
  return false;
}

bool satisfies(const EnumerationOptions& options, const SmallPosetView& p) {
  if (options.covers && count_covers(p) != *options.covers) return false;
  if (options.bounded && !is_bounded(p)) return false;
  if (options.connected && !is_connected(p)) return false;
  if (options.interval_order && !is_interval_order(p)) return false;
  if (options.semiorder && !is_semiorder(p)) return false;
  if (options.n_free && !is_n_free(p)) return false;
  if (options.series_parallel && !is_series_parallel(p)) return false;
  if (options.lattice && !is_lattice(p)) return false;
  if (options.graded && !is_graded(p)) return false;
  if (options.max_width && has_antichain(p, p.all(), *options.max_width + 1)) return false;
  if (options.width && (!has_antichain(p, p.all(), *options.width) || has_antichain(p, p.all(), *options.width + 1))) {
    return false;
  }
  if (options.height) {
    std::array<std::size_t, SmallPoset::max_size> level{};
    if (levels(p, level) != *options.height) return false;
  }
  return !options.prime || is_prime(p);
}

}  // namespace tropiary::detail
