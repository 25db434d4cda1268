#include <iostream>

#include "tropiary/order/relations.hpp"
#include "tropiary/order/up_sets.hpp"

int main() { std::cout << tropiary::count_up_sets(tropiary::parse_relations("1<2, 3<2, 3<4")) << '\n'; }
