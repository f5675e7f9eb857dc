using AutoParallel.Fuzz.Execution;

namespace AutoParallel.Fuzz;

/// <summary>What the fuzzer has found, each as the smallest program that showed it.</summary>
public sealed class Regressions
{
    private static readonly Inputs[] _inputs = [.. Inputs.Standard(true, 5)];

    /// <summary>Two loops of a method were transformed, and the loops that came out of them had the same numbers.</summary>
    [Fact]
    public void TwoTransformedLoops() => Regression.Check(
        """
        [Parallel]
        public static (float, int) Kernel(ushort[] a0, ushort[] a2, int[] p, int n, int m, int o, double s)
        {
            float f2 = -2;
            for (int i3 = 0; i3 < n; i3++)
            {
                float g4 = f2;
                f2 += 2;
            }
            ushort[] b8 = a2;
            for (int i9 = 4; i9 < n; i9++)
            {
                for (int i10 = 0; i10 < m; i10++)
                {
                    f2 = (float)s;
                    a0[i9] -= b8[i9 + i10];
                }
            }
            return (f2, 0);
        }
        """,
        _inputs);

    /// <summary>Among 64-bit lanes, an index was stored as if it were a <c>double</c> to be narrowed.</summary>
    [Fact]
    public void AnIndexStoredAsFloatAmongLongs() => Regression.Check(
        """
        [Parallel]
        public static int Kernel(float[] a0, ulong[] a1, int[] p, int n, int m, int o, double s)
        {
            for (int i1 = 0; i1 < n; i1++)
            {
                a1[i1] = (ulong)a0[i1];
                if (a0[i1] < 2)
                    a0[i1] = (float)(i1);
            }
            return 0;
        }
        """,
        _inputs);

    /// <summary>A loop without a start of its own was taken to have one iteration, the one whose index is the index.</summary>
    [Theory]
    [InlineData("int i = 4; while (i < n) { a0[n - i] = a0[i]; i++; }")]
    [InlineData("int i = 4; for (; i < n; i++) { a0[n - i] = a0[i]; }")]
    [InlineData("int i = n - 1; while (i > 0) { a0[n - i] = a0[i]; i--; }")]
    [InlineData("for (int k = 0; k < 2; k++) { int i = k; for (; i < n; i++) { a0[n - i] += a0[i]; } }")]
    public void ALoopWithoutAStart(string loop) => Regression.Check(
        $"[Parallel] public static int Kernel(Span<float> a0, int[] p, int n, int m, int o, double s) {{ {loop} return 0; }}",
        _inputs);

    /// <summary>Columns that the loop does not change were taken to differ where neither is behind the other.</summary>
    [Theory]
    [InlineData("a0[i, o] += a0[i + 1, 1];")]
    [InlineData("a0[i + 1, 1] = a0[i, o] + 1;")]
    [InlineData("a0[i, o] = a0[i + 2, 1] / 2; a0[i, 0] = i;")]
    public void ColumnsThatTheLoopDoesNotChange(string body)
    {
        for (var seed = 0; seed < 4; seed++)
        {
            Regression.Check(
                $"[Parallel] public static int Kernel(int[,] a0, int[] p, int n, int m, int o, double s) {{ for (int i = 0; i < n; i++) {{ {body} }} return 0; }}",
                [.. _inputs.Select(i => i with { Seed = seed, M = 5 })]);
        }
    }

    /// <summary>A <c>ref</c> local of the outer loop, which the inner one uses, was asked for before the outer loop.</summary>
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { ref int x = ref a0[i]; for (int j = 0; j < m; j++) { a0[i] += x; } }")]
    [InlineData("foreach (ref int x in a0) { for (int j = 0; j < m; j++) { x += x; } }")]
    [InlineData("for (int i = 0; i < n; i++) { ref int x = ref a0[i]; x += 2; for (int j = 0; j < m; j++) { a1[i] += j * x; } x--; }")]
    public void AReferenceThatAnInnerLoopUses(string loop) => Regression.Check(
        $"[Parallel] public static int Kernel(Span<int> a0, int[] a1, int[] p, int n, int m, int o, double s) {{ {loop} return 0; }}",
        _inputs);

