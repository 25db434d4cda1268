#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace tropiary {

/// What a caller did wrong; the message of the Error says the rest.
enum class Errc {
  invalid_argument,    ///< a value outside a function's domain
  parse_error,         ///< malformed text; the message ends with line and column
  cyclic_relations,    ///< relations that are no partial order; the message names a cycle
  dimension_mismatch,  ///< two sizes that had to be equal
  division_by_zero,
  too_large,     ///< a result that would not fit in memory or in its type, refused beforehand
  inexact,       ///< exactness was required and does not hold
  io_error,      ///< a file that cannot be read or written
  out_of_space,  ///< a disk or a quota is full; nothing stays half written
};

/// The name of the enumerator, e.g. "parse_error".
std::string_view to_string(Errc code) noexcept;

/// The one exception that tropiary throws for a caller's mistake. Its message names the function, the argument, the
/// value and the law that was broken.
class Error : public std::runtime_error {
 public:
  Error(Errc code, const std::string& message) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] Errc code() const noexcept { return code_; }

 private:
  Errc code_;
};

/// A parse error at a 0-based byte offset of `text`; the message ends with "at line L, column C" (1-based).
[[noreturn]] void throw_parse_error(std::string_view function, std::string_view text, std::size_t offset,
                                    std::string_view problem);

}  // namespace tropiary
