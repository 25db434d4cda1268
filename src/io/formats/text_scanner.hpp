#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tropiary/exact/linear_algebra.hpp"

namespace tropiary::io {

/// Words and numbers of a text that people write, separated by blanks and ends of lines; what is wrong is reported with
/// line and column of the last word read.
class TextScanner {
 public:
  TextScanner(std::string_view function, std::string text) : function_(function), text_(std::move(text)) {}

  /// Comments become blanks, so that places stay what they are.
  void blank_line_comments(char mark);  ///< from the mark to the end of the line
  void blank_block_comments(std::string_view open, std::string_view close);

  [[nodiscard]] bool at_end();                       ///< nothing but blanks follows
  [[nodiscard]] bool at_line_end();                  ///< nothing but blanks follows on this line
  std::string_view word(std::string_view expected);  ///< the next word; `expected` says in messages what it had to be
  std::string_view peek();                           ///< the next word, which stays; empty at the end
  std::string_view line();                           ///< the rest of this line, which is passed over
  void end_line(std::string_view after);             ///< fails when more follows on this line

  /// A number p, p/q or a decimal like −1.5e3, exactly.
  Rational rational(std::string_view expected);
  Integer integer(std::string_view expected);
  std::size_t count(std::string_view expected);  ///< 0 ≤ · < 2³²

  std::size_t dimension(std::string_view expected);  ///< 0 ≤ · ≤ 2¹⁶: whatever it is taken for, it fits in memory

  /// One line of `length` numbers; `name` and position (from 1) are for messages.
  RationalVector row(std::size_t length, std::string_view name, std::size_t position);
  /// `count` of them. Fails before memory is taken when the text cannot hold as many.
  RationalMatrix matrix(std::size_t count, std::size_t length, std::string_view name);
  /// Fails when `count` things of `entries` words each do not fit into what follows.
  void check_room(std::size_t count, std::size_t entries, std::string_view name);

  /// A parse error at the last word.
  [[noreturn]] void fail(const std::string& problem) const;

 private:
  void skip_blanks();

  std::string function_;
  std::string text_;
  std::size_t next_ = 0;
  std::size_t last_ = 0;
};

/// The words of one line.
std::vector<std::string_view> words_of(std::string_view line);

/// The exact value of p, p/q or a decimal with or without exponent; nothing when the text is none or its exponent is
/// beyond 10 000. Throws division_by_zero.
std::optional<Rational> parse_number(std::string_view text);

/// The text of the matrix, one row a line, entries separated by one blank.
void append_rows(std::string& text, const RationalMatrix& rows);

}  // namespace tropiary::io
