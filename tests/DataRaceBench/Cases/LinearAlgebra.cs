// Products and relaxations over whole matrices, plain, tiled and skewed.

static class DRB041
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 50);
        return [new double[n, n], new double[n, n], new double[n, n], new double[n, n], new double[n, n], new double[n, n], new double[n, n]];
    }

    public static void Lambda(double[,] a, double[,] b, double[,] c, double[,] d, double[,] e, double[,] f, double[,] g)
    {
        int n = a.GetLength(0);
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                e[i, j] = 0;
                for (int k = 0; k < n; k++)
                    e[i, j] += a[i, k] * b[k, j];
            }
        });
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                f[i, j] = 0;
                for (int k = 0; k < n; k++)
                    f[i, j] += c[i, k] * d[k, j];
            }
        });
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                g[i, j] = 0;
                for (int k = 0; k < n; k++)
                    g[i, j] += e[i, k] * f[k, j];
            }
        });
    }

    [Parallel]
    public static void Kernel(double[,] a, double[,] b, double[,] c, double[,] d, double[,] e, double[,] f, double[,] g)
    {
        int n = a.GetLength(0);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                e[i, j] = 0;
                for (int k = 0; k < n; k++)
                    e[i, j] += a[i, k] * b[k, j];
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                f[i, j] = 0;
                for (int k = 0; k < n; k++)
                    f[i, j] += c[i, k] * d[k, j];
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                g[i, j] = 0;
                for (int k = 0; k < n; k++)
                    g[i, j] += e[i, k] * f[k, j];
            }
        }
    }
}

static class DRB042
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 50);
        return [new double[n, n], new double[n, n], new double[n, n], new double[n, n], new double[n, n], new double[n, n], new double[n, n]];
    }

    public static void Lambda(double[,] a, double[,] b, double[,] c, double[,] d, double[,] e, double[,] f, double[,] g)
    {
        Tiled(a, b, e);
        Tiled(c, d, f);
        Tiled(e, f, g);
    }

    private static void Tiled(double[,] left, double[,] right, double[,] product)
    {
        int n = left.GetLength(0);
        Parallel.For(0, (n + 15) / 16, ti =>
        {
            for (int tj = 0; tj <= (n - 1) / 16; tj++)
            {
                for (int i = 16 * ti; i <= Math.Min(n - 1, 16 * ti + 15); i++)
                {
                    for (int j = 16 * tj; j <= Math.Min(n - 1, 16 * tj + 15); j++)
                        product[i, j] = 0;
                }

                for (int tk = 0; tk <= (n - 1) / 16; tk++)
                {
                    for (int i = 16 * ti; i <= Math.Min(n - 1, 16 * ti + 15); i++)
                    {
                        for (int k = 16 * tk; k <= Math.Min(n - 1, 16 * tk + 15); k++)
                        {
                            for (int j = 16 * tj; j <= Math.Min(n - 1, 16 * tj + 15); j++)
                                product[i, j] += left[i, k] * right[k, j];
                        }
                    }
                }
            }
        });
    }

    [Parallel]
    public static void Kernel(double[,] a, double[,] b, double[,] c, double[,] d, double[,] e, double[,] f, double[,] g)
    {
        TiledSequentially(a, b, e);
        TiledSequentially(c, d, f);
        TiledSequentially(e, f, g);
    }

    [Parallel]
    private static void TiledSequentially(double[,] left, double[,] right, double[,] product)
    {
        int n = left.GetLength(0);
        for (int ti = 0; ti < (n + 15) / 16; ti++)
        {
            for (int tj = 0; tj <= (n - 1) / 16; tj++)
            {
                for (int i = 16 * ti; i <= Math.Min(n - 1, 16 * ti + 15); i++)
                {
                    for (int j = 16 * tj; j <= Math.Min(n - 1, 16 * tj + 15); j++)
                        product[i, j] = 0;
                }

                for (int tk = 0; tk <= (n - 1) / 16; tk++)
                {
                    for (int i = 16 * ti; i <= Math.Min(n - 1, 16 * ti + 15); i++)
                    {
                        for (int k = 16 * tk; k <= Math.Min(n - 1, 16 * tk + 15); k++)
                        {
                            for (int j = 16 * tj; j <= Math.Min(n - 1, 16 * tj + 15); j++)
                                product[i, j] += left[i, k] * right[k, j];
                        }
                    }
                }
            }
        }
    }
}

