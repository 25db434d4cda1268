#pragma once

// How values cross between Python and C++. Every binding file includes this header and none of nanobind's containers
// (nanobind/stl/vector.h, pair.h, …): those are noexcept, and ours explain a refused float by an exception.
//
//   Integer   ↔ int            of any size
//   Rational  ↔ Fraction       in: int, Fraction, "p/q"; a float is refused
//   Tropical  ↔ Fraction       or tropiary.MINUS_INFINITY
//   Element   ↔ int            0-based
//   ElementSet → frozenset     of int
//   vectors   ↔ tuple          in: any sequence, e.g. a list or a NumPy array of integers
//   structs that are rows (Relation, AffineForm, Interval, Monomial, Outer, WeightedNode) ↔ tuple

#include <nanobind/nanobind.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tropiary/compile/certificate.hpp"
#include "tropiary/exact/rational.hpp"
#include "tropiary/network/network.hpp"
#include "tropiary/operad/term.hpp"
#include "tropiary/order/poset.hpp"
#include "tropiary/polytope/polytope.hpp"
#include "tropiary/tropical/polynomial.hpp"

namespace nb = nanobind;

namespace tropiary::python {

/// A new reference to the int of this value; null with a Python error set when memory is out.
PyObject* to_python(const Integer& value) noexcept;
PyObject* to_python(const Rational& value) noexcept;
PyObject* to_python(const Tropical& value) noexcept;
PyObject* to_python(const ElementSet& set) noexcept;

/// Reads an int, or an object with __index__ such as a NumPy integer; false for anything else.
bool from_python(PyObject* source, Integer& value);
/// Reads what stands for an exact number; false for anything else. Throws nb::type_error for a float, which would be
/// rounded already; Error for text that is no rational.
bool from_python(PyObject* source, Rational& value);
bool from_python(PyObject* source, Tropical& value);
/// Throws Error for an int that can be no position.
bool from_python(PyObject* source, Element& value);

/// A set or sequence of elements as a Python caller writes it; `in` places it in a poset's universe.
struct Elements {
  std::vector<Element> values;
  /// Throws invalid_argument for an element that p does not have.
  [[nodiscard]] ElementSet in(const Poset& p, const char* function) const;
};
bool from_python(PyObject* source, Elements& value);

/// Throws invalid_argument unless e is a point of p.
Element checked(const Poset& p, Element e, const char* function);

/// The items of a sequence that is no text; an empty object, without a Python error, for anything else.
nb::object items_of(PyObject* source);

}  // namespace tropiary::python

