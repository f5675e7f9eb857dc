namespace AutoParallel.Compiler.Analysis.Dependence;

/// <summary>
/// A conjunction of linear equalities and inequalities over integer variables, decided exactly by the Omega test (Pugh, "A practical
/// algorithm for exact array dependence analysis", Communications of the ACM 35(8), 1992): equalities are solved by substitution,
/// inequalities by Fourier-Motzkin elimination with tightened constants, with dark shadows and splinters where elimination is not
/// exact over the integers. The work is bounded; beyond the bound, and where a coefficient leaves 64 bits, the answer is unknown.
/// </summary>
public sealed class IntegerSystem
{
    /// <summary>Room for the variables that the elimination of equalities introduces.</summary>
    private const int SpareVariables = 24;

    /// <summary>Coefficients that may be touched before the answer is unknown: about a millisecond.</summary>
    private const int WorkLimit = 150_000;

    private readonly List<LinearForm> _equalities = [];
    private readonly List<LinearForm> _inequalities = [];
    private int _variables;

    /// <summary>Adds an integer variable without bounds.</summary>
    public int NewVariable() => _variables++;

    /// <summary>Demands that the form is 0.</summary>
    public void AddZero(LinearForm form) => _equalities.Add(form);

    /// <summary>Demands that the form is at least 0.</summary>
    public void AddNotNegative(LinearForm form) => _inequalities.Add(form);

    /// <summary>Decides the system together with further inequalities.</summary>
    public Feasibility Solve(params LinearForm[] notNegative)
    {
        try
        {
            var width = _variables + SpareVariables + 1;
            var equalities = _equalities.ConvertAll(f => f.ToRow(width));
            List<long[]> inequalities = [.. _inequalities.Select(f => f.ToRow(width)), .. notNegative.Select(f => f.ToRow(width))];
            var key = SolvedSystems.Key(equalities, inequalities, _variables);
            if (SolvedSystems.Find(key) is { } known)
                return known;
            var answer = Solve(equalities, inequalities, width);
            SolvedSystems.Add(key, answer);
            return answer;
        }
        catch (OverflowException)
        {
            return Feasibility.Unknown;
        }
    }

    private Feasibility Solve(List<long[]> equalities, List<long[]> inequalities, int width)
    {
        try
        {
            return new Elimination(width, _variables, WorkLimit).Solve(equalities, inequalities);
        }
        catch (OverflowException)
        {
            return Feasibility.Unknown;
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", _equalities.Select(f => $"{f} = 0").Concat(_inequalities.Select(f => $"{f} >= 0")));
}
