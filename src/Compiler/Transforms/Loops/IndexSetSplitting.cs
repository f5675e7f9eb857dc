using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Cuts the range of a loop where a dependence turns round (Banerjee, "Unimodular transformations of double loops", 1991; Allen and
/// Kennedy, "Optimizing compilers for modern architectures", 2001, chapter 5.7): at the one iteration that touches an element which all
/// others use (weak-zero), or half-way where the two subscripts run against each other (weak-crossing). The pieces run one after the
/// other in the order of the loop, so that cutting itself is always legal.
/// </summary>
public static class IndexSetSplitting
{
    /// <summary>What runs instead of the loop; null where no pair of accesses says where to cut.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        var space = loop.Loop.Space!;
        if (loop.Step != 1 || space.Comparison != LoopComparison.Less || space.Index.Type.Kind != ScalarKind.Int32 || loop.Bounds is not { } bounds
            || space.Start.Type.Kind != ScalarKind.Int32 || space.End.Type.Kind != ScalarKind.Int32
            || loop.Analysis.Reductions.Any() || loop.Analysis.Variables.Any(v => v.Role is VariableRole.Carried or VariableRole.LastPrivate))
        {
            return null;
        }

        foreach (var write in loop.Analysis.Accesses.Where(a => a.IsWrite && a.IsAffine && a.Affine.Count == 1))
        {
            foreach (var other in loop.Analysis.Accesses.Where(a => a.IsAffine && a.Affine.Count == 1 && loop.NameOf(a.Access.Root) == loop.NameOf(write.Access.Root)))
            {
                if (Cut(loop, write.Affine[0], other) is { } replacement)
                    return replacement with { Guards = [.. bounds, .. replacement.Guards] };
            }
        }

        return null;
    }

    private static Replacement? Cut(ClosedLoop loop, AffineSubscript write, AccessFact other)
    {
        // Only a[i] against a[p] and a[p - i]: anything else would need a division that does not come out even.
        if (write.Coefficient.ConstantValue != 1 || !write.Offset.IsZero || !other.Affine[0].Offset.Terms.All(t => t.Reads.All(loop.Context.IsInvariant)))
            return null;
        var subscript = other.Access.Subscripts[0];
        var offset = subscript.Replace(IrRewriting.Reads(loop.Loop.Space!.Index, Constant.Int32(0)));
        if (offset.Type.Kind != ScalarKind.Int32 || !offset.VariablesRead().All(loop.Context.IsInvariant) || offset.SelfAndDescendants().Any(e => e is Load))
            return null;
        return other.Affine[0].Coefficient.ConstantValue switch
        {
            0 => AtElement(loop, subscript, offset),
            -1 => HalfWay(loop, subscript, offset),
            _ => null,
        };
    }

    private static Replacement AtElement(ClosedLoop loop, IrExpression subscript, IrExpression element)
    {
        var space = loop.Loop.Space!;
        var cut = loop.MakeVariable("cut", IrType.Int32);
        var (at, after) = (new VariableRead(cut), Plus(new VariableRead(cut), 1));
        var body = Rewrite(loop, subscript, at);
        Statement[] pieces = [Piece(loop, body, space.Start, at), Piece(loop, body, at, after), Piece(loop, body, after, space.End)];
        return Make(loop, cut, element, pieces, $"{cut.Name} >= __first{loop.Loop.Id} && {cut.Name} < __first{loop.Loop.Id} + __trip{loop.Loop.Id}");
    }

    private static Replacement HalfWay(ClosedLoop loop, IrExpression subscript, IrExpression sum)
    {
        var space = loop.Loop.Space!;
        var cut = loop.MakeVariable("sum", IrType.Int32);
        var half = Plus(new Binary(BinaryOperator.ShiftRight, new VariableRead(cut), Constant.Int32(1), IrType.Int32), 1);
        var body = Rewrite(loop, subscript, new Binary(BinaryOperator.Subtract, new VariableRead(cut), new VariableRead(space.Index), IrType.Int32));
        Statement[] pieces = [Piece(loop, body, space.Start, half), Piece(loop, body, half, space.End)];
        return Make(
            loop,
            cut,
            sum,
            pieces,
            $"{cut.Name} < int.MaxValue && ({cut.Name} >> 1) + 1L >= __first{loop.Loop.Id} && ({cut.Name} >> 1) + 1L <= __first{loop.Loop.Id} + __trip{loop.Loop.Id}");
    }

    private static Replacement Make(ClosedLoop loop, Variable cut, IrExpression value, Statement[] pieces, string condition) => new(
        loop.Loop,
        [new Guard(condition, "the loop reaches the cut")],
        pieces,
        "",
        "",
        $"cutting its range into {pieces.Length}")
    {
        Prelude = $"int {cut.Name} = {IfThere(value)}{Emit.CSharpPrinter.Print(value)};\n",
    };

    /// <summary>A length is asked for only where its container is there; where it is not, the guards fail.</summary>
    private static string IfThere(IrExpression value)
    {
        var requires = new List<string>();
        foreach (var length in value.SelfAndDescendants().OfType<LengthOf>())
            EarlyEvaluation.RequireNotNull(length.Root, requires);
        return requires.Count == 0 ? "" : $"!({string.Join(" && ", requires.Distinct())}) ? 0 : ";
    }

    /// <summary>The body with the subscript in terms of the cut, so that the pieces are seen to keep away from it.</summary>
    private static IReadOnlyList<Statement> Rewrite(ClosedLoop loop, IrExpression subscript, IrExpression value) =>
        [.. loop.Loop.Body.Statements.Select(s => s.Replace(e => e.Equals(subscript) ? value : null))];

    private static Loop Piece(ClosedLoop loop, IReadOnlyList<Statement> body, IrExpression start, IrExpression end) =>
        loop.MakeLoop(loop.Loop.Space! with { Start = start, End = end }, body);

    private static Binary Plus(IrExpression left, int right) => new(BinaryOperator.Add, left, Constant.Int32(right), IrType.Int32);
}
