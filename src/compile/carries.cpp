#include "carries.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "tropiary/error.hpp"

namespace tropiary::detail {

namespace {

constexpr std::uint64_t most_work = std::uint64_t{1} << 26;  // forms looked at while predicting
constexpr std::size_t most_reduced = 24;                     // larger groups of forms are not searched for relations
constexpr std::uint32_t nothing = 0xffffffffU;

std::size_t hash_of(const AtomTerms& terms) {
  const std::hash<Rational> rational_hash;
  std::size_t hash = terms.size();
  for (const AtomTerm& term : terms) {
    hash = (hash ^ term.atom) * 0x9e3779b97f4a7c15ULL;
    hash = (hash ^ rational_hash(term.weight)) * 0xbf58476d1ce4e5b9ULL;
    hash ^= hash >> 29;
  }
  return hash;
}

bool has_integer_weights(const AtomTerms& terms) {
  return std::all_of(terms.begin(), terms.end(), [](const AtomTerm& term) { return term.weight.is_integer(); });
}

/// Makes integer weights coprime and the first one positive; returns the factor taken out.
Rational make_primitive(AtomTerms& terms) {
  if (terms.empty() || !has_integer_weights(terms)) return 1;
  Integer divisor = 0;
  for (const AtomTerm& term : terms) divisor = gcd(divisor, term.weight.numerator());
  if (terms[0].weight.sign() < 0) divisor = -divisor;
  if (!divisor.is_one()) {
    for (AtomTerm& term : terms) term.weight /= divisor;
  }
  return divisor;
}

}  // namespace

Carries::Carries(const ReluUnits& program, std::uint64_t max_parameters, Dtype dtype)
    : program_(program),
      carried_(program.levels + std::size_t{2}),
      combinations_(program.levels + std::size_t{2}),
      group_of_atom_(program.inputs + program.units.size(), nothing) {
  std::vector<std::vector<std::uint32_t>> units(program.levels + std::size_t{2});
  for (std::size_t u = 0; u < program.units.size(); ++u) {
    units[program.units[u].level].push_back(static_cast<std::uint32_t>(u));
  }
  std::uint64_t rows = program.outputs.size();
  std::vector<std::uint32_t> needed;
  for (std::size_t level = program.levels; level > 0; --level) {
    needed.clear();
    const auto need = [&](const Scaled& part) {
      if (!part.empty) needed.push_back(part.form);
    };
    if (level == program.levels) {
      for (const LinearForm& output : program.outputs) need(restricted(output.terms, level));
    } else {
      for (const std::uint32_t u : units[level + 1]) need(restricted(program.units[u].pre.terms, level));
      for (const std::uint32_t form : carried_[level + 1]) {
        if (newest_[form] < level) {
          needed.push_back(form);
        } else {
          need(restricted(AtomTerms(forms_[form]), level));
        }
      }
    }
    std::sort(needed.begin(), needed.end());
    needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
    choose(needed, level);
    const std::uint64_t columns = units[level].size() + carried_[level].size();
    parameters_ += rows * (columns + 1);
    rows = columns;
    if (parameters_ > max_parameters) {  // from here on only counted
      carried_[level + 1] = {};
      combinations_[level + 1] = {};
      if (work_ > most_work) break;
    }
  }
  parameters_ += rows * (program.inputs + 1);
  if (parameters_ > max_parameters) {
    throw Error(Errc::too_large, "compile: the strict relu form would have " +
                                     std::string(work_ > most_work ? "at least " : "") + size_text(parameters_, dtype) +
                                     ", the limit max_parameters is " + std::to_string(max_parameters) +
                                     "; the dag form has one row per node");
  }
}

std::uint32_t Carries::intern(AtomTerms terms) {
  const std::size_t hash = hash_of(terms);
  const auto [first, last] = table_.equal_range(hash);
  for (auto place = first; place != last; ++place) {
    if (forms_[place->second] == terms) return place->second;
  }
  const auto form = static_cast<std::uint32_t>(forms_.size());
  std::uint32_t newest = 0;
  for (const AtomTerm& term : terms) newest = std::max(newest, program_.level_of(term.atom));
  forms_.push_back(std::move(terms));
  newest_.push_back(newest);
  table_.emplace(hash, form);
  return form;
}

Carries::Scaled Carries::restricted(const AtomTerms& terms, std::size_t level) {
  AtomTerms older;
  for (const AtomTerm& term : terms) {
    if (program_.level_of(term.atom) < level) older.push_back(term);
  }
  if (older.empty()) return {0, 0, true};
  Rational factor = make_primitive(older);
  return {intern(std::move(older)), std::move(factor), false};
}

void Carries::choose(const std::vector<std::uint32_t>& needed, std::size_t level) {
  // Groups of forms that share atoms, by union-find over the forms.
  std::vector<std::uint32_t> parent(needed.size());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto find = [&](std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (std::uint32_t i = 0; i < needed.size(); ++i) {
    for (const AtomTerm& term : forms_[needed[i]]) {
      ++work_;
      std::uint32_t& owner = group_of_atom_[term.atom];
      if (owner == nothing) {
        owner = i;
      } else {
        parent[find(i)] = find(owner);
      }
    }
  }
  std::vector<std::uint32_t> count_forms(needed.size(), 0);
  std::vector<std::uint32_t> count_atoms(needed.size(), 0);
  std::vector<std::vector<std::uint32_t>> members(needed.size());
  std::vector<std::uint32_t> atoms;
  for (std::uint32_t i = 0; i < needed.size(); ++i) {
    const std::uint32_t group = find(i);
    ++count_forms[group];
    members[group].push_back(needed[i]);
    for (const AtomTerm& term : forms_[needed[i]]) {
      std::uint32_t& owner = group_of_atom_[term.atom];
      if (owner == nothing) continue;
      owner = nothing;  // counted, and clean for the next level
      ++count_atoms[group];
      atoms.push_back(term.atom);
      atoms.push_back(group);
    }
  }
  std::vector<bool> by_atoms(needed.size(), false);
  std::vector<std::uint32_t>& carried = carried_[level];
  for (std::uint32_t group = 0; group < needed.size(); ++group) {
    if (members[group].empty()) continue;
    if (count_forms[group] > 1 && count_forms[group] <= most_reduced &&
        reduce(members[group], std::min(count_forms[group], count_atoms[group]), level)) {
      continue;
    }
    by_atoms[group] = count_atoms[group] <= count_forms[group];
    if (!by_atoms[group]) carried.insert(carried.end(), members[group].begin(), members[group].end());
  }
  for (std::size_t k = 0; k < atoms.size(); k += 2) {
    if (by_atoms[atoms[k + 1]]) carried.push_back(intern({{atoms[k], 1}}));
  }
}

/// Carries an independent subset of the group, smaller than `below`, of which the others are integer combinations.
bool Carries::reduce(const std::vector<std::uint32_t>& group, std::size_t below, std::size_t level) {
  std::vector<std::uint32_t> order = group;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return forms_[a].size() < forms_[b].size(); });
  std::vector<std::uint32_t> atoms;
  for (const std::uint32_t form : order) {
    if (!has_integer_weights(forms_[form]) || forms_[form].size() > 4 * most_reduced) return false;
    for (const AtomTerm& term : forms_[form]) atoms.push_back(term.atom);
  }
  std::sort(atoms.begin(), atoms.end());
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
  if (atoms.size() > 4 * most_reduced) return false;
  const auto dense = [&](std::uint32_t form) {
    RationalVector row(atoms.size());
    for (const AtomTerm& term : forms_[form]) {
      row[static_cast<std::size_t>(std::lower_bound(atoms.begin(), atoms.end(), term.atom) - atoms.begin())] =
          term.weight;
    }
    return row;
  };
  work_ += order.size() * order.size() * atoms.size();
  // Elimination that remembers each reduced row as a combination of the chosen forms.
  struct Row {
    RationalVector values;
    RationalVector combination;
    std::size_t pivot;
  };
  std::vector<Row> rows;
  std::vector<std::uint32_t> chosen;
  std::vector<std::pair<std::uint32_t, RationalVector>> others;
  for (const std::uint32_t form : order) {
    Row row{dense(form), RationalVector(order.size()), 0};
    RationalVector combination(order.size());  // of chosen forms, equal to what was eliminated
    for (const Row& done : rows) {
      if (row.values[done.pivot].is_zero()) continue;
      const Rational factor = row.values[done.pivot] / done.values[done.pivot];
      for (std::size_t j = 0; j < atoms.size(); ++j) row.values[j] -= factor * done.values[j];
      for (std::size_t j = 0; j < chosen.size(); ++j) combination[j] += factor * done.combination[j];
    }
    const auto pivot =
        std::find_if(row.values.begin(), row.values.end(), [](const Rational& x) { return !x.is_zero(); });
    if (pivot == row.values.end()) {
      for (const Rational& x : combination) {
        if (!x.is_integer()) return false;
      }
      others.emplace_back(form, std::move(combination));
      continue;
    }
    if (chosen.size() + 1 >= below) return false;
    row.pivot = static_cast<std::size_t>(pivot - row.values.begin());
    for (std::size_t j = 0; j < chosen.size(); ++j) row.combination[j] = -combination[j];
    row.combination[chosen.size()] = 1;
    chosen.push_back(form);
    rows.push_back(std::move(row));
  }
  carried_[level].insert(carried_[level].end(), chosen.begin(), chosen.end());
  for (const auto& [form, combination] : others) {
    std::vector<Part>& parts = combinations_[level][form];
    for (std::size_t j = 0; j < chosen.size(); ++j) {
      if (!combination[j].is_zero()) parts.push_back({chosen[j], combination[j]});
    }
  }
  return true;
}

std::vector<Carries::Part> Carries::express(const AtomTerms& terms, std::size_t level) {
  const Scaled part = restricted(terms, level);
  if (part.empty) return {};
  if (const auto place = combinations_[level].find(part.form); place != combinations_[level].end()) {
    std::vector<Part> parts = place->second;
    for (Part& p : parts) p.factor *= part.factor;
    return parts;
  }
  return {{part.form, part.factor}};
}

}  // namespace tropiary::detail
