/* The other kernels of the scoreboard in C with OpenMP, each followed by its data. What one prepares stays until the next. */
#include "peer.h"

#include <ctype.h>
#include <math.h>
#include <omp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static long size;
static double result;
static void *blocks[16];
static int used;

/* Memory that the next kernel's preparation frees. */
static void *allocate(size_t bytes)
{
    return blocks[used++] = calloc(bytes + 64, 1);
}

static void *keep(void *block)
{
    return blocks[used++] = block;
}

static void begin(long n)
{
    while (used > 0)
        free(blocks[--used]);
    size = n;
}

/* ---- sum of squares of int in 64 bits */

static int *integers;

KERNEL static int64_t sum_of_squares(long n, const int *restrict values)
{
    int64_t sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (long i = 0; i < n; i++)
        sum += (int64_t)values[i] * values[i];
    return sum;
}

static void prepare_squares(long n)
{
    begin(n);
    integers = allocate(n * sizeof *integers);
    for (long i = 0; i < n; i++)
        integers[i] = (int)sample(i, 1, -1e6, 1e6);
}

static void run_squares(void)
{
    result = (double)sum_of_squares(size, integers);
}

static double scalar_result(void)
{
    return result;
}

/* ---- the attraction of all bodies by all others */

enum { X, Y, Z, SPEED_X, SPEED_Y, SPEED_Z, MASS, FIELDS };

static double *now_[FIELDS], *next_[FIELDS];

KERNEL static void attract(int n, double *const *restrict now, double *const *restrict next, double time)
{
    const double *restrict x = now[X], *restrict y = now[Y], *restrict z = now[Z], *restrict mass = now[MASS];
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        double ax = 0, ay = 0, az = 0;
        for (int j = 0; j < n; j++) {
            double dx = x[j] - x[i];
            double dy = y[j] - y[i];
            double dz = z[j] - z[i];
            double square = dx * dx + dy * dy + dz * dz + 1e-3;
            double pull = mass[j] / (square * sqrt(square));
            ax += dx * pull;
            ay += dy * pull;
            az += dz * pull;
        }
        double vx = now[SPEED_X][i] + ax * time;
        double vy = now[SPEED_Y][i] + ay * time;
        double vz = now[SPEED_Z][i] + az * time;
        next[SPEED_X][i] = vx;
        next[SPEED_Y][i] = vy;
        next[SPEED_Z][i] = vz;
        next[X][i] = x[i] + vx * time;
        next[Y][i] = y[i] + vy * time;
        next[Z][i] = z[i] + vz * time;
    }
}

static void prepare_bodies(long n)
{
    begin(n);
    for (int f = 0; f < FIELDS; f++) {
        now_[f] = keep(doubles(n, f, f == MASS ? 0 : -1, 1));
        next_[f] = allocate(n * sizeof(double));
    }
}

static void run_bodies(void)
{
    attract((int)size, now_, next_, 1e-3);
}

static double sum_bodies(void)
{
    double sum = 0;
    for (int f = 0; f < MASS; f++)
        for (long i = 0; i < size; i++)
            sum += fabs(next_[f][i]);
    return sum;
}

/* ---- dense and sparse matrices */

static double *a, *b, *c;

KERNEL static void multiply(int n, const double *restrict left, const double *restrict right, double *restrict product)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int k = 0; k < n; k++)
                sum += left[(long)i * n + k] * right[(long)k * n + j];
            product[(long)i * n + j] = sum;
        }
}

static void prepare_product(long n)
{
    begin(n);
    a = keep(doubles(n * n, 1, 0, 1));
    b = keep(doubles(n * n, 2, 0, 1));
    c = allocate(n * n * sizeof *c);
}

static void run_product(void)
{
    multiply((int)size, a, b, c);
}

static double sum_square(void)
{
    double sum = 0;
    for (long i = 0; i < size * size; i++)
        sum += c[i];
    return sum;
}

KERNEL static void jacobi(int n, const double *restrict now, double *restrict next)
{
#pragma omp parallel for
    for (int y = 1; y < n - 1; y++)
        for (int x = 1; x < n - 1; x++) {
            long at = (long)y * n + x;
            next[at] = 0.25 * (now[at - n] + now[at + n] + now[at - 1] + now[at + 1]);
        }
}

static void run_jacobi(void)
{
    jacobi((int)size, a, c);
}

static int *starts, *columns;

