using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Counts the iterations of a loop whose step is a variable (loop normalization: Allen and Kennedy, "Optimizing compilers for modern
/// architectures", 2001, chapter 4.3), so that its accesses have a stride that is known before the loop. Legal because the index, as the
/// start plus so many steps, has the same value modulo 2^32 as when it is added to step by step.
/// </summary>
public static class LoopNormalization
{
    /// <summary>What runs instead of the loop; null where its step is a constant, or not a sum of products of variables.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        var space = loop.Loop.Space!;
        if (loop.HasConstantStep || loop.Loop.Mark is not null || loop.Loop.IsInTry || space.Index.Type.Kind != ScalarKind.Int32 || space.Step.Type.Kind != ScalarKind.Int32
            || loop.Context.Polynomials.Build(space.Step) is not { } size || PolynomialIr.Int32(size) is not { } step)
        {
            return null;
        }

        var (first, count, number) = (loop.MakeVariable("first", IrType.Int32), loop.MakeVariable("count", IrType.Int32), loop.MakeVariable(space.Index.Name, IrType.Int32));
        IrExpression start = space.Start is Constant { Value: int } ? space.Start : new VariableRead(first);
        var passed = new Binary(BinaryOperator.Multiply, new VariableRead(number), step, IrType.Int32);
        IrExpression index = start is Constant { Value: 0 } ? passed : new Binary(BinaryOperator.Add, start, passed, IrType.Int32);
        var range = new IterationSpace(number, Constant.Int32(0), LoopComparison.Less, new VariableRead(count), Constant.Int32(1), false);
        var (from, id) = (loop.Loop.Id, loop.MakeNumber());
        var result = loop.MakeLoop(range, loop.Loop.Body.Statements.Select(s => s.Replace(IrRewriting.Reads(space.Index, index))));
        var countable = new Guard($"__trip{from} <= int.MaxValue", "the iterations can be counted");
        var prelude = $"int {first.Name} = unchecked((int)__first{from});\nint {count.Name} = unchecked((int)__trip{from});\n";
        if (loop.BoundsOf(result, id) is { } bounds)
        {
            return new Replacement(loop.Loop, [countable, .. bounds], [result], "", "", "counting its iterations")
            {
                Prelude = $"{prelude}long __first{id} = 0L;\nlong __trip{id} = __trip{from};\n",
            };
        }

        // Subscripts by another induction variable have known bounds only when that is a function of the count too.
        return loop.InPlace(result) is { } counted && InductionSubstitution.Apply(counted) is { } rest
            ? rest with
            {
                Original = loop.Loop,
                Guards = [countable, .. rest.Guards],
                Name = $"counting its iterations, and {rest.Name}",
                Prelude = $"{prelude}long __first{result.Id} = 0L;\nlong __trip{result.Id} = __trip{from};\n{rest.Prelude}",
            }
            : null;
    }
}
