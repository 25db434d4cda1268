#pragma once

#include <exception>
#include <mutex>
#include <stop_token>
#include <string>

#include "bind.hpp"
#include "tropiary/order/enumeration.hpp"

namespace tropiary::python {

/// The options that keyword arguments say, and the callback of `progress`, which lives as long as the call.
struct EnumerationKeywords {
  EnumerationOptions options;
  nb::object progress;
  std::stop_source stop;
  std::mutex mutex;
  std::exception_ptr error;

  /// Throws a TypeError naming the function for a keyword that there is not.
  EnumerationKeywords(const char* function, const nb::kwargs& keywords);

  /// Rethrows what the callback or an interrupt raised.
  void finish() const;

 private:
  bool set_option(const std::string& name, nb::handle value);
  void report(std::uint64_t done);
};

/// For docstrings.
extern const char* const enumeration_keywords_help;

}  // namespace tropiary::python
