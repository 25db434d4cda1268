#include "order/enumeration/enumeration_check.hpp"

#include <string>

#include "order/enumeration/hereditary_tests.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

namespace {

constexpr std::size_t max_threads = 1024;

/// A lower bound: any relation between the halves of a set is an order, and an isomorphism class has at most n! of
/// them.
std::string power_of_ten_below_count(std::size_t n) {
  Integer orders = 1;
  for (std::size_t i = 0; i < n * n / 4; ++i) orders *= Integer(2);
  for (std::size_t i = 2; i <= n; ++i) orders = orders / Integer(i);
  return "10^" + std::to_string(orders.to_string().size() - 1);
}

[[noreturn]] void refuse(const char* function, const std::string& problem) {
  throw Error(Errc::invalid_argument, std::string(function) + ": " + problem);
}

void check_number(const char* function, const char* name, std::optional<std::size_t> value, std::size_t most,
                  std::size_t n) {
  if (!value || *value <= most) return;
  refuse(function, std::string(name) + " " + std::to_string(*value) + " of a poset on " + std::to_string(n) +
                       " points, must be at most " + std::to_string(most));
}

}  // namespace

void check_enumeration(const char* function, std::size_t n, const EnumerationOptions& options) {
  if (n > SmallPoset::max_size) {
    throw Error(
        Errc::too_large,
        std::string(function) + ": " + std::to_string(n) + " points are more than 16" +
            (n < 20 || n > 200 ? "" : ", there are more than " + power_of_ten_below_count(n) + " posets on them") +
            "; on 16 points there are 4483130665195087 up to isomorphism, and each further point makes them more "
            "than 60 times as many; from 12 points on split the work into shards, such as --shard 0/100");
  }
  if (options.shard >= options.shards) {
    refuse(function,
           "shard " + std::to_string(options.shard) + " of " + std::to_string(options.shards) + ", must be less");
  }
  if (options.threads == 0 || options.threads > max_threads) {
    refuse(function, std::to_string(options.threads) + " threads, must be 1 to " + std::to_string(max_threads));
  }
  check_number(function, "height", options.height, n, n);
  check_number(function, "width", options.width, n, n);
  check_number(function, "max_width", options.max_width, n, n);
  check_number(function, "covers", options.covers, n * n / 4, n);  // a Hasse diagram has no triangles
}

bool has_properties(const EnumerationOptions& options) {
  return HereditaryTests::are_needed(options, HereditaryTests::Search::any_numbers);
}

}  // namespace tropiary::detail
