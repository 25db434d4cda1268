// Lattices on words: balanced parentheses and shuffles.

#include "order/families/grown_poset.hpp"
#include "tropiary/order/families.hpp"

namespace tropiary {

using detail::capped_product;
using detail::capped_sum;
using detail::State;

Poset tamari_lattice(std::size_t n) {
  constexpr const char* function = "tamari_lattice";
  constexpr std::size_t most_pairs = 14;
  if (n > most_pairs) detail::throw_too_large(function, "n is " + std::to_string(n), most_pairs);
  std::size_t catalan = 1;
  for (std::size_t k = 0; k < n; ++k) catalan = catalan * 2 * (2 * k + 1) / (k + 2);
  // Every binary tree with n nodes has n − 1 edges between nodes, and each is a rotation up or down.
  detail::require_family_size(function, catalan, n == 0 ? 0 : catalan * (n - 1) / 2);
  State least;
  for (std::size_t i = 0; i < n; ++i) least += U"()";
  const auto upper_covers = [](const State& word, auto emit) {
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
      if (word[i] != U')' || word[i + 1] != U'(') continue;
      std::size_t partner = i + 1;
      for (std::size_t depth = 1; depth > 0;) depth = word[++partner] == U'(' ? depth + 1 : depth - 1;
      State rotated = word;
      rotated.erase(i, 1);
      rotated.insert(partner, 1, U')');
      emit(std::move(rotated));
    }
  };
  return detail::grown_poset(function, std::move(least), upper_covers, [](const State& word) {
    return word.empty() ? "∅" : std::string(word.begin(), word.end());
  });
}

Poset shuffle_poset(std::size_t m, std::size_t n) {
  constexpr const char* function = "shuffle_poset";
  constexpr std::size_t most_letters = 22;  // the words without small or without capital letters are that many already
  if (m > most_letters || n > most_letters)
    detail::throw_too_large(function, std::to_string(std::max(m, n)) + " letters", most_letters);
  // Σ C(m, i) C(n, j) C(i + j, i) words.
  std::vector<std::vector<std::size_t>> binomial(m + n + 1, std::vector<std::size_t>(m + n + 1, 0));
  for (std::size_t i = 0; i <= m + n; ++i) {
    binomial[i][0] = 1;
    for (std::size_t j = 1; j <= i; ++j) binomial[i][j] = capped_sum(binomial[i - 1][j - 1], binomial[i - 1][j]);
  }
  std::size_t points = 0;
  std::size_t covers = 0;
  for (std::size_t i = 0; i <= m; ++i) {
    for (std::size_t j = 0; j <= n; ++j) {
      const std::size_t words = capped_product(capped_product(binomial[m][i], binomial[n][j]), binomial[i + j][i]);
      points = capped_sum(points, words);
      // To delete one of i small letters, or to be reached by the insertion of one of j capital ones.
      covers = capped_sum(covers, capped_product(words, i + j));
    }
  }
  detail::require_family_size(function, points, covers);
  const auto letters = [](char32_t first, std::size_t count) {
    State word;
    for (std::size_t i = 0; i < count; ++i) word.push_back(first + static_cast<char32_t>(i));
    return word;
  };
  const auto is_capital = [](char32_t letter) { return letter < U'a'; };
  const auto upper_covers = [&](const State& word, auto emit) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (is_capital(word[i])) continue;
      State shorter = word;
      shorter.erase(i, 1);
      emit(std::move(shorter));
    }
    for (const char32_t letter : letters(U'A', n)) {
      if (word.find(letter) != State::npos) continue;
      // Between the capital letters that come before it and after it.
      std::size_t from = 0;
      std::size_t to = word.size();
      for (std::size_t i = 0; i < word.size(); ++i) {
        if (is_capital(word[i]) && word[i] < letter) from = i + 1;
        if (is_capital(word[i]) && word[i] > letter) to = std::min(to, i);
      }
      for (std::size_t place = from; place <= to; ++place) {
        State longer = word;
        longer.insert(place, 1, letter);
        emit(std::move(longer));
      }
    }
  };
  return detail::grown_poset(function, letters(U'a', m), upper_covers, [](const State& word) {
    return word.empty() ? "∅" : std::string(word.begin(), word.end());
  });
}

}  // namespace tropiary
