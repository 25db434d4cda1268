#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "tropiary/error.hpp"

namespace tropiary::testing {

/// The call throws an Error of that code; its message contains `part`, is one line and does not flood a terminal.
template <class Call>
void expect_error(Errc code, const std::string& part, Call call) {
  try {
    call();
  } catch (const Error& error) {
    const std::string message = error.what();
    INFO("message: " << message);
    CHECK(to_string(error.code()) == to_string(code));
    CHECK(message.find(part) != std::string::npos);
    CHECK(message.find('\n') == std::string::npos);
    CHECK(message.size() < 700);
    return;
  }
  FAIL_CHECK("no error where " << to_string(code) << " was expected");
}

}  // namespace tropiary::testing
