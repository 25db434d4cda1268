#include <catch2/catch.hpp>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tropiary/io/digraph6.hpp"
#include "tropiary/order/enumeration.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"

// Every property in the search against its definition on every poset.

using namespace tropiary;

namespace {

bool less(const Poset& p, std::size_t i, std::size_t j) { return p.less(element(i), element(j)); }
bool beside(const Poset& p, std::size_t i, std::size_t j) { return i != j && !less(p, i, j) && !less(p, j, i); }

/// Whether four points a, b, c, d with a < b and c < d are as `law` says.
template <class Law>
bool has_two_chains(const Poset& p, Law law) {
  const std::size_t n = p.size();
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = 0; b < n; ++b) {
      if (!less(p, a, b)) continue;
      for (std::size_t c = 0; c < n; ++c) {
        for (std::size_t d = 0; d < n; ++d) {
          if (law(a, b, c, d)) return true;
        }
      }
    }
  }
  return false;
}

bool has_2_2(const Poset& p) {
  return has_two_chains(p, [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
    return less(p, c, d) && beside(p, a, c) && beside(p, a, d) && beside(p, b, c) && beside(p, b, d);
  });
}

bool has_3_1(const Poset& p) {
  return has_two_chains(p, [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
    return less(p, b, c) && beside(p, a, d) && beside(p, b, d) && beside(p, c, d);
  });
}

bool is_cover(const Poset& p, std::size_t i, std::size_t j) {
  for (const Element e : p.upper_covers(element(i))) {
    if (index(e) == j) return true;
  }
  return false;
}

/// Covers a < b > c < d without a < d.
bool has_n_of_covers(const Poset& p) {
  return has_two_chains(p, [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
    return a != c && b != d && is_cover(p, a, b) && is_cover(p, c, b) && is_cover(p, c, d) && !is_cover(p, a, d);
  });
}

std::size_t count_bounds(const Poset& p) {
  std::size_t bounds = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    bounds += p.size() == 1 + p.above(element(i)).elements().size() ? 1U : 0U;
    bounds += p.size() == 1 + p.below(element(i)).elements().size() ? 1U : 0U;
  }
  return bounds;
}

struct Property {
  std::string name;
  std::function<void(EnumerationOptions&)> ask;
  std::function<bool(const Poset&)> holds;
};

std::vector<Property> properties(std::size_t n) {
  std::vector<Property> all = {
      {"connected", [](auto& o) { o.connected = true; },
       [](const Poset& p) { return count_connected_components(p) == 1; }},
      {"series-parallel", [](auto& o) { o.series_parallel = true; },
       [](const Poset& p) { return is_series_parallel(p); }},
      {"N-free", [](auto& o) { o.n_free = true; }, [](const Poset& p) { return !has_n_of_covers(p); }},
      {"prime", [](auto& o) { o.prime = true; }, [](const Poset& p) { return is_prime(p); }},
      {"lattice", [](auto& o) { o.lattice = true; }, [](const Poset& p) { return is_lattice(p); }},
      {"bounded", [](auto& o) { o.bounded = true; }, [](const Poset& p) { return count_bounds(p) == 2; }},
      {"graded", [](auto& o) { o.graded = true; }, [](const Poset& p) { return is_graded(p); }},
      {"interval order", [](auto& o) { o.interval_order = true; }, [](const Poset& p) { return !has_2_2(p); }},
      {"semiorder", [](auto& o) { o.semiorder = true; }, [](const Poset& p) { return !has_2_2(p) && !has_3_1(p); }}};
  for (std::size_t k = 0; k <= n; ++k) {
    const std::string number = std::to_string(k);
    all.push_back({"height " + number, [k](auto& o) { o.height = k; }, [k](const Poset& p) { return height(p) == k; }});
    all.push_back({"width " + number, [k](auto& o) { o.width = k; }, [k](const Poset& p) { return width(p) == k; }});
    all.push_back(
        {"max_width " + number, [k](auto& o) { o.max_width = k; }, [k](const Poset& p) { return width(p) <= k; }});
  }
  for (std::size_t k = 0; k <= n * n / 4; k += n > 5 ? 3 : 1) {
    all.push_back({"covers " + std::to_string(k), [k](auto& o) { o.covers = k; },
                   [k](const Poset& p) { return p.covers().size() == k; }});
  }
  return all;
}

