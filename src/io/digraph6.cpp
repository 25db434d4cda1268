#include "tropiary/io/digraph6.hpp"

#include <bit>
#include <cstdint>
#include <vector>

#include "io/abbreviate.hpp"
#include "tropiary/error.hpp"
#include "tropiary/exact/integer.hpp"

// The format, from nauty's formats.txt [mckay2014]: '&', then N(n), then the adjacency matrix row by row, six bits to a
// printable character (63 + value), the first bit highest, padded with zeros.

namespace tropiary {
namespace {

constexpr std::string_view header = ">>digraph6<<";
constexpr std::uint64_t max_points = std::uint64_t{1} << 16U;
constexpr std::size_t max_relations = std::size_t{1} << 28U;

void append_number(std::string& text, std::uint64_t n) {
  int groups = 1;
  if (n > 258047) {
    text += "~~";
    groups = 6;
  } else if (n > 62) {
    text += '~';
    groups = 3;
  }
  for (int group = groups - 1; group >= 0; --group)
    text += static_cast<char>(63U + ((n >> (6U * static_cast<unsigned>(group))) & 63U));
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), end_(text.size()) {
    while (end_ > 0 && (text[end_ - 1] == '\n' || text[end_ - 1] == '\r' || text[end_ - 1] == ' ')) --end_;
    if (text.starts_with(header)) position_ = header.size();
    if (position_ == end_ || text[position_] != '&') fail("'&' expected");
    ++position_;
  }

  std::uint64_t number() {
    int groups = 1;
    if (peek_is_tilde()) {
      ++position_;
      groups = 3;
      if (peek_is_tilde()) {
        ++position_;
        groups = 6;
      }
    }
    std::uint64_t n = 0;
    for (int group = 0; group < groups; ++group) n = n << 6U | next();
    return n;
  }

  std::uint64_t next() {
    if (position_ == end_) fail("the text ends too early");
    const auto byte = static_cast<unsigned char>(text_[position_]);
    if (byte < 63U || byte > 126U) fail("a character outside '?' to '~'");
    ++position_;
    return byte - 63U;
  }

  [[nodiscard]] std::size_t rest() const noexcept { return end_ - position_; }
  [[noreturn]] void fail(const std::string& problem) const {
    throw_parse_error("parse_digraph6", text_, position_, problem);
  }

 private:
  [[nodiscard]] bool peek_is_tilde() const noexcept { return position_ < end_ && text_[position_] == '~'; }
  std::string_view text_;
  std::size_t end_;
  std::size_t position_ = 0;
};

std::vector<Relation> read_arcs(Reader& reader, std::size_t n) {
  std::vector<Relation> arcs;
  std::size_t row = 0;
  std::size_t column = 0;
  for (std::size_t left = n * n; left > 0;) {
    const std::uint64_t group = reader.next();
    const std::size_t used = left < 6 ? left : 6;
    if ((group & ((1U << (6 - used)) - 1U)) != 0) reader.fail("padding bits that are not zero");
    for (std::size_t bit = 0; bit < used; ++bit) {
      if ((group >> (5 - bit) & 1U) != 0) {
        if (row == column)
          throw Error(Errc::cyclic_relations, "parse_digraph6: a loop at vertex " + std::to_string(row) +
                                                  " (counted from 0), but no point lies below itself");
        if (arcs.size() == max_relations) throw Error(Errc::too_large, "parse_digraph6: more than 2^28 arcs");
        arcs.push_back({element(row), element(column)});
      }
      if (++column == n) {
        column = 0;
        ++row;
      }
    }
    left -= used;
  }
  return arcs;
}

}  // namespace

std::string to_digraph6(const Poset& p) {
  const std::size_t n = p.size();
  if (n > max_points)
    throw Error(Errc::too_large, "to_digraph6: " + std::to_string(n) + " points; the format is quadratic, the limit " +
                                     std::to_string(max_points));
  std::string text = "&";
  append_number(text, n);
  const std::size_t start = text.size();
  text.resize(start + (n * n + 5) / 6, '\0');
  for (const Relation& cover : p.covers()) {
    const std::size_t bit = index(cover.lower) * n + index(cover.upper);
    char& group = text[start + bit / 6];
    group = static_cast<char>(static_cast<unsigned>(group) | 32U >> (bit % 6));
  }
  for (std::size_t i = start; i < text.size(); ++i) text[i] = static_cast<char>(text[i] + 63);
  return text;
}

Poset parse_digraph6(std::string_view text) {
  Reader reader(text);
  const std::uint64_t n = reader.number();
  // Before n·n bits are believed in: they must be there.
  const Integer needed = (Integer(n) * Integer(n) + 5) / 6;
  if (needed != Integer(static_cast<std::uint64_t>(reader.rest())))
    reader.fail(std::to_string(n) + " vertices are announced, which take " + needed.to_string() +
                " characters, but the text has " + std::to_string(reader.rest()));
  if (n > max_points)
    throw Error(Errc::too_large, "parse_digraph6: " + std::to_string(n) +
                                     " points; the format is quadratic, the limit " + std::to_string(max_points));
  const auto size = static_cast<std::size_t>(n);
  return Poset::from_relations(size, read_arcs(reader, size));
}

}  // namespace tropiary
