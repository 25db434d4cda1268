// From a poset to weights: a strict ReLU network with a certificate, evaluated exactly and written as ONNX.

#include <iostream>

#include "tropiary/compile/compile.hpp"
#include "tropiary/io/onnx.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/tropical/poset_polynomial.hpp"

int main() {
  using namespace tropiary;

  const Poset n = named_poset("N");
  const CompiledNetwork network = compile(n);
  const Interval& box = network.certificate.box.front();
  std::cout << network.max_ops << " maxima, " << network.hidden_layers << " hidden layers; exact in float32 on ["
            << box.low << ", " << box.high << "]^4\n";

  const RationalVector x{5, -3, 7, -1};
  const bool same = network(x).front() == PosetPolynomial(n)(x);
  std::cout << "f_N(5, -3, 7, -1) = " << network(x).front() << ", ONNX file of " << to_onnx(network).size()
            << " bytes\n";
  return same && network.certificate.exact ? 0 : 1;
}
