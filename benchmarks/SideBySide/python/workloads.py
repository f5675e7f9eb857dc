"""The other kernels of the scoreboard in numba, with their data."""

import math

import numpy as np
from numba import njit, prange

from samples import sample


@njit(parallel=True, fastmath=True)
def sum_of_squares(values):
    total = np.int64(0)
    for i in prange(values.shape[0]):
        total += np.int64(values[i]) * np.int64(values[i])
    return total


@njit(parallel=True, fastmath=True)
def attract(x, y, z, speed_x, speed_y, speed_z, mass, to_x, to_y, to_z, to_speed_x, to_speed_y, to_speed_z, time):
    for i in prange(x.shape[0]):
        ax = 0.0
        ay = 0.0
        az = 0.0
        for j in range(x.shape[0]):
            dx = x[j] - x[i]
            dy = y[j] - y[i]
            dz = z[j] - z[i]
            square = dx * dx + dy * dy + dz * dz + 1e-3
            pull = mass[j] / (square * math.sqrt(square))
            ax += dx * pull
            ay += dy * pull
            az += dz * pull
        vx = speed_x[i] + ax * time
        vy = speed_y[i] + ay * time
        vz = speed_z[i] + az * time
        to_speed_x[i] = vx
        to_speed_y[i] = vy
        to_speed_z[i] = vz
        to_x[i] = x[i] + vx * time
        to_y[i] = y[i] + vy * time
        to_z[i] = z[i] + vz * time


@njit(parallel=True, fastmath=True)
def multiply(left, right, product):
    for i in prange(left.shape[0]):
        for j in range(right.shape[1]):
            total = 0.0
            for k in range(left.shape[1]):
                total += left[i, k] * right[k, j]
            product[i, j] = total


@njit(parallel=True, fastmath=True)
def jacobi(now, following):
    for y in prange(1, now.shape[0] - 1):
        for x in range(1, now.shape[1] - 1):
            following[y, x] = 0.25 * (now[y - 1, x] + now[y + 1, x] + now[y, x - 1] + now[y, x + 1])


@njit(parallel=True, fastmath=True)
def sparse(start, column, value, vector, product):
    for row in prange(product.shape[0]):
        total = 0.0
        for k in range(start[row], start[row + 1]):
            total += value[k] * vector[column[k]]
        product[row] = total


@njit(fastmath=True)
def histogram(values, counts):
    counts[:] = 0
    for i in range(values.shape[0]):
        counts[values[i]] += 1


@njit(fastmath=True)
def prefix_sum(values, target):
    total = np.int32(0)
    for i in range(values.shape[0]):
        total += values[i]
        target[i] = total


@njit(fastmath=True)
def largest_at(values):
    most = np.float32(-np.inf)
    place = -1
    for i in range(values.shape[0]):
        if values[i] > most:
            most = values[i]
            place = i
    return place


@njit(fastmath=True)
def select(values, least, target):
    count = 0
    for i in range(values.shape[0]):
        if values[i] > least:
            target[count] = values[i]
            count += 1
    return count


@njit(parallel=True, fastmath=True)
def points_in_circle(n, seed):
    inside = 0
    for i in prange(n):
        z = seed + np.uint64(i) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
        x = np.float64(z >> np.uint64(32)) * (1.0 / 4294967296.0)
        y = np.float64(z & np.uint64(0xFFFFFFFF)) * (1.0 / 4294967296.0)
        if x * x + y * y <= 1.0:
            inside += 1
    return inside


@njit(parallel=True, fastmath=True)
def collatz(steps):
    for i in prange(steps.shape[0]):
        value = np.int64(i + 1)
        count = 0
        while value != 1:
            if value & 1 == 0:
                value = value // 2
            else:
                value = 3 * value + 1
            count += 1
        steps[i] = count


@njit(parallel=True, fastmath=True)
def greyscale(rgb, grey):
    for i in prange(grey.shape[0]):
        grey[i] = (np.int32(77) * rgb[3 * i] + np.int32(150) * rgb[3 * i + 1] + np.int32(29) * rgb[3 * i + 2]) >> 8