KERNEL static void sparse(int n, const int *restrict start, const int *restrict column, const double *restrict value,
                          const double *restrict vector, double *restrict product)
{
#pragma omp parallel for
    for (int row = 0; row < n; row++) {
        double sum = 0;
        for (int k = start[row]; k < start[row + 1]; k++)
            sum += value[k] * vector[column[k]];
        product[row] = sum;
    }
}

static void prepare_sparse(long n)
{
    begin(n);
    starts = allocate((n + 1) * sizeof *starts);
    for (long row = 0; row < n; row++)
        starts[row + 1] = starts[row] + (int)sample(row, 3, 8, 25);
    columns = allocate(starts[n] * sizeof *columns);
    for (long k = 0; k < starts[n]; k++)
        columns[k] = (int)sample(k, 4, 0, (double)n);
    a = keep(doubles(starts[n], 1, 0, 1));
    b = keep(doubles(n, 2, 0, 1));
    c = allocate(n * sizeof *c);
}

static void run_sparse(void)
{
    sparse((int)size, starts, columns, a, b, c);
}

static double sum_vector(void)
{
    double sum = 0;
    for (long i = 0; i < size; i++)
        sum += c[i];
    return sum;
}

/* ---- idioms: histogram, prefix sum, place of the maximum, filter */

static uint8_t *bytes;
static int bins[256];

KERNEL static void histogram(long n, const uint8_t *restrict values, int *restrict counts)
{
    memset(counts, 0, 256 * sizeof *counts);
#pragma omp parallel for reduction(+ : counts[:256])
    for (long i = 0; i < n; i++)
        counts[values[i]]++;
}

static void prepare_histogram(long n)
{
    begin(n);
    bytes = allocate(n);
    for (long i = 0; i < n; i++)
        bytes[i] = (uint8_t)sample(i, 1, 0, 256);
}

static void run_histogram(void)
{
    histogram(size, bytes, bins);
}

static double sum_bins(void)
{
    double sum = 0;
    for (int i = 0; i < 256; i++)
        sum += (double)i * bins[i];
    return sum;
}

static int *sums;

KERNEL static void prefix_sum(long n, const int *restrict values, int *restrict target)
{
    int sum = 0;
#pragma omp parallel for reduction(inscan, + : sum)
    for (long i = 0; i < n; i++) {
        sum += values[i];
#pragma omp scan inclusive(sum)
        target[i] = sum;
    }
}

static void prepare_prefix(long n)
{
    begin(n);
    integers = allocate(n * sizeof *integers);
    sums = allocate(n * sizeof *sums);
    for (long i = 0; i < n; i++)
        integers[i] = (int)sample(i, 1, -100, 101);
}

static void run_prefix(void)
{
    prefix_sum(size, integers, sums);
}

static double sum_sums(void)
{
    double sum = 0;
    for (long i = 0; i < size; i++)
        sum += sums[i];
    return sum;
}

static float *numbers, *kept;

KERNEL static long largest_at(long n, const float *restrict values)
{
    float most = -INFINITY;
    long place = -1;
#pragma omp parallel
    {
        float my_most = -INFINITY;
        long my_place = -1;
#pragma omp for nowait
        for (long i = 0; i < n; i++)
            if (values[i] > my_most) {
                my_most = values[i];
                my_place = i;
            }
#pragma omp critical
        if (my_place >= 0 && (my_most > most || (my_most == most && my_place < place))) {
            most = my_most;
            place = my_place;
        }
    }
    return place;
}

static void prepare_numbers(long n)
{
    begin(n);
    numbers = keep(floats(n, 1, -1, 1));
    kept = allocate(n * sizeof *kept);
}

static void run_largest(void)
{
    result = (double)largest_at(size, numbers);
}

/* Two passes: each thread counts what it keeps, then knows where its part begins. */
KERNEL static long filter(long n, const float *restrict values, float least, float *restrict target)
{
    long counts[257] = {0};
    int threads = 1;
#pragma omp parallel num_threads(omp_get_max_threads() < 256 ? omp_get_max_threads() : 256)
    {
        int me = omp_get_thread_num();
#pragma omp single
        threads = omp_get_num_threads();
        long from = n * me / threads, to = n * (me + 1) / threads, count = 0;
        for (long i = from; i < to; i++)
            count += values[i] > least;
        counts[me + 1] = count;
#pragma omp barrier
#pragma omp single
        for (int t = 0; t < threads; t++)
            counts[t + 1] += counts[t];
        long at = counts[me];
        for (long i = from; i < to; i++)
            if (values[i] > least)
                target[at++] = values[i];
    }
    return counts[threads];
}

