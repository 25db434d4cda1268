#include "io/bit_digraph6.hpp"
#include "order/isomorphism/bit_canonical.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {

namespace {

template <class Word>
bool append_in_words(std::string_view digraph6, std::string& text) {
  detail::BitOrder<Word> order;
  if (!io::read_digraph6(digraph6, order) || !detail::close(order)) return false;
  io::append_digraph6(order, detail::canonical_positions(order), text);
  return true;
}

}  // namespace

void io::append_canonical_digraph6(std::string_view digraph6, std::string& text) {
  const std::size_t n = short_digraph6_size(digraph6);
  if (n <= detail::ShortOrder::capacity && append_in_words<std::uint16_t>(digraph6, text)) return;
  if (n != no_size && n > detail::ShortOrder::capacity && append_in_words<std::uint64_t>(digraph6, text)) return;
  text += canonical_digraph6(parse_digraph6(digraph6));
}

std::string canonical_digraph6(const Poset& p) { return to_digraph6(canonical_form(p)); }

std::string canonical_digraph6(std::string_view text) {
  std::string result;
  io::append_canonical_digraph6(text, result);
  return result;
}

}  // namespace tropiary
