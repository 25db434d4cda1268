#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "tropiary/error.hpp"
#include "tropiary/order/enumeration.hpp"
#include "tropiary/order/invariants.hpp"

using namespace tropiary;

namespace {

EnumerationOptions of_kind(PosetKind kind) {
  EnumerationOptions options;
  options.kind = kind;
  return options;
}

std::vector<std::uint16_t> rows(const SmallPoset& p) { return {p.below.begin(), p.below.begin() + p.size}; }

/// All relations on n points as sets of bits, those that are partial orders.
std::set<std::vector<std::uint16_t>> all_orders(std::size_t n, bool natural) {
  std::set<std::vector<std::uint16_t>> orders;
  for (std::uint32_t bits = 0; bits < (1U << (n * n)); ++bits) {
    std::vector<std::uint16_t> below(n);
    for (std::size_t j = 0; j < n; ++j) below[j] = static_cast<std::uint16_t>((bits >> (j * n)) & ((1U << n) - 1));
    bool is_order = true;
    for (std::size_t j = 0; j < n; ++j) {
      is_order = is_order && ((below[j] >> j) & 1) == 0 && (!natural || (below[j] >> j) == 0);
      for (std::size_t i = 0; i < n; ++i)
        is_order = is_order && (((below[j] >> i) & 1) == 0 || (below[i] & ~below[j]) == 0);
    }
    if (is_order) orders.insert(below);
  }
  return orders;
}

std::vector<std::vector<std::uint16_t>> listed(std::size_t n, const EnumerationOptions& options) {
  std::vector<std::vector<std::uint16_t>> found;
  CHECK(for_each_poset(n, options, [&](const SmallPoset& p) {
    found.push_back(rows(p));
    return true;
  }));
  return found;
}

const std::vector<PosetKind> kinds = {PosetKind::unlabelled, PosetKind::naturally_labelled, PosetKind::labelled};

}  // namespace

TEST_CASE("labelled and naturally labelled posets are all the relations that are partial orders") {
  for (const bool natural : {false, true}) {
    for (std::size_t n = 0; n <= 4; ++n) {
      const auto found = listed(n, of_kind(natural ? PosetKind::naturally_labelled : PosetKind::labelled));
      const auto expected = all_orders(n, natural);
      CHECK(found.size() == expected.size());
      CHECK(std::set(found.begin(), found.end()) == expected);
    }
  }
}

TEST_CASE("labelled posets number as in A001035 and naturally labelled ones as in A006455") {
  const std::vector<std::string> labelled = {
      "1",      "1",       "3",         "19",          "219",           "4231",
      "130023", "6129859", "431723379", "44511042511", "6611065248783", "1396281677105899"};
  const std::vector<std::string> natural = {"1", "1", "2", "7", "40", "357", "4824", "96428", "2800472"};
  for (std::size_t n = 0; n < labelled.size(); ++n) {
    CHECK(count_posets(n, of_kind(PosetKind::labelled)).to_string() == labelled[n]);
    if (n <= 6) CHECK(std::to_string(listed(n, of_kind(PosetKind::labelled)).size()) == labelled[n]);
  }
  for (std::size_t n = 0; n < natural.size(); ++n) {
    CHECK(count_posets(n, of_kind(PosetKind::naturally_labelled)).to_string() == natural[n]);
    if (n <= 7) CHECK(std::to_string(listed(n, of_kind(PosetKind::naturally_labelled)).size()) == natural[n]);
  }
}

TEST_CASE("an orbit has as many labellings as its group has cosets and as many natural ones as it has extensions") {
  for (std::size_t n = 0; n <= 7; ++n) {
    Integer labelled;
    Integer natural;
    Integer numberings = 1;
    for (std::size_t i = 2; i <= n; ++i) numberings *= Integer(i);
    for (const SmallPoset& p : posets(n)) {
      const Poset poset = to_poset(p);
      const Integer order = automorphism_group_order(poset);
      labelled += numberings / order;
      natural += count_linear_extensions(poset) / order;
    }
    CHECK(count_posets(n, of_kind(PosetKind::labelled)) == labelled);
    CHECK(count_posets(n, of_kind(PosetKind::naturally_labelled)) == natural);
  }
}

