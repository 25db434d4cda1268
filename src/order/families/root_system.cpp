#include "order/families/root_system.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string>

#include "order/families/size_limits.hpp"

namespace tropiary::detail {

std::size_t CartanType::count_positive_roots() const {
  switch (letter) {
    case 'A':
      return rank * (rank + 1) / 2;
    case 'B':
    case 'C':
      return rank * rank;
    case 'D':
      return rank * (rank - 1);
    case 'E':
      return rank == 6 ? 36 : rank == 7 ? 63 : 120;
    case 'F':
      return 24;
    default:
      return 6;
  }
}

std::size_t CartanType::group_order() const {
  std::size_t order = 1;
  for (std::size_t k = 2; k <= rank && order <= size_limit; ++k) order = capped_product(order, k);
  switch (letter) {
    case 'A':
      return capped_product(order, rank + 1);
    case 'B':
    case 'C':
      return rank > 28 ? size_limit + 1 : capped_product(order, std::size_t{1} << rank);
    case 'D':
      return rank > 28 ? size_limit + 1 : capped_product(order, std::size_t{1} << (rank - 1));
    case 'E':
      return rank == 6 ? 51840 : rank == 7 ? 2903040 : size_limit + 1;
    case 'F':
      return 1152;
    default:
      return 12;
  }
}

CartanType parse_cartan_type(const char* function, std::string_view text) {
  const auto refuse = [&] {
    throw Error(Errc::invalid_argument, std::string(function) + ": \"" + std::string(text.substr(0, 40)) +
                                            "\" is no type; types are A1, A2, ..., B2, ..., C2, ..., D2, ..., E6, E7, "
                                            "E8, F4, G2");
  };
  CartanType type{text.empty() ? '?' : text[0], 0};
  const std::string_view digits = text.substr(std::min<std::size_t>(1, text.size()));
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), type.rank);
  if (digits.empty() || end != digits.data() + digits.size() || error == std::errc::invalid_argument) refuse();
  constexpr std::size_t largest_rank = (std::size_t{1} << 20) - 1;
  const bool is_large = error == std::errc::result_out_of_range || type.rank > largest_rank;
  bool is_type = false;
  switch (type.letter) {
    case 'A':
      is_type = type.rank >= 1;
      break;
    case 'B':
    case 'C':
    case 'D':
      is_type = type.rank >= 2;
      break;
    case 'E':
      is_type = type.rank >= 6 && type.rank <= 8;
      break;
    case 'F':
      is_type = type.rank == 4;
      break;
    case 'G':
      is_type = type.rank == 2;
      break;
    default:
      break;
  }
  const bool is_classical = type.letter >= 'A' && type.letter <= 'D';
  if (is_classical && is_large)
    throw_too_large(function, "the rank is " + std::string(digits.substr(0, 40)), largest_rank);
  if (!is_type) refuse();
  return type;
}

RootSystem::RootSystem(CartanType type) {
  const std::size_t n = type.rank;
  cartan.assign(n, std::vector<std::int32_t>(n, 0));
  for (std::size_t i = 0; i < n; ++i) cartan[i][i] = 2;
  const auto link = [&](std::size_t i, std::size_t j, std::int32_t ij = -1, std::int32_t ji = -1) {
    cartan[i][j] = ij;
    cartan[j][i] = ji;
  };
  const bool is_e = type.letter == 'E';
  const bool is_d = type.letter == 'D';
  if (is_e) {  // 1–3–4–5–…, with 2 at 4
    link(0, 2);
    link(1, 3);
  }
  for (std::size_t i = is_e ? 2 : 0; i + (is_d ? 2 : 1) < n; ++i) link(i, i + 1);
  if (is_d && n > 2) link(n - 3, n - 1);
  if (type.letter == 'B') link(n - 2, n - 1, -1, -2);  // the last simple root is short
  if (type.letter == 'C') link(n - 2, n - 1, -2, -1);  // … long
  if (type.letter == 'F') link(1, 2, -1, -2);
  if (type.letter == 'G') link(0, 1, -3, -1);

  std::set<Root> level;
  for (std::size_t i = 0; i < n; ++i) {
    Root simple(n, 0);
    simple[i] = 1;
    level.insert(std::move(simple));
  }
  // A root of height h + 1 is one of height h and a simple root; it is also a reflection of a lower one, perhaps much
  // lower, in a simple root.
  std::vector<std::set<Root>> by_height{{}, std::move(level)};
  for (std::size_t height = 1; height < by_height.size(); ++height) {
    const std::vector<Root> roots(by_height[height].begin(), by_height[height].end());
    for (const Root& root : roots) {
      for (std::size_t i = 0; i < n; ++i) {
        Root image = reflected(i, root);
        if (image[i] <= root[i]) continue;
        const std::size_t rise = static_cast<std::size_t>(image[i] - root[i]);
        if (by_height.size() <= height + rise) by_height.resize(height + rise + 1);
        by_height[height + rise].insert(std::move(image));
      }
    }
    positive.insert(positive.end(), roots.rbegin(), roots.rend());
  }
}

RootSystem::Root RootSystem::reflected(std::size_t i, Root root) const {
  std::int32_t pairing = 0;
  for (std::size_t j = 0; j < root.size(); ++j) pairing += cartan[i][j] * root[j];
  root[i] -= pairing;
  return root;
}

}  // namespace tropiary::detail
