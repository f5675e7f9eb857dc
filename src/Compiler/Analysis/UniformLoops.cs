using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// The counted loops inside a loop whose range is the same in every iteration of it, so that lanes which hold such iterations run them
/// in step, with one scalar index.
/// </summary>
public static class UniformLoops
{
    /// <summary>The indices of those loops, outermost first.</summary>
    public static IReadOnlyList<Variable> Indices(LoopContext context)
    {
        var indices = new List<Variable>();
        foreach (var space in context.InnerLoops.Select(l => l.Space).OfType<IterationSpace>())
        {
            var uniformity = new UniformityAnalysis(context, indices);
            if (!space.IndexLivesOutside && uniformity.IsUniform(space.Start) && uniformity.IsUniform(space.End) && HasSign(space))
                indices.Add(space.Index);
        }

        return indices;
    }

    /// <summary>Whether the loop runs toward its end by a constant step.</summary>
    private static bool HasSign(IterationSpace space) => space.Step is Constant { Value: int step } && space.Comparison switch
    {
        LoopComparison.Less or LoopComparison.LessOrEqual => step > 0,
        LoopComparison.Greater or LoopComparison.GreaterOrEqual => step < 0,
        _ => false,
    };
}
