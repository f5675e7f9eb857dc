/* What the files of this peer share. */
#ifndef PEER_H
#define PEER_H

#define KERNEL __attribute__((noinline))

/* The same numbers in every language: 16 bits of a multiplicative hash of the index, scaled to [from, to). */
double sample(long i, int stream, double from, double to);
float *floats(long n, int stream, double from, double to);
double *doubles(long n, int stream, double from, double to);

/* A kernel with data of its own. */
struct workload {
    const char *name;
    void (*prepare)(long n);
    void (*run)(void);
    double (*checksum)(void);
};

/* Ends with a row of nulls. */
extern const struct workload workloads[];

#endif
