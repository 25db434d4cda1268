#include "tropiary/order/enumeration.hpp"

#include <exception>
#include <mutex>
#include <string>

#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/error.hpp"

namespace tropiary::python {

namespace {

PosetKind parse_kind(const std::string& name) {
  if (name == "unlabelled") return PosetKind::unlabelled;
  if (name == "naturally_labelled") return PosetKind::naturally_labelled;
  if (name == "labelled") return PosetKind::labelled;
  throw Error(Errc::invalid_argument,
              "kind: \"" + name.substr(0, 60) + "\" is none of unlabelled, naturally_labelled, labelled");
}

void set(bool& option, const std::string&, nb::handle value) { option = nb::cast<bool>(value); }
void set(std::size_t& option, const std::string&, nb::handle value) { option = nb::cast<std::size_t>(value); }
void set(std::optional<std::size_t>& option, const std::string&, nb::handle value) {
  if (!value.is_none()) option = nb::cast<std::size_t>(value);
}
void set(PosetKind& option, const std::string&, nb::handle value) { option = parse_kind(nb::cast<std::string>(value)); }

/// The options of keywords, and the callback of `progress`, which lives as long as the call.
struct Keywords {
  EnumerationOptions options;
  nb::object progress;
  std::stop_source stop;
  std::mutex mutex;
  std::exception_ptr error;

  Keywords(const char* function, const nb::kwargs& keywords) {
    for (const auto& [key, value] : keywords) {
      const auto name = nb::cast<std::string>(key);
      if (name == "progress") {
        progress = nb::borrow(value);
        continue;
      }
      if (!set_option(name, value)) {
        throw nb::type_error((std::string(function) + ": unexpected keyword \"" + name + "\"").c_str());
      }
    }
    options.progress.stop = stop.get_token();
    options.progress.report = [this](std::uint64_t done) { report(done); };
  }

  /// Rethrows what the callback or an interrupt raised.
  void finish() const {
    if (error) std::rethrow_exception(error);
  }

 private:
  bool set_option(const std::string& name, nb::handle value) {
    const auto one = [&](const char* key, auto& option) {
      if (name != key) return false;
      set(option, name, value);
      return true;
    };
    return one("kind", options.kind) || one("connected", options.connected) ||
           one("series_parallel", options.series_parallel) || one("n_free", options.n_free) ||
           one("prime", options.prime) || one("lattice", options.lattice) || one("bounded", options.bounded) ||
           one("graded", options.graded) || one("interval_order", options.interval_order) ||
           one("semiorder", options.semiorder) || one("height", options.height) || one("width", options.width) ||
           one("max_width", options.max_width) || one("covers", options.covers) || one("shard", options.shard) ||
           one("shards", options.shards) || one("first_node", options.first_node) || one("threads", options.threads);
  }

  void report(std::uint64_t done) {
    const nb::gil_scoped_acquire acquire;
    try {
      if (PyErr_CheckSignals() != 0) nb::raise_python_error();
      if (progress.is_valid() && !progress.is_none() && progress(done).is(nb::bool_(false))) stop.request_stop();
    } catch (...) {
      const std::scoped_lock lock(mutex);
      if (!error) error = std::current_exception();
      stop.request_stop();
    }
  }
};

/// Other threads run during the search; the visitor's exception ends it.
bool for_each(std::size_t n, const nb::callable& visitor, const nb::kwargs& given) {
  Keywords keywords("for_each_poset", given);
  bool ended = false;
  {
    const nb::gil_scoped_release release;
    ended = for_each_poset(n, keywords.options, [&](const SmallPoset& p) {
      Poset poset = to_poset(p);
      const nb::gil_scoped_acquire acquire;
      return !visitor(nb::cast(std::move(poset))).is(nb::bool_(false));
    });
  }
  keywords.finish();
  return ended;
}

Integer count(std::size_t n, const nb::kwargs& given) {
  Keywords keywords("count_posets", given);
  try {
    const nb::gil_scoped_release release;
    return count_posets(n, keywords.options);
  } catch (const Error&) {
    keywords.finish();
    throw;
  }
}

/// A Python iterator over the range.
struct PosetsIterator {
  Posets::Iterator next;
};

Posets range(std::size_t n, const nb::kwargs& given) {
  Keywords keywords("posets", given);
  keywords.options.progress = {};
  return {n, keywords.options};
}

constexpr const char* keywords_help =
    "The keywords choose which: kind=\"unlabelled\" (one of each isomorphism class), \"naturally_labelled\" (i < j "
    "only "
    "when i comes before j) or \"labelled\" (all partial orders on 0 ... n-1); the properties connected, "
    "series_parallel, n_free, prime, lattice, bounded, graded, interval_order, semiorder; the numbers height, width, "
    "max_width, covers. shard=i of shards=m are disjoint parts; first_node leaves out the first nodes of the part's "
    "search; threads changes nothing but the time. progress(done) is called now and then with the nodes that are done; "
    "it may return False to stop.";

}  // namespace

void bind_enumeration(nb::module_& m) {
  using namespace nb::literals;
  const std::string visit =
      std::string(
          "Calls visitor(p) for every poset p on n points, once up to isomorphism, always in the same order, until it "
          "returns False. Returns whether the end was reached. ") +
      keywords_help;
  const std::string number =
      std::string("How many posets for_each_poset visits; the counts of all shards add up. ") + keywords_help;
  const std::string lazily = std::string("The posets that for_each_poset visits, as a lazy iterable. ") + keywords_help;
  m.def("for_each_poset", &for_each, "n"_a, "visitor"_a, "keywords"_a, visit.c_str());
  m.def("count_posets", &count, "n"_a, "keywords"_a, number.c_str());
  nb::class_<PosetsIterator>(m, "PosetsIterator", "The iterator of Posets.")
      .def("__iter__", [](nb::handle self) { return nb::borrow(self); })
      .def(
          "__next__",
          [](PosetsIterator& self) {
            if (self.next == std::default_sentinel) throw nb::stop_iteration();
            Poset current = to_poset(*self.next);
            ++self.next;
            return current;
          },
          "The next poset.");
  nb::class_<Posets>(m, "Posets", "All posets of a size with some properties: a lazy iterable.")
      .def("__iter__", [](const Posets& posets) { return PosetsIterator{posets.begin()}; });
  m.def("posets", &range, "n"_a, "keywords"_a, lazily.c_str());
}

}  // namespace tropiary::python
