namespace AutoParallel.Compiler.Analysis.Dependence;

/// <summary>
/// Eliminates the variables of one system. Rows hold the coefficients and, last, the constant. Names follow Pugh (1992), cited at
/// <see cref="IntegerSystem"/>.
/// </summary>
internal sealed class Elimination
{
    private readonly int _width;
    private int _used;
    private int _work;

    /// <param name="width">The length of a row.</param>
    /// <param name="used">The number of variables; the columns from there on are free for new ones.</param>
    /// <param name="work">The number of coefficients that may be touched.</param>
    public Elimination(int width, int used, int work)
    {
        _width = width;
        _used = used;
        _work = work;
    }

    private int Last => _width - 1;

    /// <summary>Decides a system; takes ownership of the lists and rows.</summary>
    public Feasibility Solve(List<long[]> equalities, List<long[]> inequalities)
    {
        while (true)
        {
            if (SolveEqualities(equalities, inequalities) is { } decided)
                return decided;
            if (!Tighten(inequalities, equalities))
                return Feasibility.Infeasible;
            if (equalities.Count > 0)
                continue;
            RemoveUnbounded(inequalities);
            if (inequalities.Count == 0)
                return Feasibility.Feasible;
            if (!Spend(inequalities.Count * _width))
                return Feasibility.Unknown;
            var (variable, isExact) = Cheapest(inequalities);
            if (!isExact)
                return SolveInexact(inequalities, variable);
            if (Project(inequalities, variable, false) is not { } projected)
                return Feasibility.Unknown;
            inequalities = projected;
        }
    }

    /// <summary>The real shadow may hold points without an integer above them, the dark shadow cannot; what lies between is searched plane by plane.</summary>
    private Feasibility SolveInexact(List<long[]> inequalities, int variable)
    {
        if (Project(inequalities, variable, false) is not { } real)
            return Feasibility.Unknown;
        var shadow = Solve([], real);
        if (shadow != Feasibility.Feasible)
            return shadow;
        if (Project(inequalities, variable, true) is not { } dark)
            return Feasibility.Unknown;
        if (Solve([], dark) == Feasibility.Feasible)
            return Feasibility.Feasible;
        var greatest = inequalities.Max(r => -r[variable]);
        var isUnknown = false;
        foreach (var lower in inequalities.Where(r => r[variable] > 0))
        {
            var coefficient = lower[variable];
            var planes = checked((coefficient * greatest) - coefficient - greatest) / greatest;
            for (var plane = 0L; plane <= planes; plane++)
            {
                if (!Spend(inequalities.Count * _width))
                    return Feasibility.Unknown;
                var equality = (long[])lower.Clone();
                equality[Last] = checked(equality[Last] - plane);
                var used = _used;
                var splinter = Solve([equality], inequalities.ConvertAll(r => (long[])r.Clone()));
                _used = used;
                if (splinter == Feasibility.Feasible)
                    return Feasibility.Feasible;
                isUnknown |= splinter == Feasibility.Unknown;
            }
        }

        return isUnknown ? Feasibility.Unknown : Feasibility.Infeasible;
    }

    /// <summary>Substitutes until no equality is left; an answer where they decide the system or need more variables than there are.</summary>
    private Feasibility? SolveEqualities(List<long[]> equalities, List<long[]> inequalities)
    {
        while (equalities.Count > 0)
        {
            var row = equalities[equalities.Count - 1];
            equalities.RemoveAt(equalities.Count - 1);
            var divisor = Divisor(row);
            if (divisor == 0)
            {
                if (row[Last] != 0)
                    return Feasibility.Infeasible;
                continue;
            }

            if (row[Last] % divisor != 0)
                return Feasibility.Infeasible;
            for (var i = 0; i < _width; i++)
                row[i] /= divisor;
            if (!Spend((equalities.Count + inequalities.Count + 1) * _width))
                return Feasibility.Unknown;
            var variable = SmallestCoefficient(row);
            long[] value;
            if (Math.Abs(row[variable]) == 1)
            {
                value = Solved(row, variable);
            }
            else
            {
                if (_used >= Last)
                    return Feasibility.Unknown;
                value = Remodelled(row, variable, _used++);
                equalities.Add(row);
            }

            foreach (var other in equalities)
                Substitute(other, variable, value);
            foreach (var other in inequalities)
                Substitute(other, variable, value);
        }

        return null;
    }

    /// <summary>The value of a variable whose coefficient is 1 or -1.</summary>
    private long[] Solved(long[] row, int variable)
    {
        var sign = row[variable];
        var value = new long[_width];
        for (var i = 0; i < _width; i++)
            value[i] = i == variable ? 0 : checked(-sign * row[i]);
        return value;
    }

    /// <summary>The value of a variable by a new one, so that the coefficients of the equality become smaller (Pugh's symmetric modulus).</summary>
    private long[] Remodelled(long[] row, int variable, int fresh)
    {
        var modulus = checked(Math.Abs(row[variable]) + 1);
        var sign = Math.Sign(row[variable]);
        var value = new long[_width];
        for (var i = 0; i < _width; i++)
            value[i] = i == variable ? 0 : sign * SymmetricRemainder(row[i], modulus);
        value[fresh] = checked(-sign * modulus);
        return value;
    }

    private static long SymmetricRemainder(long value, long modulus) =>
        checked(value - (modulus * FloorDivide(checked((2 * value) + modulus), 2 * modulus)));

    private void Substitute(long[] row, int variable, long[] value)
    {
        var factor = row[variable];
        if (factor == 0)
            return;
        row[variable] = 0;
        for (var i = 0; i < _width; i++)
            row[i] = checked(row[i] + (factor * value[i]));
    }

