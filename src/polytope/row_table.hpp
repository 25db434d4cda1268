#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

#include "order/mixed.hpp"

namespace tropiary::detail {

/// Different rows of one width, each with its position by first appearance: a hash table.
template <class T>
class RowTable {
 public:
  explicit RowTable(std::size_t width) : width_(width), slots_(16, free_slot) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const T* row(std::size_t i) const { return rows_.data() + i * width_; }

  /// The position of the row, and whether it is new.
  std::pair<std::size_t, bool> insert(const T* row) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    const std::size_t slot = slot_of(row);
    if (slots_[slot] != free_slot) return {slots_[slot], false};
    rows_.insert(rows_.end(), row, row + width_);
    slots_[slot] = static_cast<std::uint32_t>(size_);
    return {size_++, true};
  }

 private:
  static constexpr std::uint32_t free_slot = UINT32_MAX;

  [[nodiscard]] std::size_t slot_of(const T* wanted) const {
    std::uint64_t hash = 0;
    for (std::size_t j = 0; j < width_; ++j) {
      if constexpr (std::is_integral_v<T>) {
        hash = mixed(hash ^ static_cast<std::uint64_t>(wanted[j]));
      } else {
        hash = mixed(hash ^ std::hash<T>()(wanted[j]));
      }
    }
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != free_slot && !is_row(wanted, slots_[slot])) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  [[nodiscard]] bool is_row(const T* wanted, std::size_t i) const {
    const T* known = row(i);
    for (std::size_t j = 0; j < width_; ++j) {
      if (known[j] != wanted[j]) return false;
    }
    return true;
  }

  void grow() {
    slots_.assign(2 * slots_.size(), free_slot);
    for (std::size_t i = 0; i < size_; ++i) slots_[slot_of(row(i))] = static_cast<std::uint32_t>(i);
  }

  std::size_t width_;
  std::size_t size_ = 0;
  std::vector<T> rows_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace tropiary::detail
