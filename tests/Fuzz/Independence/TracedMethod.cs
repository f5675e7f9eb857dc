namespace AutoParallel.Fuzz.Independence;

/// <summary>A method that also exists in a form that reports its accesses.</summary>
/// <param name="Loops">Its outermost loops.</param>
internal sealed record TracedMethod(IReadOnlyList<TracedLoop> Loops)
{
    private static readonly (int N, int M)[] _sizes = [(17, 3), (12, 5), (23, 4), (31, 2), (16, 6), (9, 9), (70, 3), (133, 2)];

    /// <summary>
    /// The loops whose iterations never meet in an element that one of them writes, by enumeration for some sizes and contents, and whether each
    /// is proven. A loop that did not run through without an exception is not among them.
    /// </summary>
    public IEnumerable<(TracedLoop Loop, bool IsProven)> Independent(
        Func<object[], object?> run,
        IReadOnlyList<(string Type, string Name)> parameters,
        bool isExact,
        ulong seed,
        string generated)
    {
        if (Loops.All(l => l.IsDependent))
            return [];
        var iterations = new int[Loops.Count];
        var conflicts = new bool[Loops.Count];
        for (var i = 0; i < _sizes.Length; i++)
        {
            var inputs = new Execution.Inputs(_sizes[i].N, _sizes[i].M, false, Execution.Sharing.None, 0, isExact, (int)(seed % 1000) + i);
            Trace.Reset();
            try
            {
                run(Execution.Arguments.Make(parameters, inputs).All);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The loops that ended before count.
            }

            foreach (var (loop, found) in Trace.Loops)
            {
                iterations[loop] = Math.Max(iterations[loop], found.Iterations);
                conflicts[loop] |= found.HasConflict;
            }
        }

        return Loops.Where((l, i) => !l.IsDependent && iterations[i] > 1 && !conflicts[i]).Select(l => (l, l.IsProvenIn(generated)));
    }
}

/// <summary>An outermost loop.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="IsDependent">Whether a scalar goes from one iteration to the next, or it ends early, or it is not asked to run in parallel.</param>
internal sealed record TracedLoop(int Line, bool IsDependent)
{
    /// <summary>The remarks on top of the generated code about this loop.</summary>
    public string RemarkIn(string generated) => string.Join(" | ", generated.Split('\n')
        .Where(line => line.StartsWith($"//   line {Line}: ", StringComparison.Ordinal)).Select(line => line.Substring(line.IndexOf(": ", StringComparison.Ordinal) + 2).Trim()));

    /// <summary>Whether the remarks on top of the generated code say that it runs across the cores.</summary>
    public bool IsProvenIn(string generated) => generated.Split('\n').Any(line =>
        line.StartsWith($"//   line {Line}: ", StringComparison.Ordinal) && line.Contains(" runs across the cores", StringComparison.Ordinal)
        && !line.Contains("stays sequential", StringComparison.Ordinal));
}