static class DRB043
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 60);
        return [new double[n, n], new double[n, n], new double[n, n], new double[n, n], 3];
    }

    public static void Lambda(double[,] u, double[,] v, double[,] p, double[,] q, int steps)
    {
        int n = u.GetLength(0);
        for (int t = 1; t <= steps; t++)
        {
            Parallel.For(1, n - 1, i =>
            {
                v[0, i] = 1.0;
                p[i, 0] = 0.0;
                q[i, 0] = v[0, i];
                for (int j = 1; j < n - 1; j++)
                {
                    p[i, j] = -0.25 / (0.25 * p[i, j - 1] + 2.0);
                    q[i, j] = (u[j, i - 1] + u[j, i + 1] - 0.25 * q[i, j - 1]) / (0.25 * p[i, j - 1] + 2.0);
                }

                v[n - 1, i] = 1.0;
                for (int j = n - 2; j >= 1; j--)
                    v[j, i] = p[i, j] * v[j + 1, i] + q[i, j];
            });
            Parallel.For(1, n - 1, i =>
            {
                u[i, 0] = 1.0;
                p[i, 0] = 0.0;
                q[i, 0] = u[i, 0];
                for (int j = 1; j < n - 1; j++)
                {
                    p[i, j] = -0.25 / (0.25 * p[i, j - 1] + 2.0);
                    q[i, j] = (v[i - 1, j] + v[i + 1, j] - 0.25 * q[i, j - 1]) / (0.25 * p[i, j - 1] + 2.0);
                }

                u[i, n - 1] = 1.0;
                for (int j = n - 2; j >= 1; j--)
                    u[i, j] = p[i, j] * u[i, j + 1] + q[i, j];
            });
        }
    }

    [Parallel]
    public static void Kernel(double[,] u, double[,] v, double[,] p, double[,] q, int steps)
    {
        int n = u.GetLength(0);
        for (int t = 1; t <= steps; t++)
        {
            for (int i = 1; i < n - 1; i++)
            {
                v[0, i] = 1.0;
                p[i, 0] = 0.0;
                q[i, 0] = v[0, i];
                for (int j = 1; j < n - 1; j++)
                {
                    p[i, j] = -0.25 / (0.25 * p[i, j - 1] + 2.0);
                    q[i, j] = (u[j, i - 1] + u[j, i + 1] - 0.25 * q[i, j - 1]) / (0.25 * p[i, j - 1] + 2.0);
                }

                v[n - 1, i] = 1.0;
                for (int j = n - 2; j >= 1; j--)
                    v[j, i] = p[i, j] * v[j + 1, i] + q[i, j];
            }

            for (int i = 1; i < n - 1; i++)
            {
                u[i, 0] = 1.0;
                p[i, 0] = 0.0;
                q[i, 0] = u[i, 0];
                for (int j = 1; j < n - 1; j++)
                {
                    p[i, j] = -0.25 / (0.25 * p[i, j - 1] + 2.0);
                    q[i, j] = (v[i - 1, j] + v[i + 1, j] - 0.25 * q[i, j - 1]) / (0.25 * p[i, j - 1] + 2.0);
                }

                u[i, n - 1] = 1.0;
                for (int j = n - 2; j >= 1; j--)
                    u[i, j] = p[i, j] * u[i, j + 1] + q[i, j];
            }
        }
    }
}

