// Must not compile: use of deleted function .*Rational::Rational\(T\)
#include "tropiary/exact/rational.hpp"

int main() {
  tropiary::Rational r = 1;
#ifdef OFFENDING
  tropiary::Rational half = 0.5;
  r += half;
#endif
  return r.sign() - 1;
}
