using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>
/// Writes a flattened loop: vectors beside each other that enter the inner loop and leave it one by one (<see cref="LoopFlattening"/>).
/// </summary>
internal sealed class FlattenedLoop
{
    private readonly LaneContext _context;
    private readonly LoopFlattening _plan;
    private readonly int _vectors;
    private readonly FlattenedBody _body;

    /// <summary>Prepares the loop.</summary>
    public FlattenedLoop(LaneContext context, LoopFlattening plan, int vectors)
    {
        (_context, _plan, _vectors) = (context, plan, vectors);
        context.IsFlattened = true;
        _body = new LaneStatements(context, vectors).Flatten(context.Loop.Loop.Body);
        context.IsFlattened = false;
    }

    /// <summary>
    /// Writes the loop, which begins at iteration <c>__k</c> and leaves it where less than a vector is left; nothing runs where too few
    /// vectors have iterations for the others beside them.
    /// </summary>
    public void Emit(SourceWriter writer, string end)
    {
        writer.Open($"if ({end} - __k >= {_vectors / 2 * _context.Lanes}L)");
        writer.Line($"long __latest = {end} - {_context.Lanes}L;");
        writer.Line("int __busy = 0;");
        for (var vector = 0; vector < _vectors; vector++)
        {
            writer.Line($"long {LaneContext.FlattenedIteration(vector)} = __k;");
            writer.Line($"bool {Busy(vector)} = false;");
        }

        writer.Lines(_body.Declarations);
        _context.Inductions.EmitFlattened(writer, _vectors);
        writer.Open("while (true)");
        for (var vector = 0; vector < _vectors; vector++)
            EmitTurn(writer, vector);
        writer.Line("if (__busy == 0) break;");
        writer.Open($"for (int __pass = 0; __pass < {_plan.Passes}; __pass++)");
        writer.Lines(_body.Pass);
        writer.Close();
        writer.Close();
        writer.Close();
    }

    /// <summary>What follows when no lane of a vector is inside: the end of its iterations, and the next ones if there are any.</summary>
    private void EmitTurn(SourceWriter writer, int vector)
    {
        writer.Open($"if ({_body.Mask}_{vector} == {_context.VectorType(LaneType.Mask)}.Zero)");
        writer.Open($"if ({Busy(vector)})");
        writer.Lines(_body.Leave[vector]);
        writer.Line($"{Busy(vector)} = false;");
        writer.Line("__busy--;");
        writer.Close();
        writer.Open("if (__k <= __latest)");
        writer.Line($"{LaneContext.FlattenedIteration(vector)} = __k;");
        writer.Line($"__k += {_context.Lanes}L;");
        _context.Inductions.EmitEnter(writer, vector);
        writer.Lines(_body.Enter[vector]);
        writer.Line($"{Busy(vector)} = true;");
        writer.Line("__busy++;");
        writer.Close();
        writer.Close();
    }

    private static string Busy(int vector) => $"__busy_{vector}";
}