static class DRB044
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 60);
        return [new double[n, n], new double[n, n], new double[n, n], new double[n, n], 3];
    }

    public static void Lambda(double[,] u, double[,] v, double[,] p, double[,] q, int steps)
    {
        int n = u.GetLength(0);
        for (int t = 1; t <= steps; t++)
        {
            Parallel.For(0, (n + 15) / 16, tile =>
            {
                for (int i = Math.Max(1, 16 * tile); i <= Math.Min(n - 2, 16 * tile + 15); i++)
                {
                    v[0, i] = 1.0;
                    p[i, 0] = 0.0;
                    q[i, 0] = v[0, i];
                }

                for (int tj = 0; tj <= (n - 1) / 16; tj++)
                {
                    for (int i = Math.Max(1, 16 * tile); i <= Math.Min(n - 2, 16 * tile + 15); i++)
                    {
                        for (int j = Math.Max(1, 16 * tj); j <= Math.Min(n - 2, 16 * tj + 15); j++)
                        {
                            p[i, j] = -0.25 / (0.25 * p[i, j - 1] + 2.0);
                            q[i, j] = (u[j, i - 1] + u[j, i + 1] - 0.25 * q[i, j - 1]) / (0.25 * p[i, j - 1] + 2.0);
                        }
                    }
                }

                for (int i = Math.Max(1, 16 * tile); i <= Math.Min(n - 2, 16 * tile + 15); i++)
                {
                    v[n - 1, i] = 1.0;
                    for (int j = n - 2; j >= 1; j--)
                        v[j, i] = p[i, j] * v[j + 1, i] + q[i, j];
                }
            });
            Parallel.For(0, (n + 15) / 16, tile =>
            {
                for (int i = Math.Max(1, 16 * tile); i <= Math.Min(n - 2, 16 * tile + 15); i++)
                {
                    u[i, 0] = 1.0;
                    p[i, 0] = 0.0;
                    q[i, 0] = u[i, 0];
                    for (int j = 1; j < n - 1; j++)
                    {
                        p[i, j] = -0.25 / (0.25 * p[i, j - 1] + 2.0);
                        q[i, j] = (v[i - 1, j] + v[i + 1, j] - 0.25 * q[i, j - 1]) / (0.25 * p[i, j - 1] + 2.0);
                    }

                    u[i, n - 1] = 1.0;
                    for (int j = n - 2; j >= 1; j--)
                        u[i, j] = p[i, j] * u[i, j + 1] + q[i, j];
                }
            });
        }
    }

    [Parallel]
    public static void Kernel(double[,] u, double[,] v, double[,] p, double[,] q, int steps)
    {
        int n = u.GetLength(0);
        for (int t = 1; t <= steps; t++)
        {
            for (int tile = 0; tile < (n + 15) / 16; tile++)
            {
                for (int i = Math.Max(1, 16 * tile); i <= Math.Min(n - 2, 16 * tile + 15); i++)
                {
                    v[0, i] = 1.0;
                    p[i, 0] = 0.0;
                    q[i, 0] = v[0, i];
                }

                for (int tj = 0; tj <= (n - 1) / 16; tj++)
                {
                    for (int i = Math.Max(1, 16 * tile); i <= Math.Min(n - 2, 16 * tile + 15); i++)
                    {
                        for (int j = Math.Max(1, 16 * tj); j <= Math.Min(n - 2, 16 * tj + 15); j++)
                        {
                            p[i, j] = -0.25 / (0.25 * p[i, j - 1] + 2.0);
                            q[i, j] = (u[j, i - 1] + u[j, i + 1] - 0.25 * q[i, j - 1]) / (0.25 * p[i, j - 1] + 2.0);
                        }
                    }
                }

                for (int i = Math.Max(1, 16 * tile); i <= Math.Min(n - 2, 16 * tile + 15); i++)
                {
                    v[n - 1, i] = 1.0;
                    for (int j = n - 2; j >= 1; j--)
                        v[j, i] = p[i, j] * v[j + 1, i] + q[i, j];
                }
            }

            for (int tile = 0; tile < (n + 15) / 16; tile++)
            {
                for (int i = Math.Max(1, 16 * tile); i <= Math.Min(n - 2, 16 * tile + 15); i++)
                {
                    u[i, 0] = 1.0;
                    p[i, 0] = 0.0;
                    q[i, 0] = u[i, 0];
                    for (int j = 1; j < n - 1; j++)
                    {
                        p[i, j] = -0.25 / (0.25 * p[i, j - 1] + 2.0);
                        q[i, j] = (v[i - 1, j] + v[i + 1, j] - 0.25 * q[i, j - 1]) / (0.25 * p[i, j - 1] + 2.0);
                    }

                    u[i, n - 1] = 1.0;
                    for (int j = n - 2; j >= 1; j--)
                        u[i, j] = p[i, j] * u[i, j + 1] + q[i, j];
                }
            }
        }
    }
}

