// Root posets, and orders on the elements of Weyl groups, which act as permutations of the roots.

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

#include "order/families/grown_poset.hpp"
#include "order/families/root_system.hpp"
#include "tropiary/order/families.hpp"

namespace tropiary {

using detail::capped_product;
using detail::CartanType;
using detail::relation;
using detail::RootSystem;

namespace {

/// A permutation of all roots: positive ones first, then their negatives in the same order.
using Permutation = std::vector<std::uint8_t>;

Permutation composed(const Permutation& outer, const Permutation& inner) {
  Permutation result(inner.size());
  for (std::size_t i = 0; i < inner.size(); ++i) result[i] = outer[inner[i]];
  return result;
}

class WeylGroup {
 public:
  WeylGroup(const char* function, CartanType type) : type_(type), roots_(type.count_positive_roots()) {
    const std::size_t order = type.group_order();
    detail::require_size(function, order, detail::family_points);
    constexpr std::size_t most_work = std::size_t{1} << 26;
    if (capped_product(order, 2 * roots_) > most_work)
      detail::throw_too_large(function,
                              std::to_string(order) + " elements, each a permutation of " + std::to_string(2 * roots_) +
                                  " roots; elements times roots",
                              most_work);
    make_reflections();
    make_elements(order);
  }

  [[nodiscard]] std::size_t size() const { return elements_.size(); }
  [[nodiscard]] std::size_t length(std::size_t w) const { return words_[w].size(); }
  [[nodiscard]] std::size_t count_reflections() const { return roots_; }
  [[nodiscard]] std::size_t rank() const { return type_.rank; }
  /// The number of w · t, t the reflection in a positive root; the first ones are in simple roots.
  [[nodiscard]] std::size_t product(std::size_t w, std::size_t t) const {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < type_.rank; ++i) key = key << 8U | elements_[w][reflections_[t][i]];
    return number_.at(key);
  }
  [[nodiscard]] std::vector<std::string> labels() const {
    std::vector<std::string> result;
    for (const std::string& word : words_)
      result.push_back(type_.letter == 'A' ? one_line(word) : word.empty() ? "e" : word);
    return result;
  }

 private:
  void make_reflections() {
    const RootSystem system(type_);
    std::map<RootSystem::Root, std::size_t> position;
    for (std::size_t i = 0; i < roots_; ++i) {
      RootSystem::Root negative = system.positive[i];
      position.emplace(negative, i);
      for (std::int32_t& coefficient : negative) coefficient = -coefficient;
      position.emplace(std::move(negative), roots_ + i);
    }
    reflections_.assign(roots_, Permutation(2 * roots_));
    for (std::size_t i = 0; i < type_.rank; ++i) {
      for (const auto& [root, number] : position)
        reflections_[i][number] = static_cast<std::uint8_t>(position.at(system.reflected(i, root)));
    }
    // The reflection in s(β) is s · (reflection in β) · s, and each root is such an s(β) with β lower.
    std::vector<bool> is_known(roots_, false);
    std::fill_n(is_known.begin(), type_.rank, true);
    for (std::size_t root = 0; root < roots_; ++root) {
      for (std::size_t i = 0; i < type_.rank; ++i) {
        const Permutation& simple = reflections_[i];
        const std::size_t image = simple[root];
        if (image >= roots_ || is_known[image]) continue;
        reflections_[image] = composed(simple, composed(reflections_[root], simple));
        is_known[image] = true;
      }
    }
  }

  /// By length, then by least reduced words: those of a length come in the order of their words.
  void make_elements(std::size_t order) {
    Permutation identity(2 * roots_);
    for (std::size_t i = 0; i < identity.size(); ++i) identity[i] = static_cast<std::uint8_t>(i);
    elements_.reserve(order);
    words_.reserve(order);
    add(std::move(identity), {});
    for (std::size_t w = 0; w < elements_.size(); ++w) {
      for (std::size_t i = 0; i < type_.rank; ++i) {
        if (elements_[w][i] >= roots_) continue;  // w makes this simple root negative: w · s_i is shorter
        add(composed(elements_[w], reflections_[i]), words_[w] + static_cast<char>('1' + i));
      }
    }
  }