TEST_CASE("threads and ranges and parts show what one thread shows and in its order") {
  for (const PosetKind kind : kinds) {
    EnumerationOptions options = of_kind(kind);
    const std::size_t n = kind == PosetKind::unlabelled ? 8 : 5;
    for (const bool filtered : {false, true}) {
      options.connected = filtered;
      options.threads = 1;
      const auto expected = listed(n, options);
      for (const std::size_t threads : {2U, 3U, 8U}) {
        options.threads = threads;
        CHECK(listed(n, options) == expected);
        CHECK(count_posets(n, options) == Integer(expected.size()));
      }
      std::vector<std::vector<std::uint16_t>> range;
      for (const SmallPoset& p : posets(n, options)) range.push_back(rows(p));
      CHECK(range == expected);
      Integer shares;
      std::multiset<std::vector<std::uint16_t>> together;
      for (options.shards = 5, options.shard = 0; options.shard < 5; ++options.shard) {
        shares += count_posets(n, options);
        for (auto& p : listed(n, options)) together.insert(std::move(p));
      }
      CHECK(shares == Integer(expected.size()));
      CHECK(together == std::multiset(expected.begin(), expected.end()));
      options.shard = 0;
      options.shards = 1;
    }
  }
}

TEST_CASE("an enumeration that leaves out the first nodes shows the rest") {
  std::vector<std::size_t> sizes;
  const auto whole = listed(8, {});
  EnumerationOptions options;
  for (options.first_node = 0; options.first_node <= 64; options.first_node += 8) {  // 63 posets have five points
    const auto rest = listed(8, options);
    CHECK(std::vector(whole.end() - static_cast<std::ptrdiff_t>(rest.size()), whole.end()) == rest);
    options.threads = 2;
    CHECK(listed(8, options) == rest);
    options.threads = 1;
    sizes.push_back(rest.size());
  }
  CHECK(sizes.front() == 16999);
  CHECK(sizes.back() == 0);
  CHECK(std::is_sorted(sizes.rbegin(), sizes.rend()));
}

TEST_CASE("an enumeration ends when a stop is requested or a visitor says so or throws with any number of threads") {
  for (const std::size_t threads : {1U, 2U, 5U}) {
    EnumerationOptions options;
    options.threads = threads;
    std::size_t seen = 0;
    CHECK_FALSE(for_each_poset(11, options, [&](const SmallPoset&) { return ++seen < 1000; }));
    CHECK(seen == 1000);
    struct Surprise {};
    CHECK_THROWS_AS(for_each_poset(9, options, [](const SmallPoset&) -> bool { throw Surprise(); }), Surprise);
    std::stop_source stop;
    options.progress.stop = stop.get_token();
    seen = 0;
    CHECK_FALSE(for_each_poset(15, options, [&](const SmallPoset&) {
      if (++seen == 100) stop.request_stop();
      return true;
    }));
    CHECK(seen >= 100);
    CHECK_THROWS_AS(count_posets(15, options), Error);
    options.prime = true;
    CHECK_THROWS_AS(count_posets(15, options), Error);
  }
}

TEST_CASE("progress never goes back and ends with all nodes") {
  for (const std::size_t threads : {1U, 3U}) {
    EnumerationOptions options;
    options.threads = threads;
    std::vector<std::uint64_t> told;
    options.progress.report = [&](std::uint64_t done) { told.push_back(done); };
    CHECK(for_each_poset(8, options, [](const SmallPoset&) { return true; }));
    REQUIRE_FALSE(told.empty());
    CHECK(std::is_sorted(told.begin(), told.end()));
    CHECK(told.back() == 63);
  }
}

TEST_CASE("numbers that no poset of the size has are refused") {
  const auto refuse = [](auto ask) {
    EnumerationOptions options;
    ask(options);
    CHECK_THROWS_AS(count_posets(5, options), Error);
    CHECK_THROWS_AS(posets(5, options), Error);
  };
  refuse([](auto& o) { o.width = 1000000000; });
  refuse([](auto& o) { o.max_width = 6; });
  refuse([](auto& o) { o.height = 6; });
  refuse([](auto& o) { o.covers = 7; });
  refuse([](auto& o) { o.threads = 0; });
  refuse([](auto& o) { o.threads = 1000000; });
  CHECK_THROWS_AS(posets(17), Error);
}