static class DRB055
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 50);
        return [new double[n, n], new double[n, n], 5];
    }

    // Time t, row i and column j are t = w - r, i = 3r - 2w, j = c + 2r - 2w: the wavefronts w in order, their rows r in any.
    public static void Lambda(double[,] a, double[,] b, int steps)
    {
        int n = a.GetLength(0);
        for (int w = 1; w <= 3 * (steps - 1) + n; w++)
        {
            int wave = w;
            Parallel.For(Math.Max(0, w - steps + 1), w + 1, r =>
            {
                for (int c = 2 * (wave - r); c <= 2 * (wave - r) + n; c++)
                {
                    if (3 * r - 2 * wave >= 1 && 3 * r - 2 * wave < n - 1 && c + 2 * r - 2 * wave >= 1 && c + 2 * r - 2 * wave < n - 1)
                    {
                        b[-2 * wave + 3 * r, -2 * wave + 2 * r + c] = 0.2 * (a[-2 * wave + 3 * r, -2 * wave + 2 * r + c]
                            + a[-2 * wave + 3 * r, -2 * wave + 2 * r + c - 1] + a[-2 * wave + 3 * r, -2 * wave + 2 * r + c + 1]
                            + a[-2 * wave + 3 * r + 1, -2 * wave + 2 * r + c] + a[-2 * wave + 3 * r - 1, -2 * wave + 2 * r + c]);
                    }

                    if (3 * r - 2 * wave >= 2 && 3 * r - 2 * wave < n && c + 2 * r - 2 * wave >= 2 && c + 2 * r - 2 * wave < n)
                        a[-2 * wave + 3 * r - 1, -2 * wave + 2 * r + c - 1] = b[-2 * wave + 3 * r - 1, -2 * wave + 2 * r + c - 1];
                }
            });
        }
    }

    [Parallel]
    public static void Kernel(double[,] a, double[,] b, int steps)
    {
        int n = a.GetLength(0);
        for (int w = 1; w <= 3 * (steps - 1) + n; w++)
        {
            for (int r = Math.Max(0, w - steps + 1); r < w + 1; r++)
            {
                for (int c = 2 * (w - r); c <= 2 * (w - r) + n; c++)
                {
                    if (3 * r - 2 * w >= 1 && 3 * r - 2 * w < n - 1 && c + 2 * r - 2 * w >= 1 && c + 2 * r - 2 * w < n - 1)
                    {
                        b[-2 * w + 3 * r, -2 * w + 2 * r + c] = 0.2 * (a[-2 * w + 3 * r, -2 * w + 2 * r + c]
                            + a[-2 * w + 3 * r, -2 * w + 2 * r + c - 1] + a[-2 * w + 3 * r, -2 * w + 2 * r + c + 1]
                            + a[-2 * w + 3 * r + 1, -2 * w + 2 * r + c] + a[-2 * w + 3 * r - 1, -2 * w + 2 * r + c]);
                    }

                    if (3 * r - 2 * w >= 2 && 3 * r - 2 * w < n && c + 2 * r - 2 * w >= 2 && c + 2 * r - 2 * w < n)
                        a[-2 * w + 3 * r - 1, -2 * w + 2 * r + c - 1] = b[-2 * w + 3 * r - 1, -2 * w + 2 * r + c - 1];
                }
            }
        }
    }
}

