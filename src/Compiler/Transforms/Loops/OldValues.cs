using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Node splitting (Kuck et al., 1981): reads that always see what was in memory before the loop read a copy made there, which frees
/// them of the writes of later iterations. Legal for reads that no write of the loop reaches; the copy holds the range that they span.
/// </summary>
public sealed class OldValues
{
    private const string Helper = "global::AutoParallel.CompilerServices.OldValues";

    /// <summary>What it takes to copy an element, measured against the scalar code that costs are estimated for.</summary>
    private const double CopyNanoseconds = 1.6;

    /// <summary>The part of the time in lanes that copying and the workers together must stay below.</summary>
    private const double LeastGain = 1 / 1.2;

    /// <summary>A number of workers that is worth a copy of anything, as the memory that they share gets faster with them.</summary>
    private const int MostWorkers = 16;

    private readonly Dictionary<MemoryAccess, MemoryAccess> _copies = new(ReferenceComparer.Instance);

    private OldValues(IReadOnlyList<Guard> guards, string before, string after, string names)
    {
        Guards = guards;
        Before = before;
        After = after;
        Names = names;
    }

    /// <summary>That the copies are not much longer than what the loop reads of them.</summary>
    public IReadOnlyList<Guard> Guards { get; private set; }

    /// <summary>Makes the copies.</summary>
    public string Before { get; private set; }

    /// <summary>Gives their memory back.</summary>
    public string After { get; private set; }

    /// <summary>The containers, for messages.</summary>
    public string Names { get; }

    /// <summary>Copies for these reads; null where a range is not known.</summary>
    public static OldValues? Of(ClosedLoop loop, IReadOnlyList<MemoryAccess> reads)
    {
        var names = string.Join(" and ", reads.Select(r => $"'{r.Root.Text}'").Distinct());
        var result = new OldValues([], "", "", names);
        var ranges = new IndexRanges(loop.Context);
        foreach (var group in reads.GroupBy(r => r.Root.Text))
        {
            if (!result.Add(loop, ranges, [.. group]))
                return null;
        }

        return result;
    }

    /// <summary>The number of workers from which copying first takes less time than the loop in the lanes of one.</summary>
    public int LeastWorkers(ClosedLoop loop)
    {
        var containers = _copies.Values.Select(c => c.Root.Text).Distinct().Count();
        var copying = containers * CopyNanoseconds / new CostModel(loop.Context).Nanoseconds(loop.Loop.Body);
        return copying < LeastGain ? Math.Min(MostWorkers, (int)Math.Ceiling(1 / (LeastGain - copying))) : MostWorkers;
    }

    /// <summary>The statement with its reads of old values going to the copies.</summary>
    public Statement Rewrite(Statement statement) => statement.Replace(Replace);

    private IrExpression? Replace(IrExpression expression) =>
        expression is Load load && _copies.TryGetValue(load.Access, out var copy) ? load with { Access = copy } : null;

    private bool Add(ClosedLoop loop, IndexRanges ranges, IReadOnlyList<MemoryAccess> reads)
    {
        var root = reads[0].Root;
        var spans = new List<PolynomialRange>();
        foreach (var read in reads)
        {
            if (loop.Context.Polynomials.Build(read.Subscripts[0]) is not { } subscript || ranges.OverAll(subscript) is not { } range)
                return false;
            foreach (var assumption in range.Assumptions)
            {
                if (Guard.AtLeast(assumption, Polynomial.Zero, "the subscripts run one way") is not { } guards)
                    return false;
                Guards = [.. Guards, .. guards];
            }

            spans.Add(range);
        }

        var trip = Polynomial.Of(ranges.Trip);
        var most = (trip * Polynomial.Constant(Math.Max(4, loop.Analysis.Accesses.Count))) + Polynomial.Constant(64);
        foreach (var high in spans)
        {
            foreach (var low in spans)
            {
                if (Guard.AtLeast(most, high.Maximum - low.Minimum, $"the old values of '{root.Text}' are few") is not { } guards)
                    return false;
                Guards = [.. Guards, .. guards];
            }
        }

        var type = new IrType(ScalarKind.Other, $"{root.Element.Text}[]", true);
        var values = loop.MakeVariable($"old_{root.Text}", type);
        var from = loop.MakeVariable($"from_{root.Text}", IrType.Int32);
        Before += $"int {from.Name} = (int){Extreme("Min", spans.Select(s => s.Minimum))};\n"
            + $"{type.Text} {values.Name} = {Helper}.Copy({ContainerText.Span(root)}, {from.Name}, (int){Extreme("Max", spans.Select(s => s.Maximum))});\n";
        After += $"{Helper}.Return({values.Name});\n";
        var copy = new MemoryRoot(values.Name, MemoryKind.Array, root.Element, 1, type, EquatableArray.Of(values), null);
        foreach (var read in reads)
        {
            _copies[read] = read with
            {
                Root = copy,
                Subscripts = EquatableArray.Of<IrExpression>(new Binary(BinaryOperator.Subtract, AsInt32(read.Subscripts[0]), new VariableRead(from), IrType.Int32)),
            };
        }

        return true;
    }

    private static IrExpression AsInt32(IrExpression subscript) => subscript.Type.Kind == ScalarKind.Int32 ? subscript : new Conversion(subscript, IrType.Int32);

    private static string Extreme(string function, IEnumerable<Polynomial> values) =>
        values.Distinct().Select(v => $"({v.ToCSharp()})").Aggregate((all, value) => $"global::System.Math.{function}({all}, {value})");
}
