#!/usr/bin/env python3
"""Derives the coefficients of the vector math library and writes them as C# constants beside this file.

Method: minimax polynomials by the second algorithm of Remez (E. Ya. Remez, 1934) on a dense Chebyshev grid, in 50 digits, under a
weight that makes the error relative to the function's result; then each coefficient is rounded to the nearest number of its type.
Leading terms that an algorithm adds apart (1 + r, s, x) are taken out of the function first, so they are exact.
Constants such as ln 2 are split into parts, each the nearest number to what the parts before it leave.

Usage: python3 derive.py          (needs mpmath)
"""
import os
import struct
import textwrap

import mpmath as mp

mp.mp.dps = 50


def remez(f, weight, a, b, degree):
    """The polynomial of the degree that minimises max |weight * (f - p)| on [a, b], and log2 of that maximum."""
    a, b = mp.mpf(a), mp.mpf(b)
    points = degree + 2
    size = 60 * points
    grid = [(a + b) / 2 - (b - a) / 2 * mp.cos(mp.pi * (2 * i + 1) / (2 * size)) for i in range(size)]
    values = [f(x) for x in grid]
    weights = [abs(weight(x)) for x in grid]
    reference = [round((size - 1) * i / (points - 1)) for i in range(points)]
    best = None
    for _ in range(30):
        matrix, right = mp.matrix(points, points), mp.matrix(points, 1)
        for row, k in enumerate(reference):
            for column in range(degree + 1):
                matrix[row, column] = grid[k] ** column
            matrix[row, degree + 1] = (-1) ** row / weights[k]
            right[row] = values[k]
        solution = mp.lu_solve(matrix, right)
        coefficients = [solution[i] for i in range(degree + 1)]
        errors = [w * (v - mp.polyval(coefficients[::-1], x)) for x, v, w in zip(grid, values, weights)]
        worst = max(abs(e) for e in errors)
        if best is None or worst < best[0]:
            best = (worst, coefficients)
        extrema = []
        for k in range(size):
            if extrema and (errors[k] > 0) == (errors[extrema[-1]] > 0):
                if abs(errors[k]) > abs(errors[extrema[-1]]):
                    extrema[-1] = k
            else:
                extrema.append(k)
        while len(extrema) > points:
            if len(extrema) == points + 1:
                extrema.pop(0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1)
            else:
                weakest = min(range(len(extrema) - 1), key=lambda i: abs(errors[extrema[i]]) + abs(errors[extrema[i + 1]]))
                del extrema[weakest:weakest + 2]
        if len(extrema) < points or extrema == reference:
            break
        reference = extrema
    return best[1], float(mp.log(best[0], 2))


def rounded(x, single, bits=None):
    """The float or double nearest to x, or the nearest with so many significant bits."""
    if x == 0:
        return 0.0
    if bits:
        exponent = int(mp.floor(mp.log(abs(x), 2))) - bits + 1
        return float(mp.nint(x / mp.mpf(2) ** exponent) * mp.mpf(2) ** exponent)
    return struct.unpack("f", struct.pack("f", float(x)))[0] if single else float(x)


def split(x, single, *bits):
    """Parts whose sum is x; each has so many significant bits (None: all of the type's)."""
    parts = []
    for count in bits:
        parts.append(rounded(x, single, count))
        x = x - mp.mpf(parts[-1])
    return parts


def write(name, summary, constants, single=False):
    """constants: (name, value) or (name, value, comment)."""
    keyword, suffix = ("float", "f") if single else ("double", "")
    lines = ["namespace AutoParallel.CompilerServices.VectorMath;", "", "/// <summary>", *(f"/// {line}" for line in textwrap.wrap(summary + " Written by derive.py.", 130)), "/// </summary>",
             f"internal static class {name}", "{"]
    for i, constant in enumerate(constants):
        if len(constant) > 2:
            if i:
                lines.append("")
            lines.append(f"    /// <summary>{constant[2]}</summary>")
        lines.append(f"    public const {keyword} {constant[0]} = {rounded(mp.mpf(constant[1]), single)!r}{suffix};")
    lines.append("}")
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".cs"), "w", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


