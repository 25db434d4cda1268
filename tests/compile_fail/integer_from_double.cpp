// Must not compile: use of deleted function .*Integer::Integer\(T\)
#include "tropiary/exact/integer.hpp"

int main() {
  tropiary::Integer x = 1;
#ifdef OFFENDING
  x = 1.5;
#endif
  return x.sign() - 1;
}
