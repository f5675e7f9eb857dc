using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Recognises the calls that run a function several times at once.</summary>
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

    /// <summary>Whether a call is of a method that may run functions at the same time.</summary>
    public bool IsOfInterest(IInvocationOperation call) =>
        Is(call.TargetMethod.ContainingType, _parallel) || Is(call.TargetMethod.ContainingType, _query) || IsTask(call);

    /// <summary>The functions that a call runs several times at once, each with what tells its runs apart.</summary>
    public IEnumerable<RegionShape> ShapesOf(IInvocationOperation call, DelegateTargets targets) => IsParallel(call)
        ? call.Arguments.Select(a => targets.Of(a.Value, call) is { } function ? ShapeOf(call, a, function) : null).OfType<RegionShape>()
        : [];

    /// <summary>The methods of other classes that a call runs several times at once, as they are given to it.</summary>
    public IEnumerable<IMethodReferenceOperation> MethodsOf(IInvocationOperation call, DelegateTargets targets) => IsParallel(call)
        ? call.Arguments.Where(a => targets.Of(a.Value, call) is null).Select(a => targets.MethodOf(a.Value)).OfType<IMethodReferenceOperation>()
        : [];

    /// <summary>The functions that one call of <c>Parallel.Invoke</c> runs, each once.</summary>
    public IReadOnlyList<ConcurrentFunction> InvokedTogether(IInvocationOperation call, DelegateTargets targets) =>
        Is(call.TargetMethod.ContainingType, _parallel) && call.TargetMethod.Name == "Invoke" && !ParallelDegree.IsOne(call)
        && call.Arguments.LastOrDefault()?.Value is IArrayCreationOperation { Initializer: { } list }
            ? [.. list.ElementValues.Select(v => targets.Of(v, call)).OfType<ConcurrentFunction>()]
            : [];

    /// <summary>The lambda of an asynchronous method that a call runs without waiting for it: <c>Parallel.For</c> and <c>ForEach</c> only start it.</summary>
    public IAnonymousFunctionOperation? Unawaited(IInvocationOperation call) =>
        Is(call.TargetMethod.ContainingType, _parallel) && call.TargetMethod.Name is "For" or "ForEach"
            ? call.Arguments.Where(a => a.Parameter?.Name == "body").Select(a => LambdaOf(a.Value)).FirstOrDefault(l => l is { Symbol: { IsAsync: true, ReturnsVoid: true } })
            : null;

    /// <summary>Whether it is an argument whose function its call runs several times at once.</summary>
    public bool IsRegion(IOperation operation, DelegateTargets targets) =>
        operation is IArgumentOperation { Parent: IInvocationOperation call } argument && IsParallel(call)
        && targets.Of(argument.Value, call) is { } function && ShapeOf(call, argument, function) is not null;

    /// <summary>Whether a call runs functions that it is given at the same time.</summary>
    private bool IsParallel(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        return (Is(type, _parallel) && call.TargetMethod.Name != "Invoke" && !ParallelDegree.IsOne(call))
            || (Is(type, _query) && !ParallelDegree.IsOne(call))
            || (IsTask(call) && StartingLoop(call) is not null);
    }

    private bool IsTask(IInvocationOperation call) =>
        (Is(call.TargetMethod.ContainingType, _task) && call.TargetMethod.Name == "Run") || (Is(call.TargetMethod.ContainingType, _factory) && call.TargetMethod.Name == "StartNew");

    private RegionShape? ShapeOf(IInvocationOperation call, IArgumentOperation argument, ConcurrentFunction function) =>
        Is(call.TargetMethod.ContainingType, _parallel) ? OfParallel(call, argument, function)
        : Is(call.TargetMethod.ContainingType, _query) ? OfQuery(call, argument, function)
        : OfTask(call, argument, function);

    private RegionShape OfParallel(IInvocationOperation call, IArgumentOperation argument, ConcurrentFunction function)
    {
        var parameters = function.Symbol.Parameters;
        if (argument.Parameter?.Name != "body" || parameters.Length == 0)
            return new RegionShape(function, null, null, null, null, null);
        var first = parameters[0];
        if (call.TargetMethod.Name is "For")
            return new RegionShape(function, first, Argument(call, "fromInclusive"), Argument(call, "toExclusive"), null, null);
        if (RangeOf(Argument(call, "source")) is { } range)
            return new RegionShape(function, first, range.Start, null, range.Count, null);
        var position = parameters.FirstOrDefault(p => p.Ordinal > 0 && p.Type.SpecialType == SpecialType.System_Int64);
        return call.TargetMethod.Name == "ForEach" && position is { Ordinal: 2 }
            ? new RegionShape(function, position, null, null, null, null)
            : new RegionShape(function, null, null, null, null, null);
    }

    private RegionShape OfQuery(IInvocationOperation call, IArgumentOperation argument, ConcurrentFunction function)
    {
        var parameters = function.Symbol.Parameters;
        if (argument.Parameter?.Name is "selector" or "predicate" or "action" && parameters.Length == 1 && call.Arguments.Length > 0
            && RangeOf(call.Arguments[0].Value) is { } range)
        {
            return new RegionShape(function, parameters[0], range.Start, null, range.Count, null);
        }

        return argument.Parameter?.Name is "selector" or "predicate" && parameters.Length == 2 && parameters[1].Type.SpecialType == SpecialType.System_Int32
            && call.TargetMethod.Name is "Select" or "Where"
            ? new RegionShape(function, parameters[1], null, null, null, null)
            : new RegionShape(function, null, null, null, null, null);
    }

    /// <summary>A task that each iteration of a loop starts, where no iteration waits for one.</summary>
    private static RegionShape? OfTask(IInvocationOperation call, IArgumentOperation argument, ConcurrentFunction function)
    {
        if (argument.Parameter?.Ordinal != 0 || StartingLoop(call) is not { } loop)
            return null;
        var index = (loop as IForLoopOperation)?.Before.OfType<IVariableDeclarationGroupOperation>()
            .SelectMany(g => g.Declarations).SelectMany(d => d.Declarators).Select(d => d.Symbol).FirstOrDefault();
        return new RegionShape(function, index, null, null, null, loop);
    }

    /// <summary>The loop each of whose iterations starts a task without any waiting for one; null where there is none.</summary>
    private static ILoopOperation? StartingLoop(IInvocationOperation call)
    {
        if (!IsKeptOrDropped(call))
            return null;
        for (var outer = call.Parent; outer is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); outer = outer.Parent)
        {
            if (outer is ILoopOperation loop)
                return loop.Body.Descendants().Any(o => Waits(o) && !IsInFunctionOf(o, call)) ? null : loop;
        }

        return null;
    }

    private static bool IsInFunctionOf(IOperation operation, IInvocationOperation call) =>
        call.Arguments.Select(a => LambdaOf(a.Value)).OfType<IAnonymousFunctionOperation>().Any(l => IsInside(operation, l));

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