namespace nanobind::detail {

// The casters of values that have a pair of functions above.
#define TROPIARY_NUMBER_CASTER(Type, name)                                          \
  template <>                                                                       \
  struct type_caster<Type> {                                                        \
    NB_TYPE_CASTER(Type, name)                                                      \
    bool from_python(handle source, std::uint32_t, cleanup_list*) {                 \
      return tropiary::python::from_python(source.ptr(), value);                    \
    }                                                                               \
    static handle from_cpp(const Type& source, rv_policy, cleanup_list*) noexcept { \
      return tropiary::python::to_python(source);                                   \
    }                                                                               \
  };

TROPIARY_NUMBER_CASTER(tropiary::Integer, const_name("int"))
TROPIARY_NUMBER_CASTER(tropiary::Rational, io_name("int | fractions.Fraction | str", "fractions.Fraction"))
TROPIARY_NUMBER_CASTER(tropiary::Tropical, io_name("int | fractions.Fraction | str", "fractions.Fraction"))
#undef TROPIARY_NUMBER_CASTER

template <>
struct type_caster<tropiary::Element> {
  NB_TYPE_CASTER(tropiary::Element, const_name("int"))
  bool from_python(handle source, std::uint32_t, cleanup_list*) {
    return tropiary::python::from_python(source.ptr(), value);
  }
  static handle from_cpp(tropiary::Element source, rv_policy, cleanup_list*) noexcept {
    return PyLong_FromSize_t(tropiary::index(source));
  }
};

template <>
struct type_caster<tropiary::NodeId> {
  NB_TYPE_CASTER(tropiary::NodeId, const_name("int"))
  bool from_python(handle source, std::uint32_t, cleanup_list*) {
    tropiary::Element position{};
    if (!tropiary::python::from_python(source.ptr(), position)) return false;
    value = static_cast<tropiary::NodeId>(position);
    return true;
  }
  static handle from_cpp(tropiary::NodeId source, rv_policy, cleanup_list*) noexcept {
    return PyLong_FromUnsignedLong(static_cast<unsigned long>(source));
  }
};

template <>
struct type_caster<tropiary::ElementSet> {
  NB_TYPE_CASTER(tropiary::ElementSet, const_name("frozenset[int]"))
  static handle from_cpp(const tropiary::ElementSet& source, rv_policy, cleanup_list*) noexcept {
    return tropiary::python::to_python(source);
  }
};

template <>
struct type_caster<tropiary::python::Elements> {
  NB_TYPE_CASTER(tropiary::python::Elements, const_name("collections.abc.Iterable[int]"))
  bool from_python(handle source, std::uint32_t, cleanup_list*) {
    return tropiary::python::from_python(source.ptr(), value);
  }
};

template <>
struct type_caster<std::string_view> {
  NB_TYPE_CASTER(std::string_view, const_name("str"))
  bool from_python(handle source, std::uint32_t, cleanup_list*) noexcept {
    if (!PyUnicode_Check(source.ptr())) return false;
    Py_ssize_t size = 0;
    const char* text = PyUnicode_AsUTF8AndSize(source.ptr(), &size);
    if (text == nullptr) {
      PyErr_Clear();
      return false;
    }
    value = std::string_view(text, static_cast<std::size_t>(size));
    return true;
  }
  static handle from_cpp(std::string_view source, rv_policy, cleanup_list*) noexcept {
    return PyUnicode_FromStringAndSize(source.data(), static_cast<Py_ssize_t>(source.size()));
  }
};

template <>
struct type_caster<std::string> {
  NB_TYPE_CASTER(std::string, const_name("str"))
  bool from_python(handle source, std::uint32_t flags, cleanup_list* cleanup) {
    make_caster<std::string_view> view;
    if (!view.from_python(source, flags, cleanup)) return false;
    value = view.value;
    return true;
  }
  static handle from_cpp(const std::string& source, rv_policy policy, cleanup_list* cleanup) noexcept {
    return make_caster<std::string_view>::from_cpp(std::string_view(source), policy, cleanup);
  }
};

template <class Entry>
struct type_caster<std::vector<Entry>> {
  using Caster = make_caster<Entry>;
  NB_TYPE_CASTER(std::vector<Entry>,
                 io_name("collections.abc.Sequence", "tuple") + const_name("[") + Caster::Name + io_name("]", ", ...]"))

  bool from_python(handle source, std::uint32_t flags, cleanup_list* cleanup) {
    const object items = tropiary::python::items_of(source.ptr());
    if (!items.is_valid()) return false;
    const Py_ssize_t size = PySequence_Fast_GET_SIZE(items.ptr());
    value.clear();
    value.reserve(static_cast<std::size_t>(size));
    flags = flags_for_local_caster<Entry>(flags);
    for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(items.ptr()); ++i) {
      Caster caster;
      const object item = borrow(PySequence_Fast_GET_ITEM(items.ptr(), i));
      if (!caster.from_python(item, flags, cleanup) || !caster.template can_cast<Entry>()) return false;
      value.push_back(caster.operator cast_t<Entry>());
    }
    return true;
  }

  template <class T>
  static handle from_cpp(T&& source, rv_policy policy, cleanup_list* cleanup) noexcept {
    object result = steal(PyTuple_New(static_cast<Py_ssize_t>(source.size())));
    if (!result.is_valid()) return {};
    Py_ssize_t i = 0;
    for (auto&& entry : source) {
      const handle item = Caster::from_cpp(forward_like_<T>(entry), policy, cleanup);
      if (!item.is_valid()) return {};
      PyTuple_SET_ITEM(result.ptr(), i++, item.ptr());
    }
    return result.release();
  }
};

template <class First, class Second>
struct type_caster<std::pair<First, Second>> {
  using FirstCaster = make_caster<First>;
  using SecondCaster = make_caster<Second>;
  using Pair = std::pair<First, Second>;
  NB_TYPE_CASTER(Pair,
                 const_name("tuple[") + FirstCaster::Name + const_name(", ") + SecondCaster::Name + const_name("]"))

