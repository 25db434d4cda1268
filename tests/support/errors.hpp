#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "tropiary/error.hpp"

namespace tropiary::testing {

/// What a call threw: the code's name and the message, or nothing.
template <class Call>
std::string error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return std::string(to_string(error.code())) + ": " + error.what();
  }
  return {};
}

}  // namespace tropiary::testing

/// The expression throws an Error with this code, and its message contains `words`.
#define CHECK_ERROR(expression, error_code, words)                                                         \
  do {                                                                                                     \
    const std::string error_found = ::tropiary::testing::error_of([&] { static_cast<void>(expression); }); \
    CHECK_THAT(error_found, Catch::StartsWith(std::string(::tropiary::to_string(error_code)) + ": "));     \
    CHECK_THAT(error_found, Catch::Contains(words));                                                       \
  } while (false)
