"""The kernels in numba, behind the line protocol of Serving/Server.cs."""

import math
import sys
import time

import numba
import numpy as np
from numba import njit, prange

import workloads
from samples import sample


@njit(parallel=True, fastmath=True)
def empty(marks):
    for i in prange(marks.shape[0]):
        marks[i] = i


@njit(parallel=True, fastmath=True)
def saxpy(a, x, y):
    for i in prange(x.shape[0]):
        y[i] = a * x[i] + y[i]


@njit(parallel=True, fastmath=True)
def dot(x, y):
    total = 0.0
    for i in prange(x.shape[0]):
        total += x[i] * y[i]
    return total


@njit(parallel=True, fastmath=True)
def mandelbrot(iterations, width, height, limit):
    step_x = np.float32(3) / np.float32(width)
    step_y = np.float32(3) / np.float32(height)
    for row in prange(height):
        for column in range(width):
            cx = np.float32(-2) + np.float32(column) * step_x
            cy = np.float32(-1.5) + np.float32(row) * step_y
            x = np.float32(0)
            y = np.float32(0)
            n = 0
            while n < limit and x * x + y * y <= np.float32(4):
                following = x * x - y * y + cx
                y = np.float32(2) * x * y + cy
                x = following
                n += 1
            iterations[row, column] = n


@njit(fastmath=True)
def cumulative_normal(x):
    k = np.float32(1) / (np.float32(1) + np.float32(0.2316419) * abs(x))
    series = k * (np.float32(0.31938153) + k * (np.float32(-0.356563782) + k * (
        np.float32(1.781477937) + k * (np.float32(-1.821255978) + k * np.float32(1.330274429)))))
    tail = np.float32(0.39894228) * math.exp(np.float32(-0.5) * x * x) * series
    return tail if x < 0 else np.float32(1) - tail


@njit(parallel=True, fastmath=True)
def black_scholes(spot, strike, years, price, rate, volatility):
    for i in prange(spot.shape[0]):
        spread = volatility * math.sqrt(years[i])
        drift = (rate + np.float32(0.5) * volatility * volatility) * years[i]
        d1 = (math.log(spot[i] / strike[i]) + drift) / spread
        d2 = d1 - spread
        price[i] = spot[i] * cumulative_normal(d1) - strike[i] * math.exp(-rate * years[i]) * cumulative_normal(d2)


# The repetition is compiled too, so that the cost of a call from Python is not measured.

@njit
def repeat_empty(repeats, marks):
    for _ in range(repeats):
        empty(marks)


@njit
def repeat_saxpy(repeats, a, x, y):
    for _ in range(repeats):
        saxpy(a, x, y)


@njit
def repeat_dot(repeats, x, y):
    total = 0.0
    for _ in range(repeats):
        total = dot(x, y)
    return total


@njit
def repeat_mandelbrot(repeats, iterations, width, height, limit):
    for _ in range(repeats):
        mandelbrot(iterations, width, height, limit)


@njit
def repeat_black_scholes(repeats, spot, strike, years, price, rate, volatility):
    for _ in range(repeats):
        black_scholes(spot, strike, years, price, rate, volatility)


def prepare(name, n):
    """Returns the kernel as a function of the number of repeats, and a function that adds up its result."""
    if name == "empty":
        marks = np.zeros(numba.get_num_threads(), dtype=np.int64)  # numba drops a loop that does nothing
        return lambda repeats: repeat_empty(repeats, marks), lambda _: 0.0
    if name == "saxpy":
        x = sample(n, 1, -1, 1, np.float32)
        y = sample(n, 2, -1, 1, np.float32)
        return lambda repeats: repeat_saxpy(repeats, np.float32(0.5), x, y), lambda _: y.sum(dtype=np.float64)
    if name == "dot":
        x = sample(n, 1, -1, 1, np.float64)
        y = sample(n, 2, 0, 1, np.float64)
        return lambda repeats: repeat_dot(repeats, x, y), lambda result: result
    if name == "mandelbrot":
        iterations = np.zeros((n, n), dtype=np.int32)
        return (lambda repeats: repeat_mandelbrot(repeats, iterations, n, n, 256)), lambda _: iterations.sum(dtype=np.float64)
    if name == "black-scholes":
        spot = sample(n, 1, 5, 30, np.float32)
        strike = sample(n, 2, 1, 100, np.float32)
        years = sample(n, 3, 0.25, 10, np.float32)
        price = np.zeros(n, dtype=np.float32)
        rate, volatility = np.float32(0.02), np.float32(0.3)
        return (lambda repeats: repeat_black_scholes(repeats, spot, strike, years, price, rate, volatility),
                lambda _: price.sum(dtype=np.float64))
    return workloads.prepare(name, n)


def measure(run, milliseconds):
    """Nanoseconds of one run: the median of batches that last about 2 ms, for the given time."""
    repeats = 1
    while True:
        start = time.perf_counter_ns()
        run(repeats)
        if time.perf_counter_ns() - start >= 1_000_000 or repeats >= 1 << 24:
            break
        repeats *= 2
    times = []
    end = time.perf_counter_ns() + milliseconds * 1e6
    while len(times) < 3 or time.perf_counter_ns() < end:
        start = time.perf_counter_ns()
        run(repeats)
        times.append((time.perf_counter_ns() - start) / repeats)
    return sorted(times)[len(times) // 2]


def main():
    empty(np.zeros(1, dtype=np.int64))
    print(f"ready numba {numba.__version__}, {numba.get_num_threads()} threads of {numba.threading_layer()}", flush=True)
    run = None
    for line in sys.stdin:
        words = line.split()
        if words[0] == "prepare":
            try:
                run, checksum = prepare(words[1], int(words[2]))
                print(repr(float(checksum(run(1)))), flush=True)
            except KeyError:
                print(f"error no kernel {words[1]}", flush=True)
        elif words[0] == "time" and run is not None:
            print(repr(float(measure(run, float(words[1])))), flush=True)
        else:
            print("error unknown request", flush=True)


main()