    /// <summary>A part of a loop in which calls were inlined was given what the text of the whole loop reads.</summary>
    [Theory]
    [InlineData("switch (o % 3) { case > 1: break; default: a0[i] += s; break; } a0[i] += Helper(a0[i + o]);")]
    [InlineData("if (a0[i] < s) { } else { double v = Helper(a0[i]); a0[n / 2] = v; } a0[i] = a0[i];")]
    [InlineData("uint v = (uint)o; if (v < 2) { double w = a0[i] >= Helper(a0[i]) ? s : a0[i]; } a0[i] = s; if (s <= a0[i]) last = a0[i];")]
    public void APartOfALoopWithInlinedCalls(string body) => Regression.Check(
        $$"""
        [Parallel(FloatMode = FloatMode.Strict)]
        public static double Kernel(double[] a0, int[] p, int n, int m, int o, double s)
        {
            double last = 1;
            for (int i = 0; i < n; i++)
            {
                {{body}}
            }
            return last;
        }

        private static double Helper(double x) { if (x > 2) { x = x - Math.Clamp(x, 2, 9); } else if (x == 3) { return x; } return x; }
        """,
        _inputs);

    /// <summary>A handler in the method saw elements that iterations behind the failing one had written.</summary>
    [Fact]
    public void ALoopThatThrowsInATry() => Regression.Check(
        """
        [Parallel(Schedule = Schedule.Static)]
        public static int Kernel(sbyte[,] a0, int[] p, int n, int m, int o, double s)
        {
            int failures = 0;
            for (int i = 4; i < n; i++)
            {
                try
                {
                    for (int j = 0; j < m; j += 3)
                        a0[i + o, j] = a0[i + j, j - 1];
                }
                catch (Exception)
                {
                    failures++;
                }
            }
            return failures;
        }
        """,
        _inputs);

    /// <summary>A loop beside a region, in the text of that region, was run by a method that was not emitted.</summary>
    [Fact]
    public void AnOrderedLoopInsideARegion() => Regression.Check(
        """
        [Parallel(Schedule = Schedule.Static)]
        public static double Kernel(double[] a0, int[] p, int n, int m, int o, double s)
        {
            double[] c = new double[m + 2];
            double sum = 0;
            for (int i = 0; i < n; i++)
            {
                Array.Clear(c);
                c[0] = s;
                for (int k = m - 1; k >= 0; k--)
                    c[k + 1] = c[k] + 1;
                double v = 0;
                for (int k = 0; k < m; k++)
                    v = v * 3 + c[k];
                a0[i] = v;
            }
            return sum;
        }
        """,
        _inputs);

    /// <summary>Lanes found that a counter lies outside after they had stored something, which the loop then did once more.</summary>
    [Fact]
    public void ACounterThatBeginsOutside() => Regression.Check(
        """
        [Parallel]
        public static long Kernel(float[] a0, int[] p, int n, int m, int o, double s)
        {
            float[] q = new float[Math.Max(0, n) + 1];
            int k = -1;
            for (int i = 0; i < n; i++)
            {
                a0[i] *= a0[i];
                if (a0[i] < a0[i])
                    q[k++] = a0[i];
            }
            return k;
        }
        """,
        _inputs);

    /// <summary>A counter that every iteration steps stands in the text of a container beside one that some do.</summary>
    [Fact]
    public void ACounterInAContainer() => Regression.Check(
        """
        [Parallel]
        public static long Kernel(byte[] a0, byte[][] a1, int[] p, int n, int m, int o, double s)
        {
            int[] q = new int[Math.Max(0, n) + 1];
            int k = 0, i = 0;
            foreach (byte e in a0)
            {
                if (a1[i][1] == a0[i])
                    q[k++] = e;
                i++;
            }
            return k;
        }
        """,
        _inputs);

    /// <summary>What an iteration had written before was not yet in memory when another pass added up what iterations contribute.</summary>
    [Fact]
    public void AContributionOfWhatTheIterationWrote() => Regression.Check(
        """
            [Parallel(FloatMode = FloatMode.Fast, ChunkSize = 64)]
            public static (double, long) Kernel(Span<double> a0, int[] p, int n, int m, int o, double s)
            {
                long[] q4 = new long[Math.Max(0, n) + 1];
                ulong k5 = 0;
                for (int i6 = 0; i6 < n; i6 = i6 + 1)
                {
                    ref double x7 = ref a0[i6];
                    x7 = (a0[i6] * a0[i6]);
                    q4[(int)i6] = (long)k5;
                    k5 -= (ulong)a0[i6];
                }
                long q8 = (long)k5;
                double r9 = double.NegativeInfinity;
                return (r9, q8);
            }
        """,
        new Inputs(16, 0, false, Sharing.None, 0, true, 479));