std::vector<Poset> listed(std::size_t n, const EnumerationOptions& options) {
  std::vector<Poset> found;
  for (const SmallPoset& p : posets(n, options)) found.push_back(to_poset(p));
  return found;
}

std::multiset<std::string> forms(const std::vector<Poset>& posets) {
  std::multiset<std::string> all;
  for (const Poset& p : posets) all.insert(to_digraph6(p));
  return all;
}

void check_against_definition(std::size_t n, const std::vector<Poset>& all, PosetKind kind,
                              const std::vector<const Property*>& asked) {
  EnumerationOptions options;
  options.kind = kind;
  std::string names;
  std::vector<Poset> expected = all;
  for (const Property* property : asked) {
    property->ask(options);
    names += property->name + " ";
    std::erase_if(expected, [&](const Poset& p) { return !property->holds(p); });
  }
  INFO(names << "on " << n << " points, kind " << static_cast<int>(kind));
  // The representatives of isomorphism classes are the same ones.
  CHECK(forms(listed(n, options)) == forms(expected));
  CHECK(count_posets(n, options) == Integer(expected.size()));
  options.threads = 2;
  CHECK(count_posets(n, options) == Integer(expected.size()));
}

}  // namespace

TEST_CASE("each property in the search keeps what its definition keeps") {
  for (std::size_t n = 0; n <= 7; ++n) {
    const std::vector<Poset> all = listed(n, {});
    for (const Property& property : properties(n)) check_against_definition(n, all, PosetKind::unlabelled, {&property});
  }
}

TEST_CASE("two properties in the search keep what both definitions keep") {
  for (std::size_t n = 0; n <= 5; ++n) {
    const std::vector<Poset> all = listed(n, {});
    const std::vector<Property> list = properties(n);
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t j = 0; j < std::min<std::size_t>(i, 9); ++j) {
        check_against_definition(n, all, PosetKind::unlabelled, {&list[i], &list[j]});
      }
    }
  }
}

TEST_CASE("properties of labelled and naturally labelled posets are those of their definitions") {
  for (const PosetKind kind : {PosetKind::labelled, PosetKind::naturally_labelled}) {
    for (std::size_t n = 0; n <= 4; ++n) {
      EnumerationOptions options;
      options.kind = kind;
      const std::vector<Poset> all = listed(n, options);
      const std::vector<Property> list = properties(n);
      for (std::size_t i = 0; i < list.size(); ++i) {
        check_against_definition(n, all, kind, {&list[i]});
        check_against_definition(n, all, kind, {&list[i], &list[i / 2]});
      }
    }
  }
}

TEST_CASE("properties are counted as the literature counts them") {
  struct Row {
    const char* sequence;
    std::function<void(EnumerationOptions&)> ask;
    std::vector<std::uint64_t> counts;  // from n = 1
  };
  const std::vector<Row> rows = {
      {"A000608", [](auto& o) { o.connected = true; }, {1, 1, 3, 10, 44, 238, 1650, 14512}},
      {"A003430", [](auto& o) { o.series_parallel = true; }, {1, 2, 5, 15, 48, 167, 602, 2256, 8660, 33958}},
      {"A022493", [](auto& o) { o.interval_order = true; }, {1, 2, 5, 15, 53, 217, 1014, 5335}},
      {"A000108", [](auto& o) { o.semiorder = true; }, {1, 2, 5, 14, 42, 132, 429, 1430, 4862, 16796}},
      {"A006966", [](auto& o) { o.lattice = true; }, {1, 1, 1, 2, 5, 15, 53, 222, 1078, 5994, 37622}},
      {"A000112", [](auto& o) { o.bounded = true; }, {1, 1, 1, 2, 5, 16, 63, 318, 2045}},  // two points fewer
  };
  for (const Row& row : rows) {
    for (std::size_t n = 1; n <= row.counts.size(); ++n) {
      EnumerationOptions options;
      row.ask(options);
      INFO(row.sequence << " " << n);
      CHECK(count_posets(n, options) == Integer(row.counts[n - 1]));
      std::uint64_t shown = 0;
      CHECK(for_each_poset(n, options, [&](const SmallPoset&) { return ++shown != 0; }));
      CHECK(shown == row.counts[n - 1]);
    }
  }
}
