#include "sim/core/elementary.hpp"

#include <sleef.h>

#include <cmath>

#include "sim/core/contracts.hpp"

namespace districtsim {

namespace {

constexpr double half_root_two = 0.70710678118654752440;

/// Ratio of two polynomials of degree 7 in x, coefficients from the constant upwards.
double ratio(double x, const double (&top)[8], const double (&bottom)[8]) {
  double numerator = top[7];
  double denominator = bottom[7];
  for (int power = 6; power >= 0; --power) {
    numerator = numerator * x + top[power];
    denominator = denominator * x + bottom[power];
  }
  return numerator / denominator;
}

}  // namespace

double exponential(double x) { return Sleef_cinz_expd1_u10purec(x); }

double logarithm(double x) { return Sleef_cinz_logd1_u10purec(x); }

double power(double base, double exponent) { return Sleef_cinz_powd1_u10purec(base, exponent); }

double logistic(double x) { return 1.0 / (1.0 + exponential(-x)); }

double log_odds(double p) { return logarithm(p / (1.0 - p)); }

double normal_cdf(double z) { return 0.5 * Sleef_cinz_erfcd1_u15purec(-z * half_root_two); }

double normal_quantile(double p) {
  promise(p > 0.0 && p < 1.0, "normal_quantile needs 0 < p < 1");
  static constexpr double centre_top[8] = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                                           1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                                           3.3430575583588128105e4, 2.5090809287301226727e3};
  static constexpr double centre_bottom[8] = {1.0,
                                              4.2313330701600911252e1,
                                              6.8718700749205790830e2,
                                              5.3941960214247511077e3,
                                              2.1213794301586595867e4,
                                              3.9307895800092710610e4,
                                              2.8729085735721942674e4,
                                              5.2264952788528545610e3};
  static constexpr double middle_top[8] = {
      1.42343711074968357734e0, 4.63033784615654529590e0,  5.76949722146069140550e0,  3.64784832476320460504e0,
      1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr double middle_bottom[8] = {1.0,
                                              2.05319162663775882187e0,
                                              1.67638483018380384940e0,
                                              6.89767334985100004550e-1,
                                              1.48103976427480074590e-1,
                                              1.51986665636164571966e-2,
                                              5.47593808499534494600e-4,
                                              1.05075007164441684324e-9};
  static constexpr double tail_top[8] = {
      6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,  2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr double tail_bottom[8] = {1.0,
                                            5.99832206555887937690e-1,
                                            1.36929880922735805310e-1,
                                            1.48753612908506148525e-2,
                                            7.86869131145613259100e-4,
                                            1.84631831751005468180e-5,
                                            1.42151175831644588870e-7,
                                            2.04426310338993978564e-15};
  const double from_centre = p - 0.5;
  if (std::fabs(from_centre) <= 0.425) {
    return from_centre * ratio(0.180625 - from_centre * from_centre, centre_top, centre_bottom);
  }
  const double in_tail = std::sqrt(-logarithm(from_centre < 0.0 ? p : 1.0 - p));
  const double size =
      in_tail <= 5.0 ? ratio(in_tail - 1.6, middle_top, middle_bottom) : ratio(in_tail - 5.0, tail_top, tail_bottom);
  return from_centre < 0.0 ? -size : size;
}

}  // namespace districtsim