@njit(parallel=True, fastmath=True)
def count_words(text, starts):
    """The strings lie one after another in the text, since numba's lists of strings cannot be shared by threads."""
    words = 0
    for i in prange(starts.shape[0] - 1):
        in_word = False
        for at in range(starts[i], starts[i + 1]):
            letter = np.uint8((text[at] | np.uint8(32)) - np.uint8(97)) < 26
            if letter and not in_word:
                words += 1
            in_word = letter
    return words


def repeat(kernel, *arguments):
    def run(repeats):
        result = None
        for _ in range(repeats):
            result = kernel(*arguments)
        return result
    return run


def as_int(values):
    """Truncated, as a conversion in C or C#."""
    return values.astype(np.int32)


def prepare(name, n):
    """Returns the kernel as a function of the number of repeats, and a function that adds up its result."""
    if name == "squares":
        return repeat(sum_of_squares, as_int(sample(n, 1, -1e6, 1e6, np.float64))), lambda result: result
    if name == "n-body":
        now = [sample(n, field, 0 if field == 6 else -1, 1, np.float64) for field in range(7)]
        following = [np.zeros(n) for _ in range(6)]
        return repeat(attract, *now, *following, 1e-3), lambda _: sum(np.abs(field).sum() for field in following)
    if name in ("matrix-product", "jacobi"):
        left = sample(n * n, 1, 0, 1, np.float64).reshape(n, n)
        right = sample(n * n, 2, 0, 1, np.float64).reshape(n, n)
        product = np.zeros((n, n))
        run = repeat(multiply, left, right, product) if name == "matrix-product" else repeat(jacobi, left, product)
        return run, lambda _: product.sum()
    if name == "sparse":
        start = np.zeros(n + 1, dtype=np.int32)
        start[1:] = np.cumsum(as_int(sample(n, 3, 8, 25, np.float64)))
        column = as_int(sample(int(start[n]), 4, 0, n, np.float64))
        value = sample(int(start[n]), 1, 0, 1, np.float64)
        vector = sample(n, 2, 0, 1, np.float64)
        product = np.zeros(n)
        return repeat(sparse, start, column, value, vector, product), lambda _: product.sum()
    if name == "histogram":
        values = sample(n, 1, 0, 256, np.uint8)
        counts = np.zeros(256, dtype=np.int32)
        return repeat(histogram, values, counts), lambda _: (np.arange(256) * counts).sum()
    if name == "prefix-sum":
        values = as_int(sample(n, 1, -100, 101, np.float64))
        sums = np.zeros(n, dtype=np.int32)
        return repeat(prefix_sum, values, sums), lambda _: sums.sum(dtype=np.float64)
    if name == "argmax":
        return repeat(largest_at, sample(n, 1, -1, 1, np.float32)), lambda result: result
    if name == "filter":
        kept = np.zeros(n, dtype=np.float32)
        return (repeat(select, sample(n, 1, -1, 1, np.float32), np.float32(0.25), kept),
                lambda result: result + kept[:result].sum(dtype=np.float64))
    if name == "monte-carlo":
        return repeat(points_in_circle, n, np.uint64(42)), lambda result: result
    if name == "collatz":
        steps = np.zeros(n, dtype=np.int32)
        return repeat(collatz, steps), lambda _: steps.sum(dtype=np.float64)
    if name == "greyscale":
        grey = np.zeros(n, dtype=np.uint8)
        return repeat(greyscale, sample(3 * n, 1, 0, 256, np.uint8), grey), lambda _: grey.sum(dtype=np.float64)
    if name == "word-count":
        lines = [("the loop, carried", "a dependence of distance 1", "")[i % 3] for i in range(n)]
        starts = np.zeros(n + 1, dtype=np.int64)
        starts[1:] = np.cumsum([len(line) for line in lines])
        text = np.frombuffer("".join(lines).encode(), dtype=np.uint8)
        return repeat(count_words, text, starts), lambda result: result
    raise KeyError(name)