static class DRB056
{
    private const int Tile = 8;

    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 50);
        return [new double[n, n], new double[n, n], 6];
    }

    // As DRB055 with the space (t, 2t + i, 2t + j) cut into cubes; the cubes of one diagonal may run in any order.
    public static void Lambda(double[,] a, double[,] b, int steps)
    {
        int n = a.GetLength(0), tiles = (2 * steps + n) / Tile;
        for (int w = 0; w <= (steps - 1) / Tile + tiles; w++)
        {
            int wave = w;
            Parallel.For(Math.Max(0, w - (steps - 1) / Tile), Math.Min(w, tiles) + 1, ti =>
            {
                int tt = wave - ti;
                for (int tj = 0; tj <= tiles; tj++)
                {
                    for (int t = Tile * tt; t < Math.Min(steps, Tile * tt + Tile); t++)
                    {
                        for (int r = Math.Max(Tile * ti, 2 * t + 1); r < Math.Min(2 * t + n, Tile * ti + Tile); r++)
                        {
                            for (int c = Math.Max(Tile * tj, 2 * t + 1); c < Math.Min(2 * t + n, Tile * tj + Tile); c++)
                            {
                                if (r < 2 * t + n - 1 && c < 2 * t + n - 1)
                                {
                                    b[r - 2 * t, c - 2 * t] = 0.2 * (a[r - 2 * t, c - 2 * t] + a[r - 2 * t, c - 2 * t - 1]
                                        + a[r - 2 * t, c - 2 * t + 1] + a[r - 2 * t + 1, c - 2 * t] + a[r - 2 * t - 1, c - 2 * t]);
                                }

                                if (r > 2 * t + 1 && c > 2 * t + 1)
                                    a[r - 2 * t - 1, c - 2 * t - 1] = b[r - 2 * t - 1, c - 2 * t - 1];
                            }
                        }
                    }
                }
            });
        }
    }

    [Parallel]
    public static void Kernel(double[,] a, double[,] b, int steps)
    {
        int n = a.GetLength(0), tiles = (2 * steps + n) / Tile;
        for (int w = 0; w <= (steps - 1) / Tile + tiles; w++)
        {
            for (int ti = Math.Max(0, w - (steps - 1) / Tile); ti < Math.Min(w, tiles) + 1; ti++)
            {
                int tt = w - ti;
                for (int tj = 0; tj <= tiles; tj++)
                {
                    for (int t = Tile * tt; t < Math.Min(steps, Tile * tt + Tile); t++)
                    {
                        for (int r = Math.Max(Tile * ti, 2 * t + 1); r < Math.Min(2 * t + n, Tile * ti + Tile); r++)
                        {
                            for (int c = Math.Max(Tile * tj, 2 * t + 1); c < Math.Min(2 * t + n, Tile * tj + Tile); c++)
                            {
                                if (r < 2 * t + n - 1 && c < 2 * t + n - 1)
                                {
                                    b[r - 2 * t, c - 2 * t] = 0.2 * (a[r - 2 * t, c - 2 * t] + a[r - 2 * t, c - 2 * t - 1]
                                        + a[r - 2 * t, c - 2 * t + 1] + a[r - 2 * t + 1, c - 2 * t] + a[r - 2 * t - 1, c - 2 * t]);
                                }

                                if (r > 2 * t + 1 && c > 2 * t + 1)
                                    a[r - 2 * t - 1, c - 2 * t - 1] = b[r - 2 * t - 1, c - 2 * t - 1];
                            }
                        }
                    }
                }
            }
        }
    }
}

static class DRB058
{
    public static object[] Inputs(int n)
    {
        n = Math.Min(n, 100);
        return [new double[n, n], new double[n, n], new double[n, n], 5];
    }

    public static double Lambda(double[,] u, double[,] old, double[,] f, int rounds)
    {
        int n = u.GetLength(0), m = u.GetLength(1);
        double error = 0;
        object gate = new();
        for (int round = 0; round < rounds; round++)
        {
            error = 0;
            Parallel.For(0, n, i =>
            {
                for (int j = 0; j < m; j++)
                    old[i, j] = u[i, j];
            });
            Parallel.For(
                1,
                n - 1,
                () => 0.0,
                (i, _, own) =>
                {
                    for (int j = 1; j < m - 1; j++)
                    {
                        double residual = (0.25 * (old[i - 1, j] + old[i + 1, j]) + 0.25 * (old[i, j - 1] + old[i, j + 1])
                            + old[i, j] - f[i, j]) / 2.0;
                        u[i, j] = old[i, j] - 0.8 * residual;
                        own += residual * residual;
                    }

                    return own;
                },
                own =>
                {
                    lock (gate)
                        error += own;
                });
        }

        return Math.Sqrt(error);
    }

    [Parallel]
    public static double Kernel(double[,] u, double[,] old, double[,] f, int rounds)
    {
        int n = u.GetLength(0), m = u.GetLength(1);
        double error = 0;
        for (int round = 0; round < rounds; round++)
        {
            error = 0;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < m; j++)
                    old[i, j] = u[i, j];
            }

            for (int i = 1; i < n - 1; i++)
            {
                for (int j = 1; j < m - 1; j++)
                {
                    double residual = (0.25 * (old[i - 1, j] + old[i + 1, j]) + 0.25 * (old[i, j - 1] + old[i, j + 1])
                        + old[i, j] - f[i, j]) / 2.0;
                    u[i, j] = old[i, j] - 0.8 * residual;
                    error += residual * residual;
                }
            }
        }

        return Math.Sqrt(error);
    }
}
