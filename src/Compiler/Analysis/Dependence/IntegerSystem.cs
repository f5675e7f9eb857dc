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
    public const int WorkLimit = 150_000;

    private readonly List<LinearForm> _equalities = [];
    private readonly List<LinearForm> _inequalities = [];
    private int _variables;

    /// <summary>Adds an integer variable without bounds.</summary>
    public int NewVariable() => _variables++;

    /// <summary>Demands that the form is 0.</summary>
    public void AddZero(LinearForm form) => _equalities.Add(form);

    /// <summary>Demands that the form is at least 0.</summary>
    public void AddNotNegative(LinearForm form) => _inequalities.Add(form);

    /// <summary>The coefficients that were touched by all answers so far.</summary>
    public long Work { get; private set; }

    /// <summary>Decides the system together with further inequalities.</summary>
    public Feasibility Solve(params LinearForm[] notNegative)
    {
        var width = _variables + SpareVariables + 1;
        var equalities = _equalities.ConvertAll(f => f.ToRow(width));
        List<long[]> inequalities = [.. _inequalities.Select(f => f.ToRow(width)), .. notNegative.Select(f => f.ToRow(width))];
        var key = SolvedSystems.Key(equalities, inequalities, _variables);
        var solved = SolvedSystems.Find(key);
        if (solved is null)
        {
            solved = Solve(equalities, inequalities, width);
            SolvedSystems.Add(key, solved);
        }

        Work += key.Length + solved.Work;
        return solved.Answer;
    }

    private SolvedSystem Solve(List<long[]> equalities, List<long[]> inequalities, int width)
    {
        var elimination = new Elimination(width, _variables, WorkLimit);
        Feasibility answer;
        try
        {
            answer = elimination.Solve(equalities, inequalities);
        }
        catch (OverflowException)
        {
            answer = Feasibility.Unknown;
        }

        return new SolvedSystem(answer, WorkLimit - elimination.WorkLeft);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", _equalities.Select(f => $"{f} = 0").Concat(_inequalities.Select(f => $"{f} >= 0")));
}
