#include "polytope/numbers/vertex_cones.hpp"

#include <algorithm>
#include <utility>

#include "polytope/numbers/prime_field.hpp"
#include "polytope/numbers/pulling.hpp"

namespace tropiary::detail {
namespace {

using Residue = PrimeField::Residue;

// A direction that is orthogonal to an edge modulo a prime, which has probability about edges / 2^61, or a prime that
// divides an index: try others.
struct NotGeneric {};

std::uint64_t mixed(std::uint64_t x) {  // splitmix64
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

// The body modulo one prime, seen from a random direction c.
class Shadow {
 public:
  Shadow(const Body& body, const PrimeField& field, std::uint64_t seed) : field_(&field), size_(body.dimension) {
    for (std::size_t j = 0; j < size_; ++j) direction_.push_back(field.residue(Integer(mixed(seed + j) >> 3U)));
    for (const AffineForm& facet : body.facets) {
      for (const Integer& a : facet.normal) normals_.push_back(field.residue(a));
    }
    for (const std::vector<Integer>& vertex : body.vertices) {
      Residue height = 0;
      for (std::size_t j = 0; j < size_; ++j)
        height = field.add(height, field.times(direction_[j], field.residue(vertex[j])));
      heights_.push_back(height);
    }
  }

  [[nodiscard]] const PrimeField& field() const { return *field_; }
  [[nodiscard]] Residue direction(std::size_t j) const { return direction_[j]; }
  [[nodiscard]] Residue height(std::size_t vertex) const { return heights_[vertex]; }  // ⟨c, numerators of vertex⟩

  // γ with γ A = c for the matrix A of the facets' normals, and det A.
  Residue solve(std::span<const std::size_t> facets) {
    start();
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t j = 0; j < size_; ++j) matrix_[j * (size_ + 1) + i] = normals_[facets[i] * size_ + j];
    }
    return finish();
  }
  Residue solve(const std::vector<std::vector<Integer>>& rows) {
    start();
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t j = 0; j < size_; ++j) matrix_[j * (size_ + 1) + i] = field_->residue(rows[i][j]);
    }
    return finish();
  }
  [[nodiscard]] Residue gamma(std::size_t i) const { return matrix_[i * (size_ + 1) + size_]; }

 private:
  void start() {
    matrix_.resize(size_ * (size_ + 1));
    for (std::size_t j = 0; j < size_; ++j) matrix_[j * (size_ + 1) + size_] = direction_[j];
  }
  Residue finish() {
    const Residue determinant = field_->solve(matrix_, size_);
    for (std::size_t i = 0; i < size_ && determinant != 0; ++i) {
      if (gamma(i) == 0) throw NotGeneric{};
    }
    return determinant;
  }

  const PrimeField* field_;
  std::size_t size_;
  std::vector<Residue> direction_;
  std::vector<Residue> normals_;
  std::vector<Residue> heights_;
  std::vector<Residue> matrix_;
};

std::vector<Shadow> shadows_of(const Body& body, const ResidueSystem& system, std::size_t attempt) {
  std::vector<Shadow> shadows;
  for (const PrimeField& field : system.fields()) shadows.emplace_back(body, field, mixed(attempt) ^ field.prime());
  return shadows;
}

// An exponent e with |normal| ≤ 2^(e/2).
std::vector<std::size_t> size_exponents(const Body& body) {
  std::vector<std::size_t> result;
  for (const AffineForm& facet : body.facets) {
    Integer square = -1;
    for (const Integer& a : facet.normal) square += a * a;
    result.push_back(square.bit_length());
  }
  return result;
}

// |det| of the facets' normals, which is `determinant` modulo the prime: by Hadamard's bound often known from that.
class Index {
 public:
  explicit Index(const Body& body) : body_(&body), exponents_(size_exponents(body)) {}
  Integer operator()(std::span<const std::size_t> facets, const PrimeField& field, Residue determinant) const {
    std::size_t exponent = 0;
    for (const std::size_t f : facets) exponent += exponents_[f];
    if (exponent < 118) return abs(Integer(field.signed_value(determinant)));
    return abs(integer_determinant(rows(facets)));
  }
  [[nodiscard]] std::vector<std::vector<Integer>> rows(std::span<const std::size_t> facets) const {
    std::vector<std::vector<Integer>> result;
    for (const std::size_t f : facets) result.push_back(body_->facets[f].normal);
    return result;
  }