    /// <summary>A loop printed from the IR lost the local function that the text of a loop inside it calls.</summary>
    [Fact]
    public void AFunctionThatALoopInsideCalls() => Regression.Check(
        """
            [Parallel(FloatMode = FloatMode.Fast)]
            public static (long, float) Kernel(Span<uint> a0, Span<bool> a1, int[] p, int n, int m, int o, double s)
            {
                long r0 = 0;
                float last1 = 1f;
                for (int i2 = 0; i2 < n; i2++)
                {
                    float Local3(float x0) => Math.Max(Math.Min((x0 + x0), 48f), -48f);
                    for (int i4 = 0; i4 <= m - 1; i4++)
                    {
                        a1[i2] |= (Local3((float)s) < (float)(float)s);
                        a1[i2] |= a1[i2];
                        float r5 = float.NegativeInfinity;
                        for (int k6 = 0; k6 < m; k6++)
                        {
                            r5 = Math.Max(r5, Local3((float)s));
                        }
                    }
                    if ((!(Local3((float)s) <= 8f)))
                    {
                        last1 = Math.Max(Math.Min(Local3((float)s), 48f), -48f);
                    }
                }
                return (r0, last1);
            }
        """,
        new Inputs(64, 3, false, Sharing.None, 0, true, 968));

    /// <summary>A loop printed from the IR lost the local function that the text of a loop without a count inside it calls.</summary>
    [Fact]
    public void AFunctionThatAnUncountedLoopInsideCalls() => Regression.Check(
        """
            [Parallel]
            public static Half Kernel(ushort[] a0, ushort[][] a1, ushort[] a2, Span<ushort> a3, int[] p, int n, int m, int o, double s)
            {
                Half last2 = (Half)(1);
                for (int i3 = 0; i3 < n; i3++)
                {
                    ushort Local4(ushort x0) { if ((a2[2 * i3] < a1[2 * i3][1])) return a0[i3]; return x0; }
                    int g8 = 0;
                    ushort w9 = Local4((ushort)s);
                    while (g8 < 11 && (a2[2 * i3] > a0[i3]))
                    {
                        w9 = Local4((ushort)s);
                        g8++;
                    }
                    if (((short)s == (short)s))
                    {
                        last2 = (Half)s;
                    }
                }
                return last2;
            }
        """,
        _inputs);

    /// <summary>A loop printed from the IR lost the local function that the text of a <c>try</c> in it calls.</summary>
    [Fact]
    public void AFunctionThatATryStatementCalls() => Regression.Check(
        """
            [Parallel]
            public static uint Kernel(Span<float> a0, float[] a1, float[] a2, int[] p, int n, int m, int o, double s)
            {
                uint last1 = 1u;
                for (int i2 = 1; i2 < n; i2++)
                {
                    float Local3(float x0) => a1[i2];
                    try
                    {
                    }
                    catch (IndexOutOfRangeException)
                    {
                        a0[i2] = Local3((float)s);
                    }
                    if ((a2[o] > 8f))
                    {
                        last1 = (uint)a0[i2];
                    }
                }
                return last1;
            }
        """,
        _inputs);

    /// <summary>The only iteration of a part of a split range read what it had written, which lanes load before the loop.</summary>
    [Fact]
    public void AnElementThatTheOnlyIterationWrote() => Regression.Check(
        """
            [Parallel(FloatMode = FloatMode.Fast)]
            public int Kernel(Span<ulong> a0, int[] p, int n, int o, double s)
            {
                for (int i1 = 1; i1 < n; i1++)
                {
                    a0[i1] = a0[i1 + 1];
                    a0[i1] = a0[n / 2];
                }
                return 0;
            }

            public int m;
        """,
        [.. _inputs, new Inputs(2, 0, false, Sharing.None, 0, true, 159), new Inputs(5, 0, false, Sharing.None, 0, true, 159)]);

    /// <summary>A loop that was run again, as the minimum was a zero, began where it had ended, as its index lives outside of it.</summary>
    [Fact]
    public void AMinimumOfZeroInALoopWithAnOuterIndex() => Regression.Check(
        """
            [Parallel]
            public static double Kernel(long[] a0, Span<bool> a1, int[] a2, int[] p, int n, int m, int o, double s)
            {
                double r0 = double.PositiveInfinity;
                int i5 = 0;
                while (i5 < m)
                {
                    if (s < r0)
                    {
                        r0 = s;
                    }
                    i5 += 2;
                }
                return r0;
            }
        """,
        [.. _inputs, new Inputs(0, 1, false, Sharing.None, 0, true, 242), new Inputs(17, 8, false, Sharing.None, 0, true, 242)]);

