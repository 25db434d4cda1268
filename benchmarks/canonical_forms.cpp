// Canonical forms and automorphism groups in process, without reading and writing, against calls of nauty's library.

#include <nauty/naugroup.h>
#include <nauty/nautinv.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "timing.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/enumeration.hpp"
#include "tropiary/order/invariants.hpp"

using namespace tropiary;
using namespace tropiary::benchmarks;

namespace {

/// densenauty on the Hasse diagrams of posets on at most 64 points, refined by adjacencies at all levels.
class Nauty {
 public:
  explicit Nauty(const Poset& p) : size_(static_cast<int>(p.size())), rows_(p.size()) {
    EMPTYGRAPH(rows_.data(), 1, size_);
    for (const Relation& cover : p.covers()) {
      ADDONEARC(rows_.data(), static_cast<int>(index(cover.lower)), static_cast<int>(index(cover.upper)), 1);
    }
  }

  /// |Aut|; the canonical rows too when asked for.
  double operator()(bool canonical, std::vector<graph>& form) {
    DEFAULTOPTIONS_DIGRAPH(options);
    options.getcanon = canonical ? TRUE : FALSE;
    options.invarproc = adjacencies;
    options.mininvarlevel = 0;
    options.maxinvarlevel = 10;
    statsblk stats;
    int lab[64];
    int ptn[64];
    int orbits[64];
    form.resize(rows_.size());
    densenauty(rows_.data(), lab, ptn, orbits, &options, &stats, 1, size_, canonical ? form.data() : nullptr);
    return stats.grpsize1 * std::pow(10.0, stats.grpsize2);
  }

 private:
  int size_;
  std::vector<graph> rows_;
};

const std::string version = NAUTYVERSION;
const std::string nauty_name = "nauty " + version.substr(0, version.find(' ')) + " in process";

std::vector<SmallPoset> small_posets(std::size_t n) {
  std::vector<SmallPoset> posets;
  for_each_poset(n, {}, [&](const SmallPoset& p) {
    posets.push_back(p);
    return true;
  });
  return posets;
}

void groups_of_all(std::size_t n, int repeats) {
  std::vector<Poset> posets;
  std::vector<Nauty> graphs;
  for (const SmallPoset& p : small_posets(n)) {
    posets.push_back(to_poset(p));
    graphs.emplace_back(posets.back());
  }
  const std::string what = "groups of all posets, n = " + std::to_string(n);
  Integer sum;
  const double ours = best_seconds(repeats, [&] {
    sum = 0;
    for (const Poset& p : posets) sum += automorphism_group_order(p);
  });
  report(what, "tropiary", ours, sum.to_string());
  double their_sum = 0;
  std::vector<graph> form;
  const double theirs = best_seconds(repeats, [&] {
    their_sum = 0;
    for (Nauty& g : graphs) their_sum += g(false, form);
  });
  report(what, nauty_name, theirs, std::to_string(static_cast<long long>(their_sum + 0.5)));
}

void canonical_forms_of_all(std::size_t n, int repeats) {
  const std::vector<SmallPoset> posets = small_posets(n);
  std::vector<Nauty> graphs;
  for (const SmallPoset& p : posets) graphs.emplace_back(to_poset(p));
  const std::string what = "canonical forms in process, n = " + std::to_string(n);
  std::vector<SmallPoset> forms(posets.size());
  const double ours = best_seconds(repeats, [&] {
    for (std::size_t i = 0; i < posets.size(); ++i) forms[i] = canonical_form(posets[i]);
  });
  std::set<std::array<std::uint16_t, 16>> different;
  for (const SmallPoset& p : forms) different.insert(p.below);
  report(what, "tropiary", ours, std::to_string(different.size()), posets.size());
  std::vector<std::vector<graph>> their_forms(graphs.size());
  const double theirs = best_seconds(repeats, [&] {
    for (std::size_t i = 0; i < graphs.size(); ++i) graphs[i](true, their_forms[i]);
  });
  const std::set<std::vector<graph>> theirs_different(their_forms.begin(), their_forms.end());
  report(what, nauty_name, theirs, std::to_string(theirs_different.size()), posets.size());
}

}  // namespace

int main() {
  constexpr int repeats = 3;
  groups_of_all(7, repeats);
  canonical_forms_of_all(8, repeats);
  canonical_forms_of_all(9, repeats);
}
