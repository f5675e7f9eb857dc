using AutoParallel.Compiler.Analysis.Conflicts;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>How a lambda, local function or method is run.</summary>
/// <param name="Function">The function.</param>
/// <param name="Index">The parameter, or the index of the loop that starts the runs, that tells them apart; null if nothing does.</param>
/// <param name="Start">Where the index starts; null for zero.</param>
/// <param name="End">What it does not reach; null where that is not known.</param>
/// <param name="Length">The number of values instead of the end.</param>
/// <param name="Loop">The loop each of whose iterations starts one run; null where one call starts all.</param>
internal sealed record RegionShape(
    ConcurrentFunction Function,
    ISymbol? Index,
    IOperation? Start,
    IOperation? End,
    IOperation? Length,
    ILoopOperation? Loop);

/// <summary>Lowers functions that run at the same time, as the body of a method is lowered, with what the method around them says of their variables.</summary>
internal static class RegionFrontend
{
    /// <summary>The region; null where the function is not inside of a method's body.</summary>
    public static ConcurrentRegion? Lower(RegionShape shape, IMethodSymbol method, Compilation compilation, SemanticModel model, CancellationToken cancellation)
    {
        var function = shape.Function;
        if (!compilation.ContainsSyntaxTree(function.Syntax.SyntaxTree))
            return null;
        var models = new ModelCache(compilation);
        if (!function.IsNested)
        {
            if (models.Of(function.Syntax) is not { } other)
                return null;
            (method, model) = (function.Symbol, other);
        }

        var (inside, whole) = (Root(function.Body), Root(function.Place));
        var lowering = Lowering(function.Body.Syntax, function.IsNested ? [whole] : [inside, whole], method, models, compilation, model, cancellation);
        var body = lowering.Statements.LowerBody([function.Body], function.Body.Syntax);
        var (start, end) = Range(shape, lowering);
        var index = shape.Index is { } symbol ? lowering.VariableOf(symbol) : null;
        var own = function.Symbol.Parameters.Select(lowering.VariableOf).ToList();
        if (shape.Loop is { } loop)
            own.AddRange(LocalsOf(loop.Body).Concat(loop is IForEachLoopOperation ? loop.Locals : []).Select(lowering.VariableOf));
        return new ConcurrentRegion(
            body,
            index,
            start,
            end,
            own,
            Definitions([function], shape, whole, lowering),
            OuterLoops(shape, lowering),
            ConstantTables.Of(function.Body, lowering),
            ReferenceAliases.At(function.Place, function.Body, whole).ToDictionary(p => lowering.VariableOf(p.Key), p => lowering.VariableOf(p.Value)),
            lowering.Inference.Places!.Calls);
    }

    /// <summary>The functions that one call runs at the same time, each once, as one region: run number k is the k-th. Null as above.</summary>
    public static ConcurrentRegion? Lower(
        IReadOnlyList<ConcurrentFunction> functions,
        IInvocationOperation call,
        IMethodSymbol method,
        Compilation compilation,
        SemanticModel model,
        CancellationToken cancellation)
    {
        if (!compilation.ContainsSyntaxTree(call.Syntax.SyntaxTree) || !functions.All(f => f.IsNested))
            return null;
        var whole = Root(call);
        var models = new ModelCache(compilation);
        var lowering = Lowering(call.Syntax, [whole], method, models, compilation, model, cancellation);
        var run = lowering.Synthetic("run", IrType.Int32);
        var body = Block.Empty;
        for (var k = functions.Count - 1; k >= 0; k--)
        {
            var own = lowering.Statements.LowerBody([functions[k].Body], functions[k].Body.Syntax);
            var isRun = new Binary(BinaryOperator.Equal, new VariableRead(run), Constant.Int32(k), IrType.Bool);
            body = new Block(EquatableArray.Of<Statement>(new If(isRun, own, body, "", own.Source)), "", own.Source);
        }

        var shape = new RegionShape(functions[0], null, null, null, null, null);
        return new ConcurrentRegion(
            body,
            run,
            null,
            Constant.Int32(functions.Count),
            [],
            Definitions(functions, shape, whole, lowering),
            OuterLoops(shape, lowering),
            ConstantTables.Of(call, lowering),
            ReferenceAliases.At(call, call, whole).ToDictionary(p => lowering.VariableOf(p.Key), p => lowering.VariableOf(p.Value)),
            lowering.Inference.Places!.Calls);
    }

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    private static Lowering Lowering(
        SyntaxNode syntax,
        IEnumerable<IOperation> wholes,
        IMethodSymbol method,
        ModelCache models,
        Compilation compilation,
        SemanticModel model,
        CancellationToken cancellation)
    {
        var names = new TypeNames(compilation);
        return new Lowering(
            compilation,
            model,
            method,
            names,
            new VariableUsage(wholes),
            new EffectInference(compilation, models, names, cancellation) { Places = new CalledPlaces() },
            null,
            new TextEdits(syntax.SyntaxTree.GetText(cancellation).ToString()),
            syntax,
            null,
            cancellation);
    }

