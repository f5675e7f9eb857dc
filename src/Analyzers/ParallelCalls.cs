using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Recognises the calls that run a lambda several times at once.</summary>
internal sealed class ParallelCalls
{
    private static readonly HashSet<string> _passOn = new(StringComparer.Ordinal)
    {
        "AsParallel", "AsOrdered", "AsUnordered", "WithDegreeOfParallelism", "WithExecutionMode", "WithMergeOptions", "WithCancellation", "Where",
    };

    private readonly INamedTypeSymbol? _parallel;
    private readonly INamedTypeSymbol? _query;
    private readonly INamedTypeSymbol? _task;
    private readonly INamedTypeSymbol? _factory;

    public ParallelCalls(Compilation compilation)
    {
        _parallel = compilation.GetTypeByMetadataName("System.Threading.Tasks.Parallel");
        _query = compilation.GetTypeByMetadataName("System.Linq.ParallelEnumerable");
        _task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        _factory = compilation.GetTypeByMetadataName("System.Threading.Tasks.TaskFactory");
    }

    /// <summary>The lambdas that a call runs several times at once, each with what tells its runs apart.</summary>
    public IEnumerable<RegionShape> ShapesOf(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        if ((Is(type, _parallel) || Is(type, _query)) && ParallelDegree.IsOne(call))
            return [];
        if (Is(type, _parallel) && call.TargetMethod.Name != "Invoke")
            return call.Arguments.Select(a => OfParallel(call, a)).OfType<RegionShape>();
        if (Is(type, _query))
            return call.Arguments.Select(a => OfQuery(call, a)).OfType<RegionShape>();
        return (Is(type, _task) && call.TargetMethod.Name == "Run") || (Is(type, _factory) && call.TargetMethod.Name == "StartNew")
            ? OfTask(call)
            : [];
    }

    /// <summary>The lambdas that one call of <c>Parallel.Invoke</c> runs, each once.</summary>
    public IReadOnlyList<IAnonymousFunctionOperation> InvokedTogether(IInvocationOperation call) =>
        Is(call.TargetMethod.ContainingType, _parallel) && call.TargetMethod.Name == "Invoke" && !ParallelDegree.IsOne(call)
        && call.Arguments.LastOrDefault()?.Value is IArrayCreationOperation { Initializer: { } list }
            ? [.. list.ElementValues.Select(LambdaOf).OfType<IAnonymousFunctionOperation>()]
            : [];

    /// <summary>The lambda of an asynchronous method that a call runs without waiting for it: <c>Parallel.For</c> and <c>ForEach</c> only start it.</summary>
    public IAnonymousFunctionOperation? Unawaited(IInvocationOperation call) =>
        Is(call.TargetMethod.ContainingType, _parallel) && call.TargetMethod.Name is "For" or "ForEach"
            ? call.Arguments.Where(a => a.Parameter?.Name == "body").Select(a => LambdaOf(a.Value)).FirstOrDefault(l => l is { Symbol: { IsAsync: true, ReturnsVoid: true } })
            : null;

    /// <summary>Whether a lambda is run several times at once by the call that it is an argument of.</summary>
    public bool IsParallelLambda(IOperation operation) =>
        operation is IArgumentOperation { Parent: IInvocationOperation call, Value: var value } && LambdaOf(value) is { } lambda
        && ShapesOf(call).Any(s => s.Lambda == lambda);

    private RegionShape? OfParallel(IInvocationOperation call, IArgumentOperation argument)
    {
        if (LambdaOf(argument.Value) is not { } lambda)
            return null;
        if (argument.Parameter?.Name != "body" || lambda.Symbol.Parameters.Length == 0)
            return new RegionShape(lambda, null, null, null, null, null);
        var first = lambda.Symbol.Parameters[0];
        if (call.TargetMethod.Name is "For")
            return new RegionShape(lambda, first, Argument(call, "fromInclusive"), Argument(call, "toExclusive"), null, null);
        if (RangeOf(Argument(call, "source")) is { } range)
            return new RegionShape(lambda, first, range.Start, null, range.Count, null);
        var position = lambda.Symbol.Parameters.FirstOrDefault(p => p.Ordinal > 0 && p.Type.SpecialType == SpecialType.System_Int64);
        return call.TargetMethod.Name == "ForEach" && position is { Ordinal: 2 }
            ? new RegionShape(lambda, position, null, null, null, null)
            : new RegionShape(lambda, null, null, null, null, null);
    }

