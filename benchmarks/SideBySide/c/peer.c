/* The kernels in C with OpenMP, behind the line protocol of Serving/Server.cs. */
#define _GNU_SOURCE
#include "peer.h"

#include <math.h>
#include <omp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

KERNEL static void empty(void)
{
#pragma omp parallel
    __asm__ volatile("");
}

KERNEL static void saxpy(long n, float a, const float *restrict x, float *restrict y)
{
#pragma omp parallel for
    for (long i = 0; i < n; i++)
        y[i] = a * x[i] + y[i];
}

KERNEL static void saxpy_one_thread(long n, float a, const float *restrict x, float *restrict y)
{
    for (long i = 0; i < n; i++)
        y[i] = a * x[i] + y[i];
}

KERNEL static double dot(long n, const double *restrict x, const double *restrict y)
{
    double sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (long i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}

KERNEL static void mandelbrot(int *restrict iterations, int width, int height, int limit)
{
    float step_x = 3.0f / width;
    float step_y = 3.0f / height;
#pragma omp parallel for schedule(dynamic)
    for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
            float cx = -2.0f + column * step_x;
            float cy = -1.5f + row * step_y;
            float x = 0;
            float y = 0;
            int n = 0;
            while (n < limit && x * x + y * y <= 4.0f) {
                float next = x * x - y * y + cx;
                y = 2 * x * y + cy;
                x = next;
                n++;
            }
            iterations[row * width + column] = n;
        }
    }
}

static inline float cumulative_normal(float x)
{
    float k = 1 / (1 + 0.2316419f * fabsf(x));
    float series = k * (0.31938153f + k * (-0.356563782f + k * (1.781477937f + k * (-1.821255978f + k * 1.330274429f))));
    float tail = 0.39894228f * expf(-0.5f * x * x) * series;
    return x < 0 ? tail : 1 - tail;
}

KERNEL static void black_scholes(long n, const float *restrict spot, const float *restrict strike, const float *restrict years,
                                 float *restrict price, float rate, float volatility)
{
#pragma omp parallel for
    for (long i = 0; i < n; i++) {
        float spread = volatility * sqrtf(years[i]);
        float d1 = (logf(spot[i] / strike[i]) + (rate + 0.5f * volatility * volatility) * years[i]) / spread;
        float d2 = d1 - spread;
        price[i] = spot[i] * cumulative_normal(d1) - strike[i] * expf(-rate * years[i]) * cumulative_normal(d2);
    }
}

double sample(long i, int stream, double from, double to)
{
    uint32_t hash = ((uint32_t)i + 1) * 2654435761u + (uint32_t)stream * 40503u;
    return from + (to - from) * ((hash >> 8) & 0xFFFF) / 65536.0;
}

float *floats(long n, int stream, double from, double to)
{
    float *values = malloc((n + 1) * sizeof *values);
    for (long i = 0; i < n; i++)
        values[i] = (float)sample(i, stream, from, to);
    return values;
}

double *doubles(long n, int stream, double from, double to)
{
    double *values = malloc((n + 1) * sizeof *values);
    for (long i = 0; i < n; i++)
        values[i] = sample(i, stream, from, to);
    return values;
}

enum { EMPTY, SAXPY, SAXPY_ONE_THREAD, DOT, MANDELBROT, BLACK_SCHOLES, WORKLOAD };

static int kernel;
static const struct workload *workload;
static long size;
static float *f[4];
static double *d[2];
static int *iterations;
static volatile double sink;

static int prepare(const char *name, long n)
{
    for (int i = 0; i < 4; i++) {
        free(f[i]);
        f[i] = NULL;
    }
    for (int i = 0; i < 2; i++) {
        free(d[i]);
        d[i] = NULL;
    }
    free(iterations);
    iterations = NULL;
    size = n;
    if (!strcmp(name, "empty")) {
        kernel = EMPTY;
    } else if (!strcmp(name, "saxpy") || !strcmp(name, "saxpy-one-thread")) {
        kernel = name[5] ? SAXPY_ONE_THREAD : SAXPY;
        f[0] = floats(n, 1, -1, 1);
        f[1] = floats(n, 2, -1, 1);
    } else if (!strcmp(name, "dot")) {
        kernel = DOT;
        d[0] = doubles(n, 1, -1, 1);
        d[1] = doubles(n, 2, 0, 1);
    } else if (!strcmp(name, "mandelbrot")) {
        kernel = MANDELBROT;
        iterations = malloc(n * n * sizeof *iterations);
    } else if (!strcmp(name, "black-scholes")) {
        kernel = BLACK_SCHOLES;
        f[0] = floats(n, 1, 5, 30);
        f[1] = floats(n, 2, 1, 100);
        f[2] = floats(n, 3, 0.25, 10);
        f[3] = floats(n, 4, 0, 0);
    } else {
        kernel = WORKLOAD;
        for (workload = workloads; workload->name && strcmp(name, workload->name); workload++)
            ;
        if (!workload->name)
            return 0;
        workload->prepare(n);
    }
    return 1;
}

