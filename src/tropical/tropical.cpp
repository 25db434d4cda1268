#include "tropiary/tropical/tropical.hpp"

#include "tropiary/error.hpp"

namespace tropiary {

const Rational& Tropical::value() const {
  if (!value_) throw Error(Errc::invalid_argument, "Tropical::value: -inf is no rational number");
  return *value_;
}

std::string Tropical::to_string() const { return value_ ? value_->to_string() : "-inf"; }

}  // namespace tropiary
