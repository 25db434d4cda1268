#include "cli/poset_fields.hpp"

#include "tropiary/io/digraph6.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"

namespace tropiary::cli {

namespace {

using Subject = PosetSubject;

bool always(const Subject&) { return true; }

template <std::size_t limit>
bool up_to(const Subject& s) {
  return s.poset.size() <= limit;
}

template <std::size_t limit>
bool series_parallel_or_up_to(const Subject& s) {
  return s.poset.size() <= limit || s.series_parallel;
}

Json covers_json(const Subject& s) {
  Json pairs = Json::array();
  for (const Relation& cover : s.poset.covers()) pairs.push_back({index(cover.lower), index(cover.upper)});
  return pairs;
}

constexpr PosetField fields[] = {
    {"size", [](const Subject& s) -> Json { return s.poset.size(); }, always},
    {"labels", [](const Subject& s) -> Json { return s.poset.labels(); }, always},
    {"covers", covers_json, always},
    {"height", [](const Subject& s) -> Json { return height(s.poset); }, always},
    {"width", [](const Subject& s) -> Json { return width(s.poset); }, up_to<2000>},
    {"up_set_count", [](const Subject& s) -> Json { return count_up_sets(s.term).to_string(); },
     series_parallel_or_up_to<40>},
    {"linear_extension_count", [](const Subject& s) -> Json { return count_linear_extensions(s.term).to_string(); },
     series_parallel_or_up_to<24>},
    {"automorphism_group_order", [](const Subject& s) -> Json { return automorphism_group_order(s.poset).to_string(); },
     up_to<200>},
    {"connected_components", [](const Subject& s) -> Json { return count_connected_components(s.poset); }, always},
    {"is_series_parallel", [](const Subject& s) -> Json { return is_series_parallel(s.poset); },
     up_to<Poset::closure_limit>},
    {"is_prime", [](const Subject& s) -> Json { return is_prime(s.poset); }, up_to<Poset::closure_limit>},
    {"is_lattice", [](const Subject& s) -> Json { return is_lattice(s.poset); }, up_to<500>},
    {"is_graded", [](const Subject& s) -> Json { return is_graded(s.poset); }, up_to<Poset::closure_limit>},
    {"order_polynomial", [](const Subject& s) -> Json { return vector_json(order_polynomial(s.poset)); }, up_to<12>},
    {"zeta_polynomial", [](const Subject& s) -> Json { return vector_json(zeta_polynomial(s.poset)); }, up_to<100>},
    {"reduced_euler_characteristic",
     [](const Subject& s) -> Json { return integer_json(reduced_euler_characteristic(s.poset)); }, up_to<500>},
    {"dimension", [](const Subject& s) -> Json { return dimension(s.poset); }, up_to<8>},
    {"digraph6", [](const Subject& s) -> Json { return to_digraph6(s.poset); }, up_to<200>},
    {"canonical", [](const Subject& s) -> Json { return to_digraph6(canonical_form(s.poset)); }, up_to<200>},
};

}  // namespace

std::span<const PosetField> poset_fields() { return fields; }

}  // namespace tropiary::cli