 private:
  const Body* body_;
  std::vector<std::size_t> exponents_;
};

template <class Work>
auto with_generic_direction(Work work) {
  for (std::size_t attempt = 0;; ++attempt) {
    try {
      return work(attempt);
    } catch (const NotGeneric&) {
      continue;
    }
  }
}

// Sums the contributions of unimodular cones to Σ_t L(t) modulo one prime.
class EhrhartSum {
 public:
  EhrhartSum(const Body& body, const PrimeField& field, std::size_t residues)
      : field_(&field), d_(body.dimension), coefficients_(residues, std::vector<Residue>(d_ + 1)) {
    Residue factorial = field.one();
    inverse_.push_back(0);
    for (std::size_t k = 1; k <= d_ + 1; ++k) {
      inverse_.push_back(field.inverse(field.residue(static_cast<std::int64_t>(k))));
      factorial = field.times(factorial, inverse_.back());
    }
    // x/(e^x − 1) = exp(Σ log_[k] x^k): log (e^x − 1)/x by the recursion k f_k = k g_k − Σ i f_i g_{k−i} for the
    // logarithm f of g = Σ x^k/(k+1)!.
    std::vector<Residue> series{field.one()};
    for (std::size_t k = 1; k <= d_; ++k) series.push_back(field.times(series.back(), inverse_[k + 1]));
    std::vector<Residue> scaled{0};  // k · f_k
    log_.push_back(0);
    for (std::size_t k = 1; k <= d_; ++k) {
      Residue sum = field.times(field.residue(static_cast<std::int64_t>(k)), series[k]);
      for (std::size_t i = 1; i < k; ++i) sum = field.subtract(sum, field.times(scaled[i], series[k - i]));
      scaled.push_back(sum);
      log_.push_back(field.negative(field.times(sum, inverse_[k])));
    }
  }

  // `shift`[r]: ⟨c, w⟩ for the lattice point w at which the cone sits for the r-th residue; `height` by how much ⟨c, w⟩
  // grows with s.
  void add(int sign, const Shadow& shadow, Residue height, std::span<const Residue> shift) {
    const PrimeField& f = *field_;
    Residue product = sign > 0 ? f.one() : f.negative(f.one());
    powers_.assign(d_ + 1, 0);  // Σ γ_i^k
    for (std::size_t i = 0; i < d_; ++i) {
      const Residue gamma = shadow.gamma(i);
      product = f.times(product, f.negative(gamma));
      Residue power = f.one();
      for (std::size_t k = 1; k <= d_; ++k) {
        power = f.times(power, gamma);
        if (log_[k] != 0) powers_[k] = f.add(powers_[k], power);
      }
    }
    product = f.inverse(product);
    for (std::size_t r = 0; r < coefficients_.size(); ++r) {
      // exp(f) with f_k = log_k · p_k, f_1 + shift: k g_k = Σ i f_i g_{k−i}
      exponential_.assign(1, f.one());
      scaled_.assign(1, 0);
      for (std::size_t k = 1; k <= d_; ++k) {
        Residue term = f.times(log_[k], powers_[k]);
        if (k == 1) term = f.add(term, shift[r]);
        scaled_.push_back(f.times(term, f.residue(static_cast<std::int64_t>(k))));
        Residue sum = 0;
        for (std::size_t i = 1; i <= k; ++i) {
          if (scaled_[i] != 0) sum = f.add(sum, f.times(scaled_[i], exponential_[k - i]));
        }
        exponential_.push_back(f.times(sum, inverse_[k]));
      }
      Residue power = product;
      for (std::size_t k = 0; k <= d_; ++k) {
        coefficients_[r][k] = f.add(coefficients_[r][k], f.times(power, exponential_[d_ - k]));
        power = f.times(f.times(power, height), inverse_[k + 1]);
      }
    }
  }

