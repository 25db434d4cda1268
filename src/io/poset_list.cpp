#include "tropiary/io/poset_list.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "order/enumeration/enumeration_check.hpp"
#include "order/enumeration/search_run.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/order/relations.hpp"

namespace tropiary {

namespace {

using detail::PointMask;
using detail::PosetBlock;

/// The lines of posets of one size: '&', the size, the rows of the matrix of the Hasse diagram as one string of bits,
/// six to a character above 63, the end of the line. Posets of a block differ in the column of one point, whose lines
/// are the sum of one without it and two entries of a table: no sum carries from a character to the next.
class Digraph6Lines {
 public:
  void add(const PosetBlock& block, std::vector<char>& text, std::size_t& end) {
    const SmallPoset& p = *block.poset;
    if (p.size != size_ || block.point != point_) prepare(p.size, block.point);
    const std::size_t room = end + block.sets.size() * length_ + sizeof(Line);
    if (text.size() < room) text.resize(std::max(room, 2 * text.size()));
    char* out = text.data() + end;
    if (is_top_of_something(p)) {
      for (const PointMask set : block.sets) {
        block.poset->below[point_] = set;
        const Line line = line_of(p);
        std::memcpy(out, line.data(), sizeof(Line));
        out += length_;
      }
    } else {
      block.poset->below[point_] = 0;
      const Line base = line_of(p);
      prepare_unions(p);
      for (const PointMask set : block.sets) {
        const unsigned lower = set & ~union_below(set);
        const Line& low = low_[lower & 255U];
        const Line& high = high_[lower >> 8U];
        Line line;
        for (std::size_t w = 0; w < line.size(); ++w) line[w] = base[w] + low[w] + high[w];
        std::memcpy(out, line.data(), sizeof(Line));
        out += length_;
      }
    }
    end = static_cast<std::size_t>(out - text.data());
  }

 private:
  using Line = std::array<std::uint64_t, 6>;  // 2 + ⌈16²/6⌉ + 1 characters at most

  static void add_to(Line& line, std::size_t at, unsigned value) {
    auto* bytes = reinterpret_cast<unsigned char*>(line.data());
    bytes[at] = static_cast<unsigned char>(bytes[at] + value);
  }
  static void add_bit(Line& line, std::size_t bit) { add_to(line, 2 + bit / 6, 32U >> bit % 6); }

  void prepare(std::size_t size, std::size_t point) {
    size_ = size;
    point_ = point;
    const std::size_t characters = (size * size + 5) / 6;
    length_ = 2 + characters + 1;
    empty_ = {};
    add_to(empty_, 0, '&');
    add_to(empty_, 1, 63 + static_cast<unsigned>(size));
    for (std::size_t i = 0; i < characters; ++i) add_to(empty_, 2 + i, 63);
    add_to(empty_, 2 + characters, '\n');
    for (unsigned set = 0; set < 256; ++set) {
      low_[set] = high_[set] = {};
      for (unsigned rest = set; rest != 0; rest &= rest - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(rest));
        if (i < size) add_bit(low_[set], i * size + point);
        if (i + 8 < size) add_bit(high_[set], (i + 8) * size + point);
      }
    }
  }

  [[nodiscard]] bool is_top_of_something(const SmallPoset& p) const {
    for (std::size_t j = 0; j < size_; ++j) {
      if (j != point_ && ((p.below[j] >> point_) & 1U) != 0) return true;
    }
    return false;
  }

  [[nodiscard]] Line line_of(const SmallPoset& p) const {
    Line line = empty_;
    for (std::size_t j = 0; j < size_; ++j) {
      unsigned lower = p.below[j];
      for (unsigned rest = lower; rest != 0; rest &= rest - 1) {
        lower &= ~unsigned{p.below[static_cast<std::size_t>(std::countr_zero(rest))]};
      }
      for (; lower != 0; lower &= lower - 1) {
        add_bit(line, static_cast<std::size_t>(std::countr_zero(lower)) * size_ + j);
      }
    }
    return line;
  }

  /// What lies below some point of a set, from tables for four points each.
  void prepare_unions(const SmallPoset& p) {
    for (std::size_t part = 0; part < unions_.size(); ++part) {
      for (std::size_t set = 1; set < 16; ++set) {
        const std::size_t x = 4 * part + static_cast<std::size_t>(std::countr_zero(set));
        unions_[part][set] = unions_[part][set & (set - 1)] | (x < size_ && x != point_ ? p.below[x] : PointMask{0});
      }
    }
  }
  [[nodiscard]] unsigned union_below(unsigned set) const {
    return unsigned{unions_[0][set & 15U]} | unions_[1][(set >> 4U) & 15U] | unions_[2][(set >> 8U) & 15U] |
           unions_[3][set >> 12U];
  }

  std::size_t size_ = SmallPoset::max_size + 1;
  std::size_t point_ = 0;
  std::size_t length_ = 0;
  Line empty_{};
  std::array<Line, 256> low_{};
  std::array<Line, 256> high_{};
  std::array<std::array<PointMask, 16>, 4> unions_{};
};

/// Collects lines.
struct Lines {
  const std::function<bool(const PosetLines&)>* sink;
  PosetFormat format;
  std::shared_ptr<Digraph6Lines> digraph6 = {};
  std::vector<char> text = {};
  std::size_t end = 0;
  std::uint64_t posets = 0;

  bool add(const PosetBlock& block) {
    posets += block.sets.size();
    if (format == PosetFormat::digraph6) {
      if (!digraph6) digraph6 = std::make_shared<Digraph6Lines>();
      digraph6->add(block, text, end);
      return true;
    }
    for (const PointMask set : block.sets) {
      block.poset->below[block.point] = set;
      const Poset p = to_poset(*block.poset);
      const std::string line = (format == PosetFormat::covers ? to_relations_text(p) : to_json(p)) + '\n';
      text.resize(end);
      text.insert(text.end(), line.begin(), line.end());
      end = text.size();
    }
    return true;
  }
  [[nodiscard]] std::size_t held() const { return end; }
  /// What is held; the tables stay.
  Lines take() { return {sink, format, {}, std::exchange(text, {}), std::exchange(end, 0), std::exchange(posets, 0)}; }
  bool deliver(std::optional<std::uint64_t> next_node) {
    const PosetLines lines{std::string_view(text.data(), end), posets, next_node};
    end = 0;
    posets = 0;
    return (*sink)(lines);
  }
};

}  // namespace

bool list_posets(std::size_t n, const EnumerationOptions& options, PosetFormat format,
                 const std::function<bool(const PosetLines&)>& sink) {
  detail::check_enumeration("list_posets", n, options);
  return detail::SearchRun(n, options, Lines{&sink, format}).run();
}

}  // namespace tropiary
