// Must not compile: cannot convert .*int.* to .*Element.* in initialization
#include "tropiary/order/element.hpp"

int main() {
  tropiary::Element e = tropiary::element(3);
#ifdef OFFENDING
  tropiary::Element f = 3;
  e = f;
#endif
  return static_cast<int>(tropiary::index(e)) - 3;
}