  // h_j = Σ_i (−1)^i C(d+1, i) L(j − i) for the polynomial of the r-th residue.
  [[nodiscard]] std::vector<Residue> numerators(std::size_t r) const {
    const PrimeField& f = *field_;
    std::vector<Residue> values;
    for (std::size_t s = 0; s <= d_; ++s) {
      Residue value = 0;
      for (std::size_t k = d_ + 1; k-- > 0;) {
        value = f.add(f.times(value, f.residue(static_cast<std::int64_t>(s))), coefficients_[r][k]);
      }
      values.push_back(value);
    }
    for (std::size_t difference = 0; difference <= d_; ++difference) {
      for (std::size_t j = d_; j > 0; --j) values[j] = f.subtract(values[j], values[j - 1]);
    }
    return values;
  }

 private:
  const PrimeField* field_;
  std::size_t d_;
  std::vector<std::vector<Residue>> coefficients_;
  std::vector<Residue> inverse_;  // 1/k
  std::vector<Residue> log_;
  std::vector<Residue> powers_;
  std::vector<Residue> exponential_;
  std::vector<Residue> scaled_;
};

// ⌈r · ⟨row, vertex⟩⌉
Integer lifted(const std::vector<Integer>& row, const std::vector<Integer>& vertex, const Integer& denominator,
               std::uint64_t r) {
  Integer sum;
  for (std::size_t j = 0; j < row.size(); ++j) {
    if (!row[j].is_zero()) sum += row[j] * vertex[j];
  }
  return ceil_div(sum * Integer(r), denominator);
}

}  // namespace

std::vector<Integer> from_numerators(const std::vector<Integer>& h) {
  const std::size_t d = h.size() - 1;
  std::vector<Integer> result(d + 1);
  for (std::size_t j = 0; j <= d; ++j) {
    if (h[j].is_zero()) continue;
    std::vector<Integer> product{h[j]};
    for (std::size_t i = 1; i <= d; ++i) {  // times (s + i − j)
      const Integer root = Integer(i) - Integer(j);
      product.emplace_back(0);
      for (std::size_t k = product.size(); k-- > 0;) {
        product[k] = product[k] * root + (k > 0 ? product[k - 1] : Integer(0));
      }
    }
    for (std::size_t k = 0; k <= d; ++k) result[k] += product[k];
  }
  return result;
}

bool normal_cones(const Body& body, const std::function<bool(std::size_t, std::span<const std::size_t>)>& cone) {
  const BitMatrix& around = body.incidence.vertices;
  std::vector<std::size_t> local(body.facets.size());
  for (std::size_t v = 0; v < around.rows(); ++v) {
    const std::vector<std::size_t> facets = positions(around.row(v));
    if (facets.size() == body.dimension) {
      if (!cone(v, facets)) return false;
      continue;
    }
    for (std::size_t i = 0; i < facets.size(); ++i) local[facets[i]] = i;
    // The facets of the normal cone are the largest sets of facets shared with another vertex: the edges at v.
    std::vector<std::size_t> near;
    std::vector<std::uint64_t> common(around.words_per_row());
    const auto intersect = [&](std::size_t w) {
      for (std::size_t i = 0; i < common.size(); ++i) common[i] = around.row(v)[i] & around.row(w)[i];
    };
    for (std::size_t w = 0; w < around.rows(); ++w) {
      if (w == v) continue;
      intersect(w);
      if (count_bits(common) + 1 >= body.dimension) near.push_back(w);
    }
    BitMatrix shared(near.size(), facets.size());
    for (std::size_t i = 0; i < near.size(); ++i) {
      intersect(near[i]);
      for_each_bit(common, [&](std::size_t f) { shared.set(i, local[f]); });
    }
    std::vector<std::size_t> chosen;
    const bool complete = pulling_triangulation(shared, body.dimension - 1, [&](std::span<const std::size_t> cell) {
      chosen.clear();
      for (const std::size_t i : cell) chosen.push_back(facets[i]);
      return cone(v, chosen);
    });
    if (!complete) return false;
  }
  return true;
}