    /// <summary>A loop that writes was run again for its minimum, as the loop inside it, of the same minimum, may be.</summary>
    [Fact]
    public void AMinimumInANestThatWrites() => Regression.Check(
        """
            [Parallel]
            public static (float, float) Kernel(byte[][] a0, float[] a1, int[] p, int n, int m, int o, double s)
            {
                float r1 = float.NegativeInfinity;
                float r3 = float.PositiveInfinity;
                int t4 = (o & 3) + 1;
                for (int i5 = n - 1; i5 > 0; i5 -= t4)
                {
                    for (int i6 = 0; i6 < m; i6++)
                    {
                        r3 = Math.Min(r3, a1[i5]);
                    }
                    a1[i5] = (a1[i5] / (a1[i5] - a1[i5]));
                }
                return (r1, r3);
            }
        """,
        [.. _inputs, new Inputs(5, 1, false, Sharing.None, 0, false, 480)]);

    /// <summary>Rows that a local function reaches by the index of the loop around it had no text where the function was computed in place.</summary>
    [Fact]
    public void ARowInALocalFunctionThatCapturesTheIndex() => Regression.Check(
        """
            [Parallel]
            public static int Kernel(char[][] a0, char[] a1, int[] p, int n, int m, int o, double s)
            {
                for (int i2 = 0; i2 < n; i2++)
                {
                    char Local3(char x0) { if ((a1[i2] < a0[i2][1])) return x0; return x0; }
                    a0[i2][1] = Local3((char)s);
                }
                return 0;
            }
        """,
        [.. _inputs]);

    /// <summary>A number of a struct that nothing reads was left out, and given to the loop as if its text read it.</summary>
    [Fact]
    public void ANumberOfAStructThatNothingReads() => Regression.Check(
        """
            [Parallel(Schedule = Schedule.Dynamic, ChunkSize = 1)]
            public static long Kernel(ulong[] a0, ulong[] a1, ulong[] a2, List<ulong> a3, int[] p, int n, int m, int o, double s)
            {
                for (long i6 = 1; i6 < n - 4; i6++)
                {
                    a3[p[(int)i6]] = Three(a0[i6]);
                }
                Pair[] z15 = new Pair[Math.Max(0, n) + 3];
                for (long i16 = 0; i16 < n; i16 = i16 + 1)
                {
                    var z15v = (z15[(int)(i16)]).Turned;
                }
                return 0;
            }

            public struct Pair { public long X; public long Y; public Pair(long x, long y) { X = x; Y = y; } public Pair Turned => new(-Y, X); }

            private static ulong Three(ulong x0) => 3;
        """,
        [.. _inputs]);

    /// <summary>The element that a running value begins with stood at a subscript over a local of the loop's body, where it is not in scope.</summary>
    [Fact]
    public void ARunningElementBeginsWhereALocalOfTheBodySays() => Regression.Check(
        """
            [Parallel]
            public static long Kernel(double[] a0, double[] a1, Span<double> a2, int[] p, int n, int m, int o, double s)
            {
                long[] q1 = new long[Math.Max(0, n) + 6];
                q1[4] = 3L;
                for (int i2 = 0, j3 = n - 1; j3 > i2; j3--, i2++)
                {
                    q1[(i2 + 5)] = (long)(q1[(i2 + 4)] + (long)o);
                }
                long q4 = 0;
                for (int q4k = 0; q4k < q1.Length; q4k++)
                {
                    q4 = q4 * 31 + (long)q1[q4k];
                }
                return q4;
            }
        """);

    [Fact]
    public void LanesThatTwoComparisonsSelectAlike() => Regression.Check(
        """
            [Parallel]
            public static short Kernel(short[] a0, short[] a1, int[] p, int n, int m, int o, double s)
            {
                short r1 = 0;
                for (int i2 = 4; i2 < n; i2 += 2)
                {
                    if (((a1[i2 + o] == a0[i2]) ^ (a0[i2] > a1[i2])))
                    {
                        continue;
                    }
                    a0[i2] = a1[o];
                }
                return r1;
            }
        """,
        new Inputs(27, 0, false, Sharing.None, 0, false, 444));
}
