#pragma once

namespace districtsim {

// Elementary functions with the same bits on every x86-64 machine and compiler. The C library's versions change bits
// with the processor's features (FMA), and compilers rewrite calls with constant arguments; these are out of line and
// use SLEEF's deterministic portable variants (names cinz_*_purec).

[[nodiscard]] double exponential(double x);
/// Natural logarithm; x > 0.
[[nodiscard]] double logarithm(double x);
/// base^exponent for base >= 0.
[[nodiscard]] double power(double base, double exponent);
/// 1 / (1 + e^-x).
[[nodiscard]] double logistic(double x);
/// log(p / (1 - p)); 0 < p < 1.
[[nodiscard]] double log_odds(double p);
/// Standard normal distribution function.
[[nodiscard]] double normal_cdf(double z);
/// Standard normal quantile; 0 < p < 1. Wichura (1988), algorithm AS 241 (PPND16), relative accuracy 1e-16.
[[nodiscard]] double normal_quantile(double p);

}  // namespace districtsim
