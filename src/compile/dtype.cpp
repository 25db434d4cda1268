#include "tropiary/compile/dtype.hpp"

#include <array>
#include <string>

#include "tropiary/error.hpp"

namespace tropiary {

namespace {
constexpr std::array all_dtypes{Dtype::float64, Dtype::float32, Dtype::float16, Dtype::bfloat16};
}

std::string_view to_string(Dtype dtype) noexcept {
  switch (dtype) {
    case Dtype::float64:
      return "float64";
    case Dtype::float32:
      return "float32";
    case Dtype::float16:
      return "float16";
    case Dtype::bfloat16:
      return "bfloat16";
  }
  return "?";
}

Dtype dtype(std::string_view name) {
  for (const Dtype candidate : all_dtypes) {
    if (to_string(candidate) == name) return candidate;
  }
  throw Error(Errc::invalid_argument,
              "dtype: unknown name \"" + std::string(name) + "\"; known are float64, float32, float16, bfloat16");
}

}  // namespace tropiary
