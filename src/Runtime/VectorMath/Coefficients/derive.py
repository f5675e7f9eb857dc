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
    """(e^r - 1 - r - r^2 / 2) / r^3."""
    return (mp.expm1(r) - r - r * r / 2) / r ** 3 if abs(r) > mp.mpf(10) ** -8 else mp.mpf(1) / 6 + r / 24


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
    for name, degree, single in (("ExpSeries", 8, False), ("ExpSeriesShort", 3, False), ("ExpSeriesSingle", 3, True)):
        series(name, "(e^r - 1 - r - r^2 / 2) / r^3 for |r| up to half of ln 2.", exp_tail, lambda r: r ** 3 / mp.exp(r),
               -half_ln2, half_ln2, degree, single)
    low, high = mp.sqrt(mp.mpf(1) / 2) - 1 - tiny, mp.sqrt(2) - 1 + tiny
    s_max = high / (2 + high)
    series("LogSeries", "(2 artanh s - 2 s) / s^3 as a polynomial in s^2.", atanh_tail, lambda w: w, tiny, s_max ** 2, 6)
    series("LogSeriesSingle", "(log(1 + f) - f) / f^2 for 1 + f from 11/16 to 11/8.", log_tail,
           lambda f: f * f / mp.log1p(f), mp.mpf(-5) / 16, mp.mpf(3) / 8, 9, True)
    trigonometric()
    roots()


def inner(f, terms):
    """f(sqrt z) without its leading terms (power, coefficient), divided by the power after them, as a function of z = x^2."""
    def tail(z):
        x = mp.sqrt(z)
        last = terms[-1][0] + 2
        with mp.workdps(120):
            return (f(x) - sum(c * x ** p for p, c in terms)) / x ** last
    return tail


def even(name, summary, f, terms, limit, degree):
    """A series in z = x^2 for |x| up to limit; errors relative to f."""
    last = terms[-1][0] + 2
    series(name, summary, inner(f, terms), lambda z: mp.sqrt(z) ** last / f(mp.sqrt(z)), tiny, mp.mpf(limit) ** 2, degree)


def trigonometric():
    quarter = mp.pi / 4 * mp.mpf("1.0001")
    one, half = mp.mpf(1), mp.mpf(1) / 2
    even("SineSeries", "(sin r - r) / r^3 in r^2 for |r| up to a quarter of pi.", mp.sin, [(1, one)], quarter, 5)
    even("CosineSeries", "(cos r - 1 + r^2 / 2) / r^4 in r^2 for |r| up to a quarter of pi.", mp.cos, [(0, one), (2, -half)], quarter, 5)
    even("SineSeriesShort", "(sin r - r) / r^3 in r^2 for |r| up to a quarter of pi, enough for a float.", mp.sin, [(1, one)], quarter, 2)
    even("CosineSeriesShort", "(cos r - 1 + r^2 / 2) / r^4 in r^2 for |r| up to a quarter of pi, enough for a float.", mp.cos,
         [(0, one), (2, -half)], quarter, 2)
    even("ArctangentSeries", "(atan t - t) / t^3 in t^2 for t up to tan(pi / 8).", mp.atan, [(1, one)], mp.tan(mp.pi / 8) + tiny, 10)
    even("ArctangentSeriesShort", "(atan t - t) / t^3 in t^2 for t up to tan(pi / 8), enough for a float.", mp.atan, [(1, one)],
         mp.tan(mp.pi / 8) + tiny, 4)
    even("ArcsineSeries", "(asin s - s) / s^3 in s^2 for s up to 1/2.", mp.asin, [(1, one)], half, 12)
    even("ArcsineSeriesShort", "(asin s - s) / s^3 in s^2 for s up to 1/2, enough for a float.", mp.asin, [(1, one)], half, 5)
    even("HyperbolicSineSeries", "(sinh r - r) / r^3 in r^2 for |r| up to half of ln 2.", mp.sinh, [(1, one)], half_ln2, 4)
    even("HyperbolicCosineSeries", "(cosh r - 1) / r^2 in r^2 for |r| up to half of ln 2.", mp.cosh, [(0, one)], half_ln2, 4)
    even("HyperbolicSineSeriesShort", "(sinh r - r) / r^3 in r^2 for |r| up to half of ln 2, enough for a float.", mp.sinh, [(1, one)],
         half_ln2, 2)
    even("HyperbolicCosineSeriesShort", "(cosh r - 1) / r^2 in r^2 for |r| up to half of ln 2, enough for a float.", mp.cosh, [(0, one)],
         half_ln2, 2)
    for single in (False, True):
        half_pi = split(mp.pi / 2, single, None, None, None)
        write("HalfPiSingle" if single else "HalfPi", "Half of pi and its multiples, in parts.", [
            ("High", half_pi[0], "pi / 2."), ("Middle", half_pi[1]), ("Low", half_pi[2]),
            ("Inverse", 2 / mp.pi, "2 / pi."),
            ("Quarter", mp.pi / 4, "pi / 4."), ("QuarterLow", split(mp.pi / 4, single, None, None)[1]),
            ("ThreeQuarters", 3 * mp.pi / 4, "3 pi / 4."), ("ThreeQuartersLow", split(3 * mp.pi / 4, single, None, None)[1]),
            ("Twice", mp.pi, "pi."), ("TwiceLow", split(mp.pi, single, None, None)[1]),
        ], single)
    with mp.workdps(500):
        bits = int(mp.floor(2 / mp.pi * mp.mpf(2) ** 1216))
    words = [(bits >> (64 * i)) & (2 ** 64 - 1) for i in reversed(range(19))]
    lines = ["namespace AutoParallel.CompilerServices.VectorMath;", "", "/// <summary>",
             "/// The binary digits of 2 / pi, the most significant word first, after a word of the zeros in front of the point. Written by",
             "/// derive.py.", "/// </summary>", "internal static class TwoOverPi", "{", "    public static ReadOnlySpan<ulong> Words =>", "    ["]
    words.insert(0, 0)
    for i in range(0, len(words), 5):
        lines.append("        " + " ".join(f"0x{w:016X}," for w in words[i:i + 5]))
    lines += ["    ];", "}"]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "TwoOverPi.cs"), "w", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


def roots():
    series("InverseCubeRootSeries", "m^(-1/3) for m from 1 to 2.", lambda m: m ** (-mp.mpf(1) / 3), lambda m: m ** (mp.mpf(1) / 3), 1, 2, 5)
    s_max = (mp.sqrt(2) - 1) / (mp.sqrt(2) + 1) + tiny
    third = split(mp.mpf(2) / 3, False, None, None)
    write("TwoThirds", "2 / 3 in two parts.", [("High", third[0]), ("Low", third[1])])
    series("PowerLogSeries", "(2 artanh s - 2 s - 2 s^3 / 3) / s^5 as a polynomial in s^2.",
           inner(lambda s: 2 * mp.atanh(s), [(1, mp.mpf(2)), (3, mp.mpf(2) / 3)]), lambda w: w ** 2 / 2, tiny, s_max ** 2, 7)
    series("LogSeriesShort", "(2 artanh s - 2 s) / s^3 as a polynomial in s^2, enough for a float.", atanh_tail, lambda w: w, tiny, s_max ** 2, 3)


if __name__ == "__main__":
    main()
