using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

namespace AutoParallel.Compiler.Planning;

/// <summary>
/// How a loop around one that each lane leaves on its own is flattened: a vector all of whose lanes have left goes on to its next iterations at
/// once, while the vectors beside it are still inside (von Hanxleden and Kennedy, "Relaxing SIMD control flow constraints using loop
/// transformations", PLDI 1992). Whole vectors go on, not lanes, so that accesses to neighbours stay what they are.
/// </summary>
/// <param name="Values">The vectors that one of them keeps in registers inside: what the inner loop changes or reads, and its mask.</param>
/// <param name="MostVectors">The limit that calls set, of which the JIT inlines only so many.</param>
/// <param name="Passes">The passes of the inner loop from one look whether a vector is done to the next.</param>
public sealed record LoopFlattening(int Values, int MostVectors, int Passes)
{
    /// <summary>Vectors beside each other, from which on more of them hide no more latency.</summary>
    private const int EnoughVectors = 8;

    /// <summary>Operations of the inner loop beside which a look at the masks is cheap.</summary>
    private const int OperationsPerLook = 64;

    /// <summary>The most passes between two looks: a vector that is done waits for half of them.</summary>
    private const int MostPasses = 8;

    /// <summary>Registers for constants and for values between two statements.</summary>
    private const int OtherRegisters = 6;

    /// <summary>How many vectors of a width run beside each other; less than two where it does not pay.</summary>
    /// <param name="width">Bits of a vector. Those of 512 come with 32 registers.</param>
    public int Vectors(int width) => Math.Min(Math.Min(EnoughVectors, MostVectors), ((width == 512 ? 32 : 16) - OtherRegisters) / Values);

    /// <summary>The plan for a loop whose iterations are independent; null where it has another form.</summary>
    /// <param name="analysis">The loop as lanes run it.</param>
    /// <param name="uniformity">What is the same in all lanes.</param>
    /// <param name="faults">The operations that leave a pass to the loop's own code, which begins with the first iteration not yet run.</param>
    /// <param name="mostCalls">The most calls of vector mathematics in one method.</param>
    public static LoopFlattening? Of(LoopAnalysis analysis, UniformityAnalysis uniformity, LaneFaults faults, int mostCalls)
    {
        var body = analysis.Loop.Body;
        if (Split(body) is not { } parts || !analysis.Reductions.All(r => r.IsExact) || body.AllExpressions().Any(faults.Is)
            || body.SelfAndDescendants().Any(s => s is Jump { Kind: not JumpKind.Break }))
        {
            return null;
        }

        var inner = parts.Inner;
        var counters = CommonCounters(parts.Before, inner, uniformity);
        if (inner.Condition!.Conjuncts().Any(c => c.VariablesRead().Any() && c.VariablesRead().All(v => counters.Contains(v) || uniformity.IsUniform(new VariableRead(v)))))
            return null;
        var own = new HashSet<Variable>(inner.Body.VariablesDeclared());
        var expressions = inner.Body.AllExpressions().Concat(inner.Condition!.SelfAndDescendants()).ToList();
        var values = inner.Body.VariablesAssigned().Concat(expressions.OfType<VariableRead>().Where(r => !uniformity.IsUniform(r)).Select(r => r.Variable));
        var operations = expressions.Count(e => e is not (VariableRead or Constant));
        var calls = body.AllExpressions().Count(RuntimeFunctions.IsCall);
        return new LoopFlattening(
            values.Where(v => !own.Contains(v)).Distinct().Count() + 1,
            calls == 0 ? EnoughVectors : mostCalls / calls,
            Math.Max(1, Math.Min(MostPasses, OperationsPerLook / Math.Max(1, operations))));
    }

    /// <summary>The statements around the only loop in a body, which has a test of its own and no iteration space; null where there is none, or more.</summary>
    public static (Block Before, Loop Inner, Block After)? Split(Block body)
    {
        var statements = body.Unnested().ToList();
        var at = statements.FindIndex(s => s is Loop);
        if (at < 0 || statements[at] is not Loop { Space: null, Condition: not null, TestsAtEnd: false } inner || body.SelfAndDescendants().OfType<Loop>().Count() > 1)
            return null;
        return (body with { Statements = statements.Take(at).ToEquatableArray() }, inner, body with { Statements = statements.Skip(at + 1).ToEquatableArray() });
    }

    /// <summary>What all lanes count alike: a test of it is one scalar comparison, as long as they run side by side.</summary>
    private static HashSet<Variable> CommonCounters(Block before, Loop inner, UniformityAnalysis uniformity)
    {
        var counters = new HashSet<Variable>(inner.Body.Statements.OfType<Assignment>().Where(a => a.Step is not null).Select(a => a.Variable));
        var starts = before.Statements.OfType<Declaration>().Select(d => (d.Variable, d.Initializer)).Concat(before.Statements.OfType<Assignment>().Select(a => (a.Variable, (IrExpression?)a.Value)));
        counters.ExceptWith(starts.Where(s => s.Item2 is { } start && !uniformity.IsUniform(start)).Select(s => s.Variable));
        return counters;
    }
}
