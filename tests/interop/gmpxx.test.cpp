#include "tropiary/interop/gmpxx.hpp"

#include <catch2/catch.hpp>

#include "tropiary/error.hpp"

using namespace tropiary;

TEST_CASE("numbers go to GMP's classes and back", "[interop]") {
  for (const char* text : {"0", "1", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
                           "-9223372036854775809", "18446744073709551616", "-1267650600228229401496703205376"}) {
    const Integer x(text);
    CHECK(to_mpz(x).get_str() == text);
    CHECK(from_mpz(to_mpz(x)) == x);
    const Rational q(x, 6);
    CHECK(to_mpq(q).get_str() == q.to_string());
    CHECK(from_mpq(to_mpq(q)) == q);
  }
}

TEST_CASE("a quotient of GMP need not be canonical to be read", "[interop]") {
  CHECK(from_mpq(mpq_class(mpz_class(6), mpz_class(-4))) == Rational(-3, 2));
  CHECK_THROWS_AS(from_mpq(mpq_class(mpz_class(1), mpz_class(0))), Error);
}
