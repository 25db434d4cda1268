#include "cli/poset_output.hpp"

#include <iostream>

#include "tropiary/io/json.hpp"
#include "tropiary/order/relations.hpp"

namespace tropiary::cli {

void print_poset(const Poset& p, bool json) { std::cout << (json ? to_json(p) : to_relations_text(p)) << '\n'; }

}  // namespace tropiary::cli