    /// <summary>Divides by common factors, drops weaker rows, and turns opposite ones into equalities; false where two contradict.</summary>
    private bool Tighten(List<long[]> inequalities, List<long[]> equalities)
    {
        var strongest = new Dictionary<long[], long[]>(new CoefficientComparer(_width));
        foreach (var row in inequalities)
        {
            var divisor = Divisor(row);
            if (divisor == 0)
            {
                if (row[Last] < 0)
                    return false;
                continue;
            }

            if (divisor > 1)
            {
                for (var i = 0; i < Last; i++)
                    row[i] /= divisor;
                row[Last] = FloorDivide(row[Last], divisor);
            }

            if (!strongest.TryGetValue(row, out var present) || present[Last] > row[Last])
            {
                strongest.Remove(row);
                strongest.Add(row, row);
            }
        }

        inequalities.Clear();
        foreach (var row in strongest.Values)
        {
            var opposite = new long[_width];
            for (var i = 0; i < Last; i++)
                opposite[i] = checked(-row[i]);
            if (strongest.TryGetValue(opposite, out var other))
            {
                var room = checked(row[Last] + other[Last]);
                if (room < 0)
                    return false;
                if (room == 0)
                {
                    if (IsFirstPositive(row))
                        equalities.Add((long[])row.Clone());
                    continue;
                }
            }

            inequalities.Add(row);
        }

        return true;
    }

    /// <summary>Drops what mentions a variable that nothing bounds on one side, which such a variable always satisfies.</summary>
    private void RemoveUnbounded(List<long[]> inequalities)
    {
        bool isChanged;
        do
        {
            isChanged = false;
            for (var variable = 0; variable < Last; variable++)
            {
                var hasLower = inequalities.Exists(r => r[variable] > 0);
                var hasUpper = inequalities.Exists(r => r[variable] < 0);
                if (hasLower != hasUpper)
                {
                    inequalities.RemoveAll(r => r[variable] != 0);
                    isChanged = true;
                }
            }
        }
        while (isChanged);
    }

    /// <summary>The variable whose elimination adds the fewest rows; one whose elimination is exact if there is any.</summary>
    private (int Variable, bool IsExact) Cheapest(List<long[]> inequalities)
    {
        var best = (Variable: -1, IsExact: false, Cost: long.MaxValue);
        for (var variable = 0; variable < Last; variable++)
        {
            long lower = 0, upper = 0, greatestLower = 0, greatestUpper = 0;
            foreach (var row in inequalities)
            {
                if (row[variable] > 0)
                {
                    lower++;
                    greatestLower = Math.Max(greatestLower, row[variable]);
                }
                else if (row[variable] < 0)
                {
                    upper++;
                    greatestUpper = Math.Max(greatestUpper, -row[variable]);
                }
            }

            if (lower == 0)
                continue;
            var isExact = greatestLower == 1 || greatestUpper == 1;
            var cost = (lower * upper) - lower - upper;
            if (best.Variable < 0 || (isExact && !best.IsExact) || (isExact == best.IsExact && cost < best.Cost))
                best = (variable, isExact, cost);
        }

        return (best.Variable, best.IsExact);
    }

    /// <summary>Combines each lower with each upper bound of the variable; null where that is too much work.</summary>
    private List<long[]>? Project(List<long[]> inequalities, int variable, bool isDark)
    {
        var result = inequalities.Where(r => r[variable] == 0).Select(r => (long[])r.Clone()).ToList();
        foreach (var lower in inequalities.Where(r => r[variable] > 0))
        {
            foreach (var upper in inequalities.Where(r => r[variable] < 0))
            {
                if (!Spend(_width))
                    return null;
                var a = lower[variable];
                var b = checked(-upper[variable]);
                var row = new long[_width];
                for (var i = 0; i < _width; i++)
                    row[i] = checked((b * lower[i]) + (a * upper[i]));
                if (isDark)
                    row[Last] = checked(row[Last] - ((a - 1) * (b - 1)));
                result.Add(row);
            }
        }

        return result;
    }

    private bool Spend(int amount)
    {
        _work -= amount;
        return _work >= 0;
    }

    private long Divisor(long[] row)
    {
        var divisor = 0L;
        for (var i = 0; i < Last && divisor != 1; i++)
        {
            var value = Math.Abs(row[i]);
            while (value != 0)
                (divisor, value) = (value, divisor % value);
        }

        return divisor;
    }

    private int SmallestCoefficient(long[] row)
    {
        var best = -1;
        for (var i = 0; i < Last; i++)
        {
            if (row[i] != 0 && (best < 0 || Math.Abs(row[i]) < Math.Abs(row[best])))
                best = i;
        }

        return best;
    }

    private bool IsFirstPositive(long[] row)
    {
        for (var i = 0; i < Last; i++)
        {
            if (row[i] != 0)
                return row[i] > 0;
        }

        return true;
    }

    private static long FloorDivide(long value, long divisor)
    {
        var quotient = value / divisor;
        return value % divisor < 0 ? quotient - 1 : quotient;
    }

    /// <summary>Compares rows without their constants.</summary>
    private sealed class CoefficientComparer(int width) : IEqualityComparer<long[]>
    {
        public bool Equals(long[]? x, long[]? y)
        {
            for (var i = 0; i < width - 1; i++)
            {
                if (x![i] != y![i])
                    return false;
            }

            return true;
        }

        public int GetHashCode(long[] row)
        {
            var hash = 17;
            for (var i = 0; i < width - 1; i++)
                hash = unchecked((hash * 31) + row[i].GetHashCode());
            return hash;
        }
    }
}
