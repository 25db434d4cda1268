#include "tropiary/network/named_network.hpp"

#include <algorithm>

#include "tropiary/error.hpp"

namespace tropiary {

std::size_t NamedNetwork::output(const std::string& name) const {
  const auto found = std::find(output_names.begin(), output_names.end(), name);
  if (found == output_names.end()) {
    throw Error(Errc::invalid_argument, "NamedNetwork::output: no output is called \"" + name + "\"");
  }
  return static_cast<std::size_t>(found - output_names.begin());
}

}  // namespace tropiary