    private RegionShape? OfQuery(IInvocationOperation call, IArgumentOperation argument)
    {
        if (LambdaOf(argument.Value) is not { } lambda)
            return null;
        var parameters = lambda.Symbol.Parameters;
        if (argument.Parameter?.Name is "selector" or "predicate" or "action" && parameters.Length == 1 && call.Arguments.Length > 0
            && RangeOf(call.Arguments[0].Value) is { } range)
        {
            return new RegionShape(lambda, parameters[0], range.Start, null, range.Count, null);
        }

        return argument.Parameter?.Name is "selector" or "predicate" && parameters.Length == 2 && parameters[1].Type.SpecialType == SpecialType.System_Int32
            && call.TargetMethod.Name is "Select" or "Where"
            ? new RegionShape(lambda, parameters[1], null, null, null, null)
            : new RegionShape(lambda, null, null, null, null, null);
    }

    /// <summary>A task that each iteration of a loop starts, where no iteration waits for one.</summary>
    private static IEnumerable<RegionShape> OfTask(IInvocationOperation call)
    {
        if (call.Arguments.Length == 0 || LambdaOf(call.Arguments[0].Value) is not { } lambda || !IsKeptOrDropped(call))
            yield break;
        for (var outer = call.Parent; outer is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); outer = outer.Parent)
        {
            if (outer is not ILoopOperation loop)
                continue;
            if (loop.Body.Descendants().Any(o => Waits(o) && !IsInside(o, lambda)))
                yield break;
            var index = (loop as IForLoopOperation)?.Before.OfType<IVariableDeclarationGroupOperation>()
                .SelectMany(g => g.Declarations).SelectMany(d => d.Declarators).Select(d => d.Symbol).FirstOrDefault();
            yield return new RegionShape(lambda, index, null, null, null, loop);
            yield break;
        }
    }

    private static bool IsKeptOrDropped(IOperation call)
    {
        var value = call;
        while (value.Parent is IConversionOperation conversion)
            value = conversion;
        return value.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation or IDiscardOperation } assignment => assignment.Value == value,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add" } } => true,
            _ => false,
        };
    }

    private static bool Waits(IOperation operation) => operation is IAwaitOperation
        || operation is IInvocationOperation { TargetMethod: { Name: "Wait" or "WaitAll" or "WaitAny" or "GetResult" or "Join" or "RunSynchronously" } }
        || operation is IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" } };

    private static bool IsInside(IOperation operation, IOperation outer)
    {
        for (IOperation? at = operation; at is not null; at = at.Parent)
        {
            if (at == outer)
                return true;
        }

        return false;
    }

    /// <summary>The range of numbers that a sequence goes through, each once.</summary>
    private (IOperation Start, IOperation Count)? RangeOf(IOperation? source)
    {
        while (source is IConversionOperation conversion)
            source = conversion.Operand;
        if (source is not IInvocationOperation call || call.TargetMethod.ContainingType is not { Name: "Enumerable" or "ParallelEnumerable" } || call.Arguments.Length == 0)
            return null;
        if (call.TargetMethod.Name == "Range")
            return (call.Arguments[0].Value, call.Arguments[1].Value);
        return _passOn.Contains(call.TargetMethod.Name) ? RangeOf(call.Arguments[0].Value) : null;
    }

    private static IOperation? Argument(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value;

    private static IAnonymousFunctionOperation? LambdaOf(IOperation value) => value switch
    {
        IDelegateCreationOperation creation => creation.Target as IAnonymousFunctionOperation,
        IConversionOperation conversion => LambdaOf(conversion.Operand),
        _ => value as IAnonymousFunctionOperation,
    };

    private static bool Is(ISymbol? type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);
}