std::size_t count_normal_cones(const Body& body, std::size_t limit) {
  std::size_t count = 0;
  normal_cones(body, [&](std::size_t, std::span<const std::size_t>) { return ++count < limit; });
  return count;
}

Integer normalised_box(const Body& body) {
  Integer bound = factorial(static_cast<std::uint32_t>(body.dimension));
  for (std::size_t j = 0; j < body.dimension; ++j) {
    Integer low = body.vertices[0][j];
    Integer high = low;
    for (const std::vector<Integer>& vertex : body.vertices) {
      if (vertex[j] < low) low = vertex[j];
      if (vertex[j] > high) high = vertex[j];
    }
    bound *= high - low;
  }
  return bound;
}

namespace {

// Σ ⟨c, v⟩^power / (|det A| Π −γ_i) over the normal cones, one sum for each shadow.
std::vector<Residue> sums_of_powers(const Body& body, const Index& index, std::vector<Shadow>& shadows,
                                    std::size_t power) {
  std::vector<Residue> sums(shadows.size());
  normal_cones(body, [&](std::size_t v, std::span<const std::size_t> facets) {
    Integer determinant;
    for (std::size_t k = 0; k < shadows.size(); ++k) {
      Shadow& shadow = shadows[k];
      const PrimeField& field = shadow.field();
      const Residue residue = shadow.solve(facets);
      if (k == 0) determinant = index(facets, field, residue);
      Residue denominator = field.residue(determinant);
      for (std::size_t i = 0; i < body.dimension; ++i) {
        denominator = field.times(denominator, field.negative(shadow.gamma(i)));
      }
      if (denominator == 0) throw NotGeneric{};  // the prime divides the index
      sums[k] = field.add(sums[k], field.times(field.power(shadow.height(v), power), field.inverse(denominator)));
    }
    return true;
  });
  return sums;
}

}  // namespace

Integer normalised_volume_by_cones(const Body& body) {
  const Integer bound = normalised_box(body);
  const Index index(body);
  return with_generic_direction([&](std::size_t attempt) {
    const ResidueSystem system(bound, attempt);
    std::vector<Shadow> shadows = shadows_of(body, system, attempt);
    return system.integer(sums_of_powers(body, index, shadows, body.dimension));
  });
}

RationalVector centroid_by_cones(const Body& body) {
  const std::size_t d = body.dimension;
  Body shifted = body;  // so that the moments are not negative
  Integer widest;
  std::vector<Integer> low = body.vertices[0];
  for (const auto& vertex : body.vertices) {
    for (std::size_t j = 0; j < d; ++j) low[j] = std::min(low[j], vertex[j]);
  }
  for (auto& vertex : shifted.vertices) {
    for (std::size_t j = 0; j < d; ++j) {
      vertex[j] -= low[j];
      widest = std::max(widest, vertex[j]);
    }
  }
  // (d + 1)! ∫ x_j dx, a sum over simplices of normalised volumes times sums of d + 1 coordinates.
  const Integer bound = normalised_box(body) * Integer(d + 1) * widest;
  const Index index(body);
  const std::vector<Integer> moments = with_generic_direction([&](std::size_t attempt) {
    const ResidueSystem system(bound, attempt);
    std::vector<std::vector<Residue>> solutions;
    for (const PrimeField& field : system.fields()) {
      std::vector<Shadow> shadows;
      for (std::size_t i = 0; i < d; ++i)
        shadows.emplace_back(shifted, field, mixed(mixed(attempt) + i) ^ field.prime());
      const std::vector<Residue> sums = sums_of_powers(body, index, shadows, d + 1);
      std::vector<Residue> matrix;
      for (std::size_t i = 0; i < d; ++i) {
        for (std::size_t j = 0; j < d; ++j) matrix.push_back(shadows[i].direction(j));
        matrix.push_back(sums[i]);
      }
      if (field.solve(matrix, d) == 0) throw NotGeneric{};
      solutions.emplace_back();
      for (std::size_t j = 0; j < d; ++j) solutions.back().push_back(matrix[j * (d + 1) + d]);
    }
    std::vector<Integer> result;
    for (std::size_t j = 0; j < d; ++j) {
      std::vector<Residue> residues;
      for (const auto& solution : solutions) residues.push_back(solution[j]);
      result.push_back(system.integer(residues));
    }
    return result;
  });
  const Integer mass = normalised_volume_by_cones(body) * Integer(d + 1);
  RationalVector result;
  for (std::size_t j = 0; j < d; ++j) result.push_back(Rational(low[j]) + Rational(moments[j], mass));
  return result;
}