static void run(long repeats)
{
    for (long r = 0; r < repeats; r++) {
        switch (kernel) {
        case EMPTY:
            empty();
            break;
        case SAXPY:
            saxpy(size, 0.5f, f[0], f[1]);
            break;
        case SAXPY_ONE_THREAD:
            saxpy_one_thread(size, 0.5f, f[0], f[1]);
            break;
        case DOT:
            sink = dot(size, d[0], d[1]);
            break;
        case MANDELBROT:
            mandelbrot(iterations, (int)size, (int)size, 256);
            break;
        case BLACK_SCHOLES:
            black_scholes(size, f[0], f[1], f[2], f[3], 0.02f, 0.3f);
            break;
        case WORKLOAD:
            workload->run();
            break;
        }
        __asm__ volatile("" ::: "memory");
    }
}

static double checksum(void)
{
    double sum = 0;
    run(1);
    switch (kernel) {
    case SAXPY:
    case SAXPY_ONE_THREAD:
        for (long i = 0; i < size; i++)
            sum += f[1][i];
        break;
    case DOT:
        sum = sink;
        break;
    case MANDELBROT:
        for (long i = 0; i < size * size; i++)
            sum += iterations[i];
        break;
    case BLACK_SCHOLES:
        for (long i = 0; i < size; i++)
            sum += f[3][i];
        break;
    case WORKLOAD:
        sum = workload->checksum();
        break;
    }
    return sum;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double times[1 << 16];

/* Nanoseconds of one run: the median of batches that last about 2 ms, for the given time. */
static double measure(double milliseconds)
{
    long repeats = 1;
    for (;;) {
        double start = now();
        run(repeats);
        double elapsed = now() - start;
        if (elapsed >= 1e6 || repeats >= 1 << 24)
            break;
        repeats *= 2;
    }
    int count = 0;
    double end = now() + milliseconds * 1e6;
    while (count < 3 || (now() < end && count < 1 << 16)) {
        double start = now();
        run(repeats);
        times[count++] = (now() - start) / repeats;
    }
    qsort(times, count, sizeof *times, ascending);
    return times[count / 2];
}

/* Median and 99th percentile of single runs, each begun a while after the last one ended. */
static void latency(double idle_microseconds, int count, double *median, double *high)
{
    if (count > 1 << 16)
        count = 1 << 16;
    for (int i = 0; i < count; i++) {
        if (idle_microseconds >= 1000) {
            usleep((useconds_t)idle_microseconds);
        } else {
            double end = now() + idle_microseconds * 1000;
            while (now() < end)
                ;
        }
        double start = now();
        run(1);
        times[i] = now() - start;
    }
    qsort(times, count, sizeof *times, ascending);
    *median = times[count / 2];
    *high = times[(int)(count * 0.99)];
}

int main(void)
{
    char line[256], name[64];
    double argument;
    int count;
    long n;
    printf("ready %d threads\n", omp_get_max_threads());
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        if (sscanf(line, "prepare %63s %ld", name, &n) == 2) {
            if (prepare(name, n))
                printf("%.17g\n", checksum());
            else
                printf("error no kernel %s\n", name);
        } else if (sscanf(line, "time %lf", &argument) == 1) {
            printf("%.17g\n", measure(argument));
        } else if (sscanf(line, "latency %lf %d", &argument, &count) == 2) {
            double median, high;
            latency(argument, count, &median, &high);
            printf("%.17g %.17g\n", median, high);
        } else {
            printf("error unknown request\n");
        }
        fflush(stdout);
    }
    return 0;
}