  void add(Permutation element, std::string word) {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < type_.rank; ++i) key = key << 8U | element[i];
    if (!number_.emplace(key, elements_.size()).second) return;
    elements_.push_back(std::move(element));
    words_.push_back(std::move(word));
  }

  /// The permutation w(1) … w(n) of a word in exchanges of neighbouring places.
  [[nodiscard]] std::string one_line(const std::string& word) const {
    std::string line;
    for (std::size_t i = 0; i <= type_.rank; ++i) line += static_cast<char>('1' + i);
    for (const char letter : word)
      std::swap(line[static_cast<std::size_t>(letter - '1')], line[static_cast<std::size_t>(letter - '0')]);
    return line;
  }

  CartanType type_;
  std::size_t roots_;  // positive ones
  std::vector<Permutation> reflections_;
  std::vector<Permutation> elements_;
  std::vector<std::string> words_;
  std::unordered_map<std::uint64_t, std::size_t> number_;  // by the images of the simple roots, at most eight
};

/// "4" is the symmetric group on four letters.
std::string group_type(const char* function, std::string_view type) {
  const bool is_number = !type.empty() && type.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_number) return std::string(type);
  if (type.size() > 9) detail::throw_too_large(function, "n is " + std::string(type.substr(0, 40)));
  const unsigned long n = std::stoul(std::string(type));
  return n < 2 ? std::string() : "A" + std::to_string(n - 1);
}

/// The elements with covers by the first `generators(group)` reflections.
template <class Generators>
Poset order_of_group(const char* function, std::string_view text, Generators generators) {
  const std::string type = group_type(function, text);
  if (type.empty() && !text.empty())
    return detail::poset_from_covers_unchecked(1, {}, {text == "0" ? "e" : "1"});  // the trivial group
  const WeylGroup group(function, detail::parse_cartan_type(function, type));
  std::vector<Relation> covers;
  for (std::size_t w = 0; w < group.size(); ++w) {
    for (std::size_t t = 0; t < generators(group); ++t) {
      const std::size_t upper = group.product(w, t);
      if (group.length(upper) == group.length(w) + 1) covers.push_back(relation(w, upper));
    }
    detail::require_family_size(function, group.size(), covers.size());
  }
  return detail::poset_from_covers_unchecked(group.size(), std::move(covers), group.labels());
}

}  // namespace

Poset root_poset(std::string_view type_text) {
  constexpr const char* function = "root_poset";
  const CartanType type = detail::parse_cartan_type(function, type_text);
  constexpr std::size_t most_work = std::size_t{1} << 26;
  const std::size_t points = type.count_positive_roots();
  if (capped_product(points, capped_product(type.rank, type.rank)) > most_work)
    detail::throw_too_large(function, std::to_string(points) + " roots; roots times rank squared", most_work);
  const RootSystem system(type);
  std::map<RootSystem::Root, std::size_t> position;
  for (std::size_t i = 0; i < system.positive.size(); ++i) position.emplace(system.positive[i], i);
  std::vector<Relation> covers;
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < system.positive.size(); ++i) {
    RootSystem::Root root = system.positive[i];
    std::string label;
    for (std::int32_t& coefficient : root) {
      label += std::to_string(coefficient);
      ++coefficient;
      if (const auto upper = position.find(root); upper != position.end()) covers.push_back(relation(i, upper->second));
      --coefficient;
    }
    labels.push_back(std::move(label));
  }
  return detail::poset_from_covers_unchecked(system.positive.size(), std::move(covers), std::move(labels));
}

Poset bruhat_order(std::string_view type) {
  return order_of_group("bruhat_order", type, [](const WeylGroup& group) { return group.count_reflections(); });
}

Poset weak_order(std::string_view type) {
  return order_of_group("weak_order", type, [](const WeylGroup& group) { return group.rank(); });
}

}  // namespace tropiary