static void run_filter(void)
{
    result = (double)filter(size, numbers, 0.25f, kept);
}

static double sum_kept(void)
{
    double sum = result;
    for (long i = 0; i < (long)result; i++)
        sum += kept[i];
    return sum;
}

/* ---- points in a circle, their generator in the loop */

KERNEL static long points_in_circle(long n, uint64_t seed)
{
    long inside = 0;
#pragma omp parallel for reduction(+ : inside)
    for (long i = 0; i < n; i++) {
        uint64_t z = seed + (uint64_t)i * 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        z ^= z >> 31;
        double x = (double)(z >> 32) * (1.0 / 4294967296.0);
        double y = (double)(z & 0xFFFFFFFF) * (1.0 / 4294967296.0);
        if (x * x + y * y <= 1.0)
            inside++;
    }
    return inside;
}

static void run_points(void)
{
    result = (double)points_in_circle(size, 42);
}

/* ---- lengths of Collatz sequences */

KERNEL static void collatz(long n, int *restrict steps)
{
#pragma omp parallel for schedule(dynamic, 4096)
    for (long i = 0; i < n; i++) {
        int64_t value = i + 1;
        int count = 0;
        while (value != 1) {
            value = (value & 1) == 0 ? value / 2 : 3 * value + 1;
            count++;
        }
        steps[i] = count;
    }
}

static void run_collatz(void)
{
    collatz(size, sums);
}

/* ---- grey from red, green and blue bytes */

static uint8_t *grey;

KERNEL static void greyscale(long n, const uint8_t *restrict rgb, uint8_t *restrict target)
{
#pragma omp parallel for
    for (long i = 0; i < n; i++)
        target[i] = (uint8_t)((77 * rgb[3 * i] + 150 * rgb[3 * i + 1] + 29 * rgb[3 * i + 2]) >> 8);
}

static void prepare_grey(long n)
{
    begin(n);
    bytes = allocate(3 * n);
    grey = allocate(n);
    for (long i = 0; i < 3 * n; i++)
        bytes[i] = (uint8_t)sample(i, 1, 0, 256);
}

static void run_grey(void)
{
    greyscale(size, bytes, grey);
}

static double sum_grey(void)
{
    double sum = 0;
    for (long i = 0; i < size; i++)
        sum += grey[i];
    return sum;
}

/* ---- words in strings */

static const char **lines;

KERNEL static int count_words(long n, const char *const *restrict text)
{
    int words = 0;
#pragma omp parallel for reduction(+ : words)
    for (long i = 0; i < n; i++) {
        int in_word = 0;
        for (const char *at = text[i]; *at; at++) {
            int letter = isalpha((unsigned char)*at) != 0;
            words += letter && !in_word;
            in_word = letter;
        }
    }
    return words;
}

static void prepare_words(long n)
{
    static const char *const patterns[] = {"the loop, carried", "a dependence of distance 1", ""};
    begin(n);
    lines = allocate(n * sizeof *lines);
    char *text = allocate(n * 32);
    for (long i = 0; i < n; i++) {
        lines[i] = strcpy(text, patterns[i % 3]);
        text += strlen(text) + 1;
    }
}

static void run_words(void)
{
    result = count_words(size, lines);
}

const struct workload workloads[] = {
    {"squares", prepare_squares, run_squares, scalar_result},
    {"n-body", prepare_bodies, run_bodies, sum_bodies},
    {"matrix-product", prepare_product, run_product, sum_square},
    {"jacobi", prepare_product, run_jacobi, sum_square},
    {"sparse", prepare_sparse, run_sparse, sum_vector},
    {"histogram", prepare_histogram, run_histogram, sum_bins},
    {"prefix-sum", prepare_prefix, run_prefix, sum_sums},
    {"argmax", prepare_numbers, run_largest, scalar_result},
    {"filter", prepare_numbers, run_filter, sum_kept},
    {"monte-carlo", begin, run_points, scalar_result},
    {"collatz", prepare_prefix, run_collatz, sum_sums},
    {"greyscale", prepare_grey, run_grey, sum_grey},
    {"word-count", prepare_words, run_words, scalar_result},
    {NULL, NULL, NULL, NULL},
};