def series(name, summary, f, weight, a, b, degree, single=False):
    coefficients, error = remez(f, weight, a, b, degree)
    print(f"{name:28} degree {degree:2}  2^{error:.1f}")
    bound = f"The approximation's error, before rounding, is 2^{error:.1f} of the result."
    write(name, f"{summary} {bound}", [(f"C{i}", c) for i, c in enumerate(coefficients)], single)


ln2 = mp.log(2)
ln10 = mp.log(10)
half_ln2 = ln2 / 2 * mp.mpf("1.0001")
tiny = mp.mpf(2) ** -40


def exp_tail(r):
    return (mp.expm1(r) - r) / r ** 2 if abs(r) > mp.mpf(10) ** -12 else mp.mpf(1) / 2 + r / 6


def log_tail(f):
    return (mp.log1p(f) - f) / f ** 2 if abs(f) > mp.mpf(10) ** -12 else -mp.mpf(1) / 2 + f / 3


def atanh_tail(w):
    s = mp.sqrt(w)
    return (2 * mp.atanh(s) - 2 * s) / s ** 3


def main():
    for single in (False, True):
        suffix = "Single" if single else ""
        parts = split(ln2, single, None, None)
        write("Logarithms" + suffix, "Logarithms of 2 and 10 and their reciprocals, in parts.", [
            ("InverseLn2", 1 / ln2, "1 / ln 2."), ("InverseLn2Low", split(1 / ln2, single, None, None)[1]),
            ("Ln2", parts[0], "ln 2."), ("Ln2Low", parts[1]),
            ("Ln2Short", split(ln2, single, 14 if single else 40)[0],
             "ln 2 to so few bits that its product with every exponent is exact."),
            ("Ln2ShortLow", split(ln2, single, 14 if single else 40, None)[1]),
            ("Log2Of10", ln10 / ln2, "log2 10."),
            ("Log10Of2", ln2 / ln10, "log10 2."), ("Log10Of2Low", split(ln2 / ln10, single, None, None)[1]),
            ("Log10Of2Short", split(ln2 / ln10, single, 14 if single else 40)[0]),
            ("Log10Of2ShortLow", split(ln2 / ln10, single, 14 if single else 40, None)[1]),
            ("Log10Of2LowLn10", split(ln2 / ln10, single, None, None)[1] * ln10, "The low part of log10 2, times ln 10."),
            ("Ln10", ln10, "ln 10."), ("Ln10Low", split(ln10, single, None, None)[1]),
            ("InverseLn10", 1 / ln10, "1 / ln 10."), ("InverseLn10Low", split(1 / ln10, single, None, None)[1]),
        ], single)
    series("ExpSeries", "(e^r - 1 - r) / r^2 for |r| up to half of ln 2.", exp_tail, lambda r: r * r / mp.exp(r), -half_ln2, half_ln2, 9)
    series("ExpSeriesSingle", "(e^r - 1 - r) / r^2 for |r| up to half of ln 2.", exp_tail, lambda r: r * r / mp.exp(r),
           -half_ln2, half_ln2, 4, True)
    low, high = mp.sqrt(mp.mpf(1) / 2) - 1 - tiny, mp.sqrt(2) - 1 + tiny
    s_max = high / (2 + high)
    series("LogSeries", "(2 artanh s - 2 s) / s^3 as a polynomial in s^2.", atanh_tail, lambda w: w, tiny, s_max ** 2, 6)
    series("LogSeriesSingle", "(log(1 + f) - f) / f^2 for 1 + f from 11/16 to 11/8.", log_tail,
           lambda f: f * f / mp.log1p(f), mp.mpf(-5) / 16, mp.mpf(3) / 8, 9, True)


if __name__ == "__main__":
    main()
