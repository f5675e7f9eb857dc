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

    /// <summary>The coefficients that may still be touched; negative where one more would have been too many.</summary>
    public int WorkLeft => _work;

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
            Divide(row, divisor);
            row[Last] /= divisor;
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
        for (var i = 0; i < _used; i++)
            value[i] = i == variable ? 0 : checked(-sign * row[i]);
        value[Last] = checked(-sign * row[Last]);
        return value;
    }

    /// <summary>The value of a variable by a new one, so that the coefficients of the equality become smaller (Pugh's symmetric modulus).</summary>
    private long[] Remodelled(long[] row, int variable, int fresh)
    {
        var modulus = checked(Math.Abs(row[variable]) + 1);
        var sign = Math.Sign(row[variable]);
        var value = new long[_width];
        for (var i = 0; i < _used; i++)
            value[i] = i == variable ? 0 : sign * SymmetricRemainder(row[i], modulus);
        value[Last] = sign * SymmetricRemainder(row[Last], modulus);
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
        for (var i = 0; i < _used; i++)
            row[i] = checked(row[i] + (factor * value[i]));
        row[Last] = checked(row[Last] + (factor * value[Last]));
    }

    /// <summary>Divides by common factors, drops weaker rows, and turns opposite ones into equalities; false where two contradict.</summary>
    private bool Tighten(List<long[]> inequalities, List<long[]> equalities)
    {
        var strongest = new Dictionary<long[], long[]>(inequalities.Count, new CoefficientComparer(_used));
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
                Divide(row, divisor);
                row[Last] = FloorDivide(row[Last], divisor);
            }

            if (!strongest.TryGetValue(row, out var present) || present[Last] > row[Last])
            {
                strongest.Remove(row);
                strongest.Add(row, row);
            }
        }

        inequalities.Clear();
        var opposite = new long[_width];
        foreach (var row in strongest.Values)
        {
            for (var i = 0; i < _used; i++)
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
            for (var variable = 0; variable < _used; variable++)
            {
                if (IsBoundedOnOneSide(inequalities, variable))
                {
                    inequalities.RemoveAll(r => r[variable] != 0);
                    isChanged = true;
                }
            }
        }
        while (isChanged);
    }

    private static bool IsBoundedOnOneSide(List<long[]> inequalities, int variable)
    {
        var (hasLower, hasUpper) = (false, false);
        foreach (var row in inequalities)
        {
            hasLower |= row[variable] > 0;
            hasUpper |= row[variable] < 0;
        }

        return hasLower != hasUpper;
    }

    /// <summary>The variable whose elimination adds the fewest rows; one whose elimination is exact if there is any.</summary>
    private (int Variable, bool IsExact) Cheapest(List<long[]> inequalities)
    {
        var best = (Variable: -1, IsExact: false, Cost: long.MaxValue);
        for (var variable = 0; variable < _used; variable++)
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
        var result = new List<long[]>(inequalities.Count);
        foreach (var row in inequalities)
        {
            if (row[variable] == 0)
                result.Add((long[])row.Clone());
        }

        foreach (var lower in inequalities)
        {
            if (lower[variable] <= 0)
                continue;
            foreach (var upper in inequalities)
            {
                if (upper[variable] >= 0)
                    continue;
                if (!Spend(_width))
                    return null;
                result.Add(Combined(lower, upper, variable, isDark));
            }
        }

        return result;
    }

    /// <summary>The sum of multiples of a lower and an upper bound in which the variable is gone.</summary>
    private long[] Combined(long[] lower, long[] upper, int variable, bool isDark)
    {
        var a = lower[variable];
        var b = checked(-upper[variable]);
        var row = new long[_width];
        for (var i = 0; i < _used; i++)
            row[i] = checked((b * lower[i]) + (a * upper[i]));
        var constant = checked((b * lower[Last]) + (a * upper[Last]));
        row[Last] = isDark ? checked(constant - ((a - 1) * (b - 1))) : constant;
        return row;
    }

    private void Divide(long[] row, long divisor)
    {
        if (divisor == 1)
            return;
        for (var i = 0; i < _used; i++)
            row[i] /= divisor;
    }

    private bool Spend(int amount)
    {
        _work -= amount;
        return _work >= 0;
    }

    private long Divisor(long[] row)
    {
        var divisor = 0L;
        for (var i = 0; i < _used && divisor != 1; i++)
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
        for (var i = 0; i < _used; i++)
        {
            if (row[i] != 0 && (best < 0 || Math.Abs(row[i]) < Math.Abs(row[best])))
                best = i;
        }

        return best;
    }

    private bool IsFirstPositive(long[] row)
    {
        for (var i = 0; i < _used; i++)
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

    /// <summary>Compares rows without their constants, and without the columns that no variable has yet.</summary>
    private sealed class CoefficientComparer(int used) : IEqualityComparer<long[]>
    {
        public bool Equals(long[]? x, long[]? y)
        {
            for (var i = 0; i < used; i++)
            {
                if (x![i] != y![i])
                    return false;
            }

            return true;
        }

        public int GetHashCode(long[] row)
        {
            var hash = 17;
            for (var i = 0; i < used; i++)
                hash = unchecked((hash * 31) + (int)row[i]);
            return hash;
        }
    }
}
