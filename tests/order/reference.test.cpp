// Every answer in tests/reference/posets.json (provenance and conventions in the file).

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tropiary/error.hpp"
#include "tropiary/order/chains.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/modular_decomposition.hpp"
#include "tropiary/order/up_sets.hpp"

using namespace tropiary;
using nlohmann::json;

namespace {

const json& reference() {
  static const json document = json::parse(std::ifstream(std::string(TROPIARY_TEST_DATA) + "/posets.json"));
  return document;
}

Poset to_poset(const json& entry) {
  std::vector<Relation> covers;
  for (const json& pair : entry.at("covers")) {
    covers.push_back({element(pair[0].get<std::size_t>()), element(pair[1].get<std::size_t>())});
  }
  return Poset::from_relations(entry.at("n").get<std::size_t>(), covers);
}

std::vector<std::string> to_strings(const std::vector<Rational>& coefficients) {
  std::vector<std::string> result;
  for (const Rational& c : coefficients) result.push_back(c.to_string());
  return result;
}

std::string decimal(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

/// Calls check(poset, answer) for each poset that has the answer; returns how many.
template <class Check>
std::size_t for_each_answer(const std::string& field, Check check) {
  std::size_t count = 0;
  for (const json& entry : reference().at("posets")) {
    const json& answers = entry.at("answers");
    if (!answers.contains(field)) continue;
    INFO(field << " of " << entry.at("name"));
    check(to_poset(entry), answers.at(field));
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("numbers of linear extensions agree with the reference") {
  std::size_t refused = 0;  // prime parts with more states than a quick test goes through
  CHECK(for_each_answer("linear_extensions", [&](const Poset& p, const json& answer) {
          try {
            const Integer count = count_linear_extensions(p, 430'000);
            CHECK(count.to_string() == decimal(answer));
          } catch (const Error& error) {
            CHECK(error.code() == Errc::too_large);
            ++refused;
          }
        }) == 104);
  CHECK(refused == 2);
}

TEST_CASE("numbers of up-sets agree with the reference") {
  CHECK(for_each_answer("ideals", [](const Poset& p, const json& answer) {
          CHECK(count_up_sets(p).to_string() == decimal(answer));
        }) == 72);
}

TEST_CASE("heights and widths and numbers of components agree with the reference") {
  CHECK(for_each_answer("height", [](const Poset& p, const json& answer) {
          CHECK(height(p) == answer.get<std::size_t>());
        }) == 104);
  CHECK(for_each_answer("width", [](const Poset& p, const json& answer) {
          CHECK(width(p) == answer.get<std::size_t>());
          CHECK(maximum_antichain(p).size() == answer.get<std::size_t>());
        }) == 104);
  CHECK(for_each_answer("connected_components", [](const Poset& p, const json& answer) {
          CHECK(count_connected_components(p) == answer.get<std::size_t>());
        }) == 104);
}

TEST_CASE("lattices and series-parallel posets are those of the reference") {
  CHECK(for_each_answer("is_lattice",
                        [](const Poset& p, const json& answer) { CHECK(is_lattice(p) == answer.get<bool>()); }) == 104);
  CHECK(for_each_answer("is_series_parallel", [](const Poset& p, const json& answer) {
          CHECK(is_series_parallel(p) == answer.get<bool>());
        }) == 104);
}

TEST_CASE("order polynomials agree with the reference") {
  CHECK(for_each_answer("order_polynomial", [](const Poset& p, const json& answer) {
          CHECK(to_strings(order_polynomial(p)) == answer.get<std::vector<std::string>>());
        }) == 64);
}

TEST_CASE("zeta polynomials and Euler characteristics agree with the reference") {
  CHECK(for_each_answer("zeta_polynomial", [](const Poset& p, const json& answer) {
          CHECK(to_strings(zeta_polynomial(p)) == answer.get<std::vector<std::string>>());
        }) == 103);
  CHECK(for_each_answer("reduced_euler_characteristic", [](const Poset& p, const json& answer) {
          CHECK(reduced_euler_characteristic(p).to_string() == decimal(answer));
        }) == 104);
}

TEST_CASE("homology and shapes and series fit the answers of the reference") {
  CHECK(for_each_answer("reduced_euler_characteristic", [](const Poset& p, const json& answer) {
          std::vector<std::size_t> shape = greene_kleitman_shape(p);
          std::size_t sum = 0;
          for (const std::size_t part : shape) sum += part;
          CHECK(sum == p.size());
          CHECK(shape.size() == width(p));
          if (!p.empty()) CHECK(shape[0] == height(p));
          if (p.empty() || p.size() > 24) return;
          Integer characteristic;
          std::vector<Integer> betti = reduced_betti_numbers(p);
          while (!betti.empty()) {
            characteristic = betti.back() - characteristic;
            betti.pop_back();
          }
          CHECK(characteristic.to_string() == decimal(answer));
        }) == 104);
  CHECK(for_each_answer("order_polynomial", [](const Poset& p, const json&) {
          std::vector<Integer> numerator = order_series(p);
          Integer extensions;
          for (const Integer& value : numerator) extensions += value;
          CHECK(extensions == count_linear_extensions(p));
          if (p.empty() || p.size() > 16) return;
          numerator.erase(numerator.begin());
          while (numerator.back().is_zero()) numerator.pop_back();
          CHECK(descent_polynomial(p) == numerator);
        }) == 64);
}

TEST_CASE("orders of automorphism groups agree with the reference") {
  CHECK(for_each_answer("automorphism_group_order", [](const Poset& p, const json& answer) {
          CHECK(automorphism_group_order(p).to_string() == decimal(answer));
        }) == 104);
}

TEST_CASE("Moebius functions from bottom to top agree with the reference") {
  CHECK(for_each_answer("moebius_bottom_top", [](const Poset& p, const json& answer) {
          REQUIRE(is_bounded(p));
          CHECK(mobius(p, p.minimal_elements()[0], p.maximal_elements()[0]).to_string() == decimal(answer));
        }) == 21);
}

TEST_CASE("dimensions agree with the reference and have realisers") {
  CHECK(for_each_answer("dimension", [](const Poset& p, const json& answer) {
          CHECK(dimension(p) == answer.get<std::size_t>());
          const auto lines = realiser(p);
          CHECK(lines.size() == answer.get<std::size_t>());
          CHECK(is_realiser(p, lines));
        }) == 52);
}