  bool from_python(handle source, std::uint32_t flags, cleanup_list* cleanup) {
    const object items = tropiary::python::items_of(source.ptr());
    if (!items.is_valid() || PySequence_Fast_GET_SIZE(items.ptr()) != 2) return false;
    FirstCaster first;
    SecondCaster second;
    if (!first.from_python(PySequence_Fast_GET_ITEM(items.ptr(), 0), flags_for_local_caster<First>(flags), cleanup) ||
        !second.from_python(PySequence_Fast_GET_ITEM(items.ptr(), 1), flags_for_local_caster<Second>(flags), cleanup) ||
        !first.template can_cast<First>() || !second.template can_cast<Second>()) {
      return false;
    }
    value.first = first.operator cast_t<First>();
    value.second = second.operator cast_t<Second>();
    return true;
  }

  template <class T>
  static handle from_cpp(T&& source, rv_policy policy, cleanup_list* cleanup) noexcept {
    const object first = steal(FirstCaster::from_cpp(forward_like_<T>(source.first), policy, cleanup));
    const object second = steal(SecondCaster::from_cpp(forward_like_<T>(source.second), policy, cleanup));
    if (!first.is_valid() || !second.is_valid()) return {};
    return PyTuple_Pack(2, first.ptr(), second.ptr());
  }
};

/// A struct of two members seen as a pair.
template <class Struct, class First, class Second, First Struct::*first_member, Second Struct::*second_member>
struct two_member_caster {
  using PairCaster = make_caster<std::pair<First, Second>>;
  NB_TYPE_CASTER(Struct, PairCaster::Name)
  bool from_python(handle source, std::uint32_t flags, cleanup_list* cleanup) {
    PairCaster pair;
    if (!pair.from_python(source, flags, cleanup)) return false;
    value.*first_member = std::move(pair.value.first);
    value.*second_member = std::move(pair.value.second);
    return true;
  }
  static handle from_cpp(const Struct& source, rv_policy policy, cleanup_list* cleanup) noexcept {
    // An lvalue, so that the members are copied and not moved out of the source.
    const std::pair<const First&, const Second&> members(source.*first_member, source.*second_member);
    return PairCaster::from_cpp(members, policy, cleanup);
  }
};

template <>
struct type_caster<tropiary::Relation> : two_member_caster<tropiary::Relation, tropiary::Element, tropiary::Element,
                                                           &tropiary::Relation::lower, &tropiary::Relation::upper> {};
template <>
struct type_caster<tropiary::Interval> : two_member_caster<tropiary::Interval, tropiary::Rational, tropiary::Rational,
                                                           &tropiary::Interval::low, &tropiary::Interval::high> {};
template <>
struct type_caster<tropiary::Monomial>
    : two_member_caster<tropiary::Monomial, tropiary::RationalVector, tropiary::Rational, &tropiary::Monomial::exponent,
                        &tropiary::Monomial::coefficient> {};
template <>
struct type_caster<tropiary::WeightedNode>
    : two_member_caster<tropiary::WeightedNode, tropiary::NodeId, tropiary::Rational, &tropiary::WeightedNode::node,
                        &tropiary::WeightedNode::weight> {};
template <>
struct type_caster<tropiary::Term::Outer>
    : two_member_caster<tropiary::Term::Outer, tropiary::Poset, std::string, &tropiary::Term::Outer::poset,
                        &tropiary::Term::Outer::text> {};

/// The row (b, a₁, …, aₙ) of b + a · x.
template <>
struct type_caster<tropiary::AffineForm> {
  using RowCaster = make_caster<std::vector<tropiary::Integer>>;
  NB_TYPE_CASTER(tropiary::AffineForm, RowCaster::Name)
  bool from_python(handle source, std::uint32_t flags, cleanup_list* cleanup) {
    RowCaster row;
    if (!row.from_python(source, flags, cleanup) || row.value.empty()) return false;
    value.constant = std::move(row.value.front());
    value.normal.assign(std::make_move_iterator(row.value.begin() + 1), std::make_move_iterator(row.value.end()));
    return true;
  }
  static handle from_cpp(const tropiary::AffineForm& source, rv_policy policy, cleanup_list* cleanup) noexcept {
    std::vector<tropiary::Integer> row = {source.constant};
    row.insert(row.end(), source.normal.begin(), source.normal.end());
    return RowCaster::from_cpp(row, policy, cleanup);
  }
};

}  // namespace nanobind::detail
