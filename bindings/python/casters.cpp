#include "casters.hpp"

#include "tropiary/error.hpp"

namespace tropiary::python {

namespace {

constexpr std::size_t word_bits = 60;  // numbers of at most so many bits are read and written in one step

nb::object attribute_of(const char* module, const char* name) { return nb::module_::import_(module).attr(name); }

/// Halves the digits until they fit in a word: Python's own decimal text is limited in length, its hexadecimal is not,
/// and a power of two to a side keeps the cost at a few multiplications of the full size.
Integer from_hexadecimal(std::string_view digits) {
  if (digits.size() * 4 <= word_bits) {
    std::int64_t word = 0;
    for (const char digit : digits) word = word * 16 + (digit <= '9' ? digit - '0' : digit - 'a' + 10);
    return word;
  }
  const std::size_t low_digits = digits.size() / 2;
  const Integer high = from_hexadecimal(digits.substr(0, digits.size() - low_digits));
  const Integer low = from_hexadecimal(digits.substr(digits.size() - low_digits));
  return high * pow(Integer(2), static_cast<std::uint32_t>(4 * low_digits)) + low;
}

nb::object from_magnitude(const Integer& magnitude) {
  if (magnitude.fits_int64()) return nb::steal(PyLong_FromLongLong(magnitude.to_int64()));
  const std::size_t low_bits = magnitude.bit_length() / 2;
  const Integer power = pow(Integer(2), static_cast<std::uint32_t>(low_bits));
  const nb::object high = from_magnitude(magnitude / power);
  const nb::object low = from_magnitude(magnitude % power);
  const nb::object shift = nb::steal(PyLong_FromSize_t(low_bits));
  if (!high.is_valid() || !low.is_valid() || !shift.is_valid()) return {};
  const nb::object shifted = nb::steal(PyNumber_Lshift(high.ptr(), shift.ptr()));
  return shifted.is_valid() ? nb::steal(PyNumber_Or(shifted.ptr(), low.ptr())) : nb::object();
}

Integer from_long(PyObject* number) {
  int overflow = 0;
  const long long word = PyLong_AsLongLongAndOverflow(number, &overflow);
  if (overflow == 0) return word;
  const nb::object text = nb::steal(PyNumber_ToBase(number, 16));
  if (!text.is_valid()) throw nb::python_error();
  Py_ssize_t size = 0;
  const char* characters = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (characters == nullptr) throw nb::python_error();
  const std::string_view hexadecimal(characters, static_cast<std::size_t>(size));  // "0x1f" or "-0x1f"
  const Integer magnitude = from_hexadecimal(hexadecimal.substr(hexadecimal.find('x') + 1));
  return hexadecimal.front() == '-' ? -magnitude : magnitude;
}

bool is_rational_number(PyObject* source) {
  const int found = PyObject_IsInstance(source, attribute_of("numbers", "Rational").ptr());
  if (found < 0) throw nb::python_error();
  return found == 1;
}

[[noreturn]] void refuse_inexact_number(PyObject* source) {
  const nb::str shown = nb::repr(nb::handle(source));
  throw nb::type_error((std::string(shown.c_str()) + " is a " + Py_TYPE(source)->tp_name +
                        ", not an exact number: write an int, a Fraction or \"p/q\"; for the exact value of a float "
                        "use fractions.Fraction(x) or tropiary.exactly(x)")
                           .c_str());
}

}  // namespace

PyObject* to_python(const Integer& value) noexcept {
  if (value.fits_int64()) return PyLong_FromLongLong(value.to_int64());
  const nb::object magnitude = from_magnitude(abs(value));
  if (!magnitude.is_valid() || value.sign() > 0) return nb::object(magnitude).release().ptr();
  return PyNumber_Negative(magnitude.ptr());
}

PyObject* to_python(const Rational& value) noexcept {
  try {
    const nb::object fraction = attribute_of("fractions", "Fraction");
    const nb::object numerator = nb::steal(to_python(value.numerator()));
    if (!numerator.is_valid()) return nullptr;
    if (value.is_integer()) return PyObject_CallOneArg(fraction.ptr(), numerator.ptr());
    const nb::object denominator = nb::steal(to_python(value.denominator()));
    if (!denominator.is_valid()) return nullptr;
    return PyObject_CallFunctionObjArgs(fraction.ptr(), numerator.ptr(), denominator.ptr(), nullptr);
  } catch (nb::python_error& error) {
    error.restore();
    return nullptr;
  }
}

PyObject* to_python(const Tropical& value) noexcept {
  if (value.is_finite()) return to_python(value.value());
  try {
    return attribute_of("tropiary", "MINUS_INFINITY").release().ptr();
  } catch (nb::python_error& error) {
    error.restore();
    return nullptr;
  }
}

PyObject* to_python(const ElementSet& set) noexcept {
  nb::object result = nb::steal(PyFrozenSet_New(nullptr));
  if (!result.is_valid()) return nullptr;
  for (const Element e : set.elements()) {
    const nb::object position = nb::steal(PyLong_FromSize_t(index(e)));
    if (!position.is_valid() || PySet_Add(result.ptr(), position.ptr()) != 0) return nullptr;
  }
  return result.release().ptr();
}

bool from_python(PyObject* source, Integer& value) {
  if (PyLong_Check(source)) {
    value = from_long(source);
    return true;
  }
  if (!PyIndex_Check(source)) return false;
  const nb::object number = nb::steal(PyNumber_Index(source));
  if (!number.is_valid()) {  // e.g. a NumPy array of several entries
    PyErr_Clear();
    return false;
  }
  value = from_long(number.ptr());
  return true;
}

bool from_python(PyObject* source, Rational& value) {
  if (PyFloat_Check(source)) refuse_inexact_number(source);
  if (Integer integer; from_python(source, integer)) {
    value = std::move(integer);
    return true;
  }
  if (PyUnicode_Check(source)) {
    value = Rational(nb::cast<std::string_view>(nb::handle(source)));
    return true;
  }
  if (is_rational_number(source)) {
    Integer numerator;
    Integer denominator;
    if (!from_python(nb::getattr(source, "numerator").ptr(), numerator) ||
        !from_python(nb::getattr(source, "denominator").ptr(), denominator)) {
      return false;
    }
    value = Rational(std::move(numerator), std::move(denominator));
    return true;
  }
  const PyNumberMethods* number = Py_TYPE(source)->tp_as_number;
  if (!PySequence_Check(source) && number != nullptr && number->nb_float != nullptr) refuse_inexact_number(source);
  return false;
}

bool from_python(PyObject* source, Tropical& value) {
  if (nb::handle(source).is(attribute_of("tropiary", "MINUS_INFINITY"))) {
    value = Tropical::zero();
    return true;
  }
  if (PyUnicode_Check(source) && nb::cast<std::string_view>(nb::handle(source)) == "-inf") {
    value = Tropical::zero();
    return true;
  }
  Rational finite;
  if (!from_python(source, finite)) return false;
  value = Tropical(std::move(finite));
  return true;
}

bool from_python(PyObject* source, Element& value) {
  Integer position;
  if (!from_python(source, position)) return false;
  if (position < Integer(0) || position >= Integer(UINT32_MAX)) {
    throw Error(Errc::invalid_argument, "element " + position.to_string() + " is no 0-based position");
  }
  value = element(static_cast<std::size_t>(position.to_int64()));
  return true;
}

bool from_python(PyObject* source, Elements& value) {
  if (PyUnicode_Check(source) || PyBytes_Check(source)) return false;
  const nb::object items = nb::steal(PySequence_Fast(source, ""));
  if (!items.is_valid()) {
    PyErr_Clear();
    return false;
  }
  value.values.clear();
  for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(items.ptr()); ++i) {
    Element e{};
    if (!from_python(PySequence_Fast_GET_ITEM(items.ptr(), i), e)) return false;
    value.values.push_back(e);
  }
  return true;
}

ElementSet Elements::in(const Poset& p, const char* function) const {
  ElementSet set(p.size());
  for (const Element e : values) set.insert(checked(p, e, function));
  return set;
}

Element checked(const Poset& p, Element e, const char* function) {
  if (index(e) >= p.size()) {
    throw Error(Errc::invalid_argument, std::string(function) + ": element " + std::to_string(index(e)) +
                                            " is not one of the " + std::to_string(p.size()) +
                                            " points of the poset, counted from 0");
  }
  return e;
}

nb::object items_of(PyObject* source) {
  if (!PySequence_Check(source) || PyUnicode_Check(source) || PyBytes_Check(source)) return {};
  nb::object items = nb::steal(PySequence_Fast(source, ""));
  if (!items.is_valid()) PyErr_Clear();
  return items;
}

}  // namespace tropiary::python
