#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

namespace tropiary {

/// A point of a poset: its 0-based position in the caller's numbering.
enum class Element : std::uint32_t {};

constexpr std::size_t index(Element e) noexcept { return static_cast<std::size_t>(e); }
constexpr Element element(std::size_t position) noexcept { return static_cast<Element>(position); }

/// A subset of the n points of a poset. One machine word while n ≤ 64, ⌈n/64⌉ words beyond.
class ElementSet {
 public:
  ElementSet() = default;
  explicit ElementSet(std::size_t universe_size);  ///< the empty subset of n points
  static ElementSet full(std::size_t universe_size);
  static ElementSet from_word(std::size_t universe_size, std::uint64_t word);  ///< n ≤ 64

  [[nodiscard]] std::size_t universe_size() const noexcept { return size_; }
  [[nodiscard]] std::size_t count() const noexcept;
  [[nodiscard]] bool empty() const noexcept;
  [[nodiscard]] std::vector<Element> elements() const;  ///< ascending
  [[nodiscard]] bool contains(Element e) const noexcept {
    return ((words()[index(e) / 64] >> (index(e) % 64)) & 1U) != 0;
  }
  void insert(Element e) noexcept { words()[index(e) / 64] |= std::uint64_t{1} << (index(e) % 64); }
  void erase(Element e) noexcept { words()[index(e) / 64] &= ~(std::uint64_t{1} << (index(e) % 64)); }

  // The universes of both sets are equal in everything below.
  ElementSet& operator|=(const ElementSet& other) noexcept;
  ElementSet& operator&=(const ElementSet& other) noexcept;
  ElementSet& operator-=(const ElementSet& other) noexcept;  ///< set difference
  friend ElementSet operator|(ElementSet a, const ElementSet& b) noexcept { return a |= b; }
  friend ElementSet operator&(ElementSet a, const ElementSet& b) noexcept { return a &= b; }
  friend ElementSet operator-(ElementSet a, const ElementSet& b) noexcept { return a -= b; }
  [[nodiscard]] ElementSet complement() const;
  [[nodiscard]] bool is_subset_of(const ElementSet& other) const noexcept;
  [[nodiscard]] bool intersects(const ElementSet& other) const noexcept;
  friend bool operator==(const ElementSet&, const ElementSet&) = default;

  [[nodiscard]] std::span<std::uint64_t> words() noexcept {
    return size_ <= 64 ? std::span(&word_, 1) : std::span(many_);
  }
  [[nodiscard]] std::span<const std::uint64_t> words() const noexcept {
    return size_ <= 64 ? std::span(&word_, 1) : std::span(many_);
  }

  /// Ascending elements.
  class Iterator {
   public:
    using value_type = Element;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    explicit Iterator(std::span<const std::uint64_t> words) : words_(words), rest_(words[0]) { skip(); }
    Element operator*() const noexcept {
      return element(block_ * 64 + static_cast<std::size_t>(std::countr_zero(rest_)));
    }
    Iterator& operator++() noexcept {
      rest_ &= rest_ - 1;
      skip();
      return *this;
    }
    void operator++(int) noexcept { ++*this; }
    bool operator==(std::default_sentinel_t) const noexcept { return rest_ == 0; }

   private:
    void skip() noexcept {
      while (rest_ == 0 && block_ + 1 < words_.size()) rest_ = words_[++block_];
    }
    std::span<const std::uint64_t> words_;
    std::uint64_t rest_ = 0;
    std::size_t block_ = 0;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(words()); }
  [[nodiscard]] static std::default_sentinel_t end() noexcept { return {}; }

 private:
  std::size_t size_ = 0;
  std::uint64_t word_ = 0;           // the set, when size_ ≤ 64
  std::vector<std::uint64_t> many_;  // the set, when size_ > 64
};

}  // namespace tropiary

template <>
struct std::hash<tropiary::ElementSet> {
  std::size_t operator()(const tropiary::ElementSet& set) const noexcept;
};