    private static (IrExpression? Start, IrExpression? End) Range(RegionShape shape, Lowering lowering)
    {
        if (shape.Loop is IForLoopOperation loop)
        {
            var counted = new CountedLoop(lowering);
            return counted.Match(loop) is null && counted.Space is { Comparison: LoopComparison.Less } space ? (space.Start, space.End) : (null, null);
        }

        var start = shape.Start is { } first ? lowering.Expressions.Lower(first) : null;
        var end = shape.End is { } last ? lowering.Expressions.Lower(last) : null;
        if (shape.Length is { } length)
        {
            end = lowering.Expressions.Lower(length);
            if (start is not null)
                end = new Binary(BinaryOperator.Add, start, end, end.Type);
        }

        return (start, end);
    }

    private static IEnumerable<ILocalSymbol> LocalsOf(IOperation body) => body.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>().Select(d => d.Symbol);

    /// <summary>The values of the locals of the method that are assigned once, of those that the region needs.</summary>
    private static Dictionary<Variable, IrExpression> Definitions(IReadOnlyList<ConcurrentFunction> functions, RegionShape shape, IOperation whole, Lowering lowering)
    {
        var definitions = new Dictionary<Variable, IrExpression>();
        var visited = new HashSet<ISymbol>(functions.Select(f => f.Symbol), SymbolEqualityComparer.Default);
        var pending = new Queue<IOperation>(functions.Select(f => f.Body).Concat(new[] { shape.Start, shape.End, shape.Length }.OfType<IOperation>()));
        foreach (var loop in functions.SelectMany(f => Around(f.Place)))
            pending.Enqueue(loop.Condition ?? loop);
        foreach (var initial in functions.SelectMany(f => Around(f.Place)).SelectMany(l => l.Before))
            pending.Enqueue(initial);
        while (pending.Count > 0)
        {
            foreach (var operation in pending.Dequeue().DescendantsAndSelf())
            {
                if (operation is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } && visited.Add(called.OriginalDefinition)
                    && whole.Descendants().OfType<ILocalFunctionOperation>().FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f.Symbol, called.OriginalDefinition)) is { Body: { } body })
                {
                    pending.Enqueue(body);
                }

                if (operation is not ILocalReferenceOperation { Local: var local } || visited.Contains(local.ContainingSymbol) || local.IsRef
                    || functions.Any(f => f.Syntax.SyntaxTree == local.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree && f.Syntax.Span.Contains(local.DeclaringSyntaxReferences[0].Span))
                    || lowering.Usage.SingleValue(local) is not { } value || definitions.ContainsKey(lowering.VariableOf(local)))
                {
                    continue;
                }

                definitions[lowering.VariableOf(local)] = lowering.Expressions.Lower(value);
                pending.Enqueue(value);
            }
        }

        return definitions;
    }

    private static Dictionary<Variable, IterationSpace> OuterLoops(RegionShape shape, Lowering lowering)
    {
        var spaces = new Dictionary<Variable, IterationSpace>();
        foreach (var loop in Around(shape.Function.Place))
        {
            if (loop == shape.Loop)
                continue;
            var counted = new CountedLoop(lowering);
            counted.Match(loop);
            if (counted.Space is { } space)
                spaces[space.Index] = space;
        }

        return spaces;
    }

    private static IEnumerable<IForLoopOperation> Around(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IForLoopOperation loop)
                yield return loop;
        }
    }
}