std::vector<std::vector<Integer>> ehrhart_by_cones(const Body& body, std::span<const std::uint64_t> residues,
                                                   std::uint64_t effort) {
  const Integer bound = normalised_box(body);
  const Index index(body);
  return with_generic_direction([&](std::size_t attempt) {
    const ResidueSystem system(bound, attempt);
    std::vector<Shadow> shadows = shadows_of(body, system, attempt);
    std::vector<EhrhartSum> sums;
    for (const PrimeField& field : system.fields()) sums.emplace_back(body, field, residues.size());
    std::uint64_t left = effort;
    std::vector<Residue> shift(residues.size());
    // `rows` are read only when a vertex is not integer or the cone is none of facets.
    const auto add = [&](int sign, std::size_t v, auto&& rows, auto&& solve) {
      if (left < residues.size()) return false;
      left -= residues.size();
      std::vector<std::vector<Integer>> corner(residues.size());  // ⟨row_i, w⟩
      if (!body.denominator.is_one()) {
        for (std::size_t r = 0; r < residues.size(); ++r) {
          if (residues[r] == 0) continue;
          for (const auto& row : rows())
            corner[r].push_back(lifted(row, body.vertices[v], body.denominator, residues[r]));
        }
      }
      for (std::size_t k = 0; k < shadows.size(); ++k) {
        const PrimeField& field = shadows[k].field();
        solve(shadows[k]);
        for (std::size_t r = 0; r < residues.size(); ++r) {
          shift[r] = 0;
          if (body.denominator.is_one()) {
            shift[r] = field.times(field.residue(Integer(residues[r])), shadows[k].height(v));
            continue;
          }
          for (std::size_t i = 0; i < corner[r].size(); ++i) {
            shift[r] = field.add(shift[r], field.times(field.residue(corner[r][i]), shadows[k].gamma(i)));
          }
        }
        sums[k].add(sign, shadows[k], shadows[k].height(v), shift);
      }
      return true;
    };
    const bool complete = normal_cones(body, [&](std::size_t v, std::span<const std::size_t> facets) {
      const PrimeField& field = shadows[0].field();
      const Integer determinant = index(facets, field, shadows[0].solve(facets));
      const auto from_facets = [&] { return index.rows(facets); };
      if (determinant.is_one()) return add(1, v, from_facets, [&](Shadow& shadow) { shadow.solve(facets); });
      return unimodular_cones({1, index.rows(facets)}, [&](const SignedCone& cone) {
        const auto rows = [&]() -> const std::vector<std::vector<Integer>>& { return cone.rows; };
        return add(cone.sign, v, rows, [&](Shadow& shadow) { shadow.solve(cone.rows); });
      });
    });
    std::vector<std::vector<Integer>> result;
    if (!complete) return result;
    for (std::size_t r = 0; r < residues.size(); ++r) {
      std::vector<std::vector<Residue>> numerators;
      for (const EhrhartSum& sum : sums) numerators.push_back(sum.numerators(r));
      std::vector<Integer> h;
      std::vector<Residue> one(system.fields().size());
      for (std::size_t j = 0; j <= body.dimension; ++j) {
        for (std::size_t k = 0; k < one.size(); ++k) one[k] = numerators[k][j];
        h.push_back(system.integer(one));
      }
      result.push_back(from_numerators(h));
    }
    return result;
  });
}

}  // namespace tropiary::detail
