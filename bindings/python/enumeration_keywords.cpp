#include "enumeration_keywords.hpp"

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

template <class T>
T cast(const std::string& name, nb::handle value, const char* needed) {
  T result{};
  if (!nb::try_cast(value, result)) throw nb::type_error((name + ": " + needed + " is needed").c_str());
  return result;
}

std::size_t whole_number(const std::string& name, nb::handle value) {
  return cast<std::size_t>(name, value, "a whole number 0, 1, 2, ...");
}

void set(bool& option, const std::string& name, nb::handle value) { option = cast<bool>(name, value, "True or False"); }
void set(std::size_t& option, const std::string& name, nb::handle value) { option = whole_number(name, value); }
void set(std::optional<std::size_t>& option, const std::string& name, nb::handle value) {
  if (!value.is_none()) option = whole_number(name, value);
}
void set(PosetKind& option, const std::string& name, nb::handle value) {
  option = parse_kind(cast<std::string>(name, value, "a text"));
}

}  // namespace

EnumerationKeywords::EnumerationKeywords(const char* function, const nb::kwargs& keywords) {
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

void EnumerationKeywords::finish() const {
  if (error) std::rethrow_exception(error);
}

bool EnumerationKeywords::set_option(const std::string& name, nb::handle value) {
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

void EnumerationKeywords::report(std::uint64_t done) {
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

const char* const enumeration_keywords_help =
    "The keywords choose which: kind=\"unlabelled\" (one of each isomorphism class), \"naturally_labelled\" (i < j "
    "only "
    "when i comes before j) or \"labelled\" (all partial orders on 0 ... n-1); the properties connected, "
    "series_parallel, n_free, prime, lattice, bounded, graded, interval_order, semiorder; the numbers height, width, "
    "max_width, covers. shard=i of shards=m are disjoint parts; first_node leaves out the first nodes of the part's "
    "search; threads changes nothing but the time. progress(done) is called now and then with the nodes that are done; "
    "it may return False to stop.";

}  // namespace tropiary::python
