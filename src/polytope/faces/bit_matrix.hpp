#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tropiary::detail {

/// A set of positions as machine words; bits beyond the last position are zero.
using Words = std::span<const std::uint64_t>;

inline std::size_t words_for(std::size_t bits) { return (bits + 63) / 64; }

inline bool test_bit(Words set, std::size_t i) { return ((set[i / 64] >> (i % 64)) & 1U) != 0; }

inline std::size_t count_bits(Words set) {
  std::size_t count = 0;
  for (const std::uint64_t word : set) count += static_cast<std::size_t>(std::popcount(word));
  return count;
}

inline bool is_subset(Words a, Words b) {
  std::uint64_t outside = 0;
  for (std::size_t i = 0; i < a.size(); ++i) outside |= a[i] & ~b[i];
  return outside == 0;
}

template <class F>
void for_each_bit(Words set, F&& f) {
  for (std::size_t i = 0; i < set.size(); ++i) {
    for (std::uint64_t word = set[i]; word != 0; word &= word - 1) {
      f(64 * i + static_cast<std::size_t>(std::countr_zero(word)));
    }
  }
}

inline std::vector<std::size_t> positions(Words set) {
  std::vector<std::size_t> result;
  for_each_bit(set, [&](std::size_t i) { result.push_back(i); });
  return result;
}

/// A matrix of bits, each row a set of columns, all in one piece of memory.
class BitMatrix {
 public:
  BitMatrix() = default;
  BitMatrix(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns), words_(words_for(columns)), bits_(rows * words_) {}

  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
  [[nodiscard]] std::size_t words_per_row() const noexcept { return words_; }
  [[nodiscard]] Words row(std::size_t i) const { return {bits_.data() + i * words_, words_}; }
  [[nodiscard]] std::span<std::uint64_t> row(std::size_t i) { return {bits_.data() + i * words_, words_}; }
  [[nodiscard]] bool test(std::size_t i, std::size_t j) const { return test_bit(row(i), j); }
  void set(std::size_t i, std::size_t j) { bits_[i * words_ + j / 64] |= std::uint64_t{1} << (j % 64); }

  [[nodiscard]] BitMatrix transposed() const {
    BitMatrix result(columns_, rows_);
    for (std::size_t i = 0; i < rows_; ++i) {
      for_each_bit(row(i), [&](std::size_t j) { result.set(j, i); });
    }
    return result;
  }

  friend bool operator==(const BitMatrix&, const BitMatrix&) = default;

 private:
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::size_t words_ = 0;
  std::vector<std::uint64_t> bits_;
};

}  // namespace tropiary::detail
