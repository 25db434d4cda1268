#include "io/bit_digraph6.hpp"

// The bits of the format come with the highest first; here the lowest is first, and each group of six is reversed.

namespace tropiary::io {

namespace {

constexpr std::size_t longest_short_number = 62;

constexpr std::array<std::uint8_t, 64> reversed = [] {
  std::array<std::uint8_t, 64> table{};
  for (unsigned x = 0; x < 64; ++x) {
    for (unsigned bit = 0; bit < 6; ++bit) table[x] |= static_cast<std::uint8_t>((x >> bit & 1U) << (5 - bit));
  }
  return table;
}();

constexpr std::size_t groups(std::size_t n) { return (n * n + 5) / 6; }

/// Takes numbers of the same width apart into groups of six bits, or groups of six bits together.
class Bits {
 public:
  void put(std::uint64_t bits, std::size_t count) {
    low_ |= bits << held_;
    high_ = held_ + count > 64 ? bits >> (64 - held_) : high_;
    held_ += count;
  }
  std::uint64_t take(std::size_t count) {
    const std::uint64_t bits = count == 64 ? low_ : low_ & ((std::uint64_t{1} << count) - 1);
    low_ = count == 64 ? high_ : low_ >> count | (count == 0 ? 0 : high_ << (64 - count));
    high_ = count == 64 ? 0 : high_ >> count;
    held_ -= count;
    return bits;
  }
  [[nodiscard]] std::size_t held() const { return held_; }

 private:
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
  std::size_t held_ = 0;  // at most 127
};

}  // namespace

std::size_t short_digraph6_size(std::string_view text) {
  if (text.size() < 2 || text[0] != '&') return no_size;
  const std::size_t n = static_cast<unsigned char>(text[1]) - std::size_t{63};
  return n <= longest_short_number && text.size() == 2 + groups(n) ? n : no_size;
}

template <class Word>
bool read_digraph6(std::string_view text, detail::BitOrder<Word>& relation) {
  const std::size_t n = short_digraph6_size(text);
  if (n > detail::BitOrder<Word>::capacity) return false;
  relation = {};
  relation.size = n;
  Bits bits;
  std::size_t at = 2;
  for (std::size_t i = 0; i < n; ++i) {
    while (bits.held() < n) {
      const unsigned group = static_cast<unsigned char>(text[at++]) - 63U;
      if (group > 63) return false;
      bits.put(reversed[group], 6);
    }
    relation.above[i] = static_cast<Word>(bits.take(n));
  }
  return bits.take(bits.held()) == 0;
}

template <class Word>
void append_digraph6(const detail::BitOrder<Word>& order,
                     const std::array<std::uint8_t, detail::BitOrder<Word>::capacity>& position, std::string& text) {
  const std::size_t n = order.size;
  const auto covers = detail::upper_covers(order);
  std::array<Word, detail::BitOrder<Word>::capacity> rows;
  for (std::size_t x = 0; x < n; ++x) {
    Word row = 0;
    detail::for_each_member(covers[x], [&](std::size_t y) { row |= detail::bit_of<Word>(position[y]); });
    rows[position[x]] = row;
  }
  const std::size_t start = text.size();
  text.resize(start + 2 + groups(n));
  char* out = text.data() + start;
  *out++ = '&';
  *out++ = static_cast<char>(63 + n);
  Bits bits;
  for (std::size_t i = 0; i < n; ++i) {
    bits.put(rows[i], n);
    while (bits.held() >= 6) *out++ = static_cast<char>(63 + reversed[bits.take(6)]);
  }
  if (bits.held() > 0) *out = static_cast<char>(63 + reversed[bits.take(bits.held())]);
}

template bool read_digraph6(std::string_view, detail::ShortOrder&);
template bool read_digraph6(std::string_view, detail::LongOrder&);
template void append_digraph6(const detail::ShortOrder&, const std::array<std::uint8_t, 16>&, std::string&);
template void append_digraph6(const detail::LongOrder&, const std::array<std::uint8_t, 64>&, std::string&);

}  // namespace tropiary::io
