#include "cli/poset_fields.hpp"

#include "tropiary/io/digraph6.hpp"
#include "tropiary/order/chains.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"
#include "tropiary/order/linear_extension_statistics.hpp"
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

bool on_request(const Subject&) { return false; }

template <class Value>
Json numbers_json(const std::vector<Value>& values) {
  Json result = Json::array();
  for (const Value& value : values) {
    if constexpr (std::is_same_v<Value, Element>) {
      result.push_back(index(value));
    } else {
      result.push_back(value);
    }
  }
  return result;
}

Json lists_json(const std::vector<std::vector<Element>>& lists) {
  Json result = Json::array();
  for (const std::vector<Element>& list : lists) result.push_back(numbers_json(list));
  return result;
}

Json rank_function_json(const Subject& s) {
  const auto ranks = rank_function(s.poset);
  return ranks ? numbers_json(*ranks) : Json();
}

Json mobius_matrix_json(const Subject& s) {
  Json rows = Json::array();
  for (const std::vector<Integer>& row : mobius_matrix(s.poset)) rows.push_back(integers_json(row));
  return rows;
}

Json covers_json(const Subject& s) {
  Json pairs = Json::array();
  for (const Relation& cover : s.poset.covers()) pairs.push_back({index(cover.lower), index(cover.upper)});
  return pairs;
}

/// δ(P) with a pair; null for a chain.
Json balance_json(const Subject& s) {
  const auto balance = balance_constant(s.poset);
  if (!balance) return nullptr;
  return {{"value", balance->value.to_string()}, {"pair", {index(balance->x), index(balance->y)}}};
}

Json rows_json(const std::vector<std::vector<Element>>& rows) {
  Json result = Json::array();
  for (const std::vector<Element>& row : rows) {
    Json entries = Json::array();
    for (const Element e : row) entries.push_back(index(e));
    result.push_back(std::move(entries));
  }
  return result;
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
    {"jump_number", [](const Subject& s) -> Json { return jump_number(s.poset).jumps; }, series_parallel_or_up_to<16>},
    {"balance_constant", balance_json, up_to<12>},
    {"automorphism_group_order", [](const Subject& s) -> Json { return automorphism_group_order(s.poset).to_string(); },
     up_to<200>},
    {"automorphism_generators", [](const Subject& s) { return rows_json(automorphism_group(s.poset).generators); },
     up_to<40>},
    {"orbits", [](const Subject& s) { return rows_json(automorphism_group(s.poset).orbits); }, up_to<40>},
    {"connected_components", [](const Subject& s) -> Json { return count_connected_components(s.poset); }, always},
    {"is_connected", [](const Subject& s) -> Json { return is_connected(s.poset); }, always},
    {"is_bounded", [](const Subject& s) -> Json { return is_bounded(s.poset); }, always},
    {"is_series_parallel", [](const Subject& s) -> Json { return is_series_parallel(s.poset); },
     up_to<Poset::closure_limit>},
    {"is_n_free", [](const Subject& s) -> Json { return is_n_free(s.poset); }, up_to<Poset::closure_limit>},
    {"is_interval_order", [](const Subject& s) -> Json { return is_interval_order(s.poset); }, up_to<2000>},
    {"is_semiorder", [](const Subject& s) -> Json { return is_semiorder(s.poset); }, up_to<2000>},
    {"is_prime", [](const Subject& s) -> Json { return is_prime(s.poset); }, up_to<Poset::closure_limit>},
    {"is_lattice", [](const Subject& s) -> Json { return is_lattice(s.poset); }, up_to<500>},
    {"is_modular", [](const Subject& s) -> Json { return is_modular(s.poset); }, up_to<500>},
    {"is_distributive", [](const Subject& s) -> Json { return is_distributive(s.poset); }, up_to<500>},
    {"is_graded", [](const Subject& s) -> Json { return is_graded(s.poset); }, up_to<Poset::closure_limit>},
    {"is_eulerian", [](const Subject& s) -> Json { return is_eulerian(s.poset); }, up_to<500>},
    {"rank_function", rank_function_json, on_request},
    {"maximum_antichain", [](const Subject& s) -> Json { return numbers_json(maximum_antichain(s.poset)); },
     on_request},
    {"minimum_chain_decomposition",
     [](const Subject& s) -> Json { return lists_json(minimum_chain_decomposition(s.poset)); }, on_request},
    {"minimum_antichain_decomposition",
     [](const Subject& s) -> Json { return lists_json(minimum_antichain_decomposition(s.poset)); }, on_request},
    {"greene_kleitman_shape", [](const Subject& s) -> Json { return numbers_json(greene_kleitman_shape(s.poset)); },
     up_to<100>},
    {"maximal_chain_count", [](const Subject& s) -> Json { return count_maximal_chains(s.poset).to_string(); },
     up_to<Poset::closure_limit>},
    {"order_polynomial", [](const Subject& s) -> Json { return vector_json(order_polynomial(s.poset)); }, up_to<12>},
    {"strict_order_polynomial", [](const Subject& s) -> Json { return vector_json(strict_order_polynomial(s.poset)); },
     up_to<12>},
    {"order_series", [](const Subject& s) -> Json { return integers_json(order_series(s.poset)); }, up_to<12>},
    {"descent_polynomial", [](const Subject& s) -> Json { return integers_json(descent_polynomial(s.poset)); },
     on_request},
    {"characteristic_polynomial",
     [](const Subject& s) -> Json { return integers_json(characteristic_polynomial(s.poset)); }, on_request},
    {"zeta_polynomial", [](const Subject& s) -> Json { return vector_json(zeta_polynomial(s.poset)); }, up_to<100>},
    {"reduced_euler_characteristic",
     [](const Subject& s) -> Json { return integer_json(reduced_euler_characteristic(s.poset)); }, up_to<500>},
    {"order_complex_f_vector", [](const Subject& s) -> Json { return integers_json(order_complex_f_vector(s.poset)); },
     up_to<100>},
    {"order_complex_h_vector", [](const Subject& s) -> Json { return integers_json(order_complex_h_vector(s.poset)); },
     up_to<100>},
    {"euler_characteristic", [](const Subject& s) -> Json { return integer_json(euler_characteristic(s.poset)); },
     up_to<500>},
    {"reduced_betti_numbers", [](const Subject& s) -> Json { return integers_json(reduced_betti_numbers(s.poset)); },
     up_to<12>},
    {"mobius_matrix", mobius_matrix_json, on_request},
    {"dimension", [](const Subject& s) -> Json { return dimension(s.poset); }, up_to<8>},
    {"realiser", [](const Subject& s) -> Json { return lists_json(realiser(s.poset)); }, on_request},
    {"digraph6", [](const Subject& s) -> Json { return to_digraph6(s.poset); }, up_to<200>},
    {"canonical", [](const Subject& s) -> Json { return canonical_digraph6(s.poset); }, up_to<200>},
};

}  // namespace

std::span<const PosetField> poset_fields() { return fields; }

std::optional<PosetClass> class_of_field(const std::string& name) {
  for (const PosetClass c : poset_classes) {
    if (name == "is_" + std::string(to_string(c))) return c;
  }
  return std::nullopt;
}

}  // namespace tropiary::cli
