using AutoParallel.Compiler.Analysis.Conflicts;
using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Analyzers;

/// <summary>Two accesses that meet, as a diagnostic tells it.</summary>
/// <param name="Place">Where the write is.</param>
/// <param name="Other">Where the other access is, if it is another one.</param>
/// <param name="Message">What is told.</param>
/// <param name="IsVariable">Whether it is about a captured variable.</param>
/// <param name="IsElement">Whether it is about an element of a container.</param>
/// <param name="IsLocked">Whether the write holds a lock.</param>
internal sealed record ProvenConflict(Location Place, Location? Other, string Message, bool IsVariable, bool IsElement, bool IsLocked);

/// <summary>What the compiler proves of the accesses of one function, or of those that one call runs together.</summary>
internal sealed class RegionConflicts
{
    /// <summary>Knows nothing.</summary>
    public static readonly RegionConflicts Nothing = new(null, null, null, false);

    private readonly ConflictSearch? _search;
    private readonly SyntaxTree? _tree;
    private readonly string? _index;
    private readonly bool _isOfSeveral;

    private RegionConflicts(ConflictSearch? search, SyntaxTree? tree, string? index, bool isOfSeveral)
    {
        _search = search;
        _tree = tree;
        _index = index;
        _isOfSeveral = isOfSeveral;
    }

    /// <summary>Lowers the function and searches it; knows nothing where that fails.</summary>
    public static RegionConflicts Of(RegionShape shape, OperationAnalysisContext context)
    {
        var tree = shape.Function.Syntax.SyntaxTree;
        try
        {
            var region = context.ContainingSymbol is IMethodSymbol method && context.Operation.SemanticModel is { } model
                ? RegionFrontend.Lower(shape, method, context.Compilation, model, context.CancellationToken)
                : null;
            return new RegionConflicts(region is null ? null : ConflictSearch.Of(region), tree, region?.Index?.Name, false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new RegionConflicts(null, tree, null, false);
        }
    }

    /// <summary>Lowers functions that one call runs together, each once, and searches them; knows nothing where that fails.</summary>
    public static RegionConflicts Of(IReadOnlyList<ConcurrentFunction> functions, OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        try
        {
            var region = context.ContainingSymbol is IMethodSymbol method && call.SemanticModel is { } model
                ? RegionFrontend.Lower(functions, call, method, context.Compilation, model, context.CancellationToken)
                : null;
            return new RegionConflicts(region is null ? null : ConflictSearch.Of(region), call.Syntax.SyntaxTree, null, true);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new RegionConflicts(null, call.Syntax.SyntaxTree, null, true);
        }
    }

    /// <summary>Whether it is certain that no two runs meet in what is written at a place.</summary>
    public bool IsSafe(IOperation target) => _search is not null
        && _search.VerdictOf(s => LocationOf(s.Source) is { } place && (place.Contains(target.Syntax.Span) || target.Syntax.Span.Contains(place))
            && (s.Variable is null || Mentions(target, s.Variable))) == SiteVerdict.Safe;

    /// <summary>Whether it is certain that one run alone comes to a call.</summary>
    public bool IsReachedOnce(IOperation call) => _search?.IsReachedOnce(s => LocationOf(s) == call.Syntax.Span) == true;

    /// <summary>The proven conflicts with their places.</summary>
    public IEnumerable<ProvenConflict> Proven()
    {
        foreach (var conflict in _search?.Conflicts ?? [])
        {
            if (LocationOf(conflict.Write.Source) is not { } place)
                continue;
            var other = !conflict.Other.Equals(conflict.Write) && LocationOf(conflict.Other.Source) is { } span ? Location.Create(_tree!, span) : null;
            yield return new ProvenConflict(
                Location.Create(_tree!, place), other, Describe(conflict), conflict.Write.Variable is not null, conflict.Subscripts.Length > 0, conflict.IsWriteLocked);
        }
    }

    private string Describe(Conflict conflict)
    {
        var write = conflict.Write.Display;
        var verb = conflict.Other.IsWrite ? "writes" : "reads";
        var other = conflict.Other.Equals(conflict.Write) ? "writes it too" : $"{verb} '{conflict.Other.Display}'";
        var who = _isOfSeveral ? "two of these lambdas meet"
            : _index is null
            ? "two runs meet"
            : $"{_index} = {Math.Min(conflict.WriteRun, conflict.OtherRun)} and {_index} = {Math.Max(conflict.WriteRun, conflict.OtherRun)} meet";
        var where = conflict.Subscripts.Length == 0 ? "" : $" in element [{conflict.Subscripts}]";
        var locks = (conflict.IsWriteLocked, conflict.IsOtherLocked) switch
        {
            (true, true) => ", each under another lock",
            (true, false) => ", without the lock of the first",
            (false, true) => " under a lock, which the first does not take",
            _ => "",
        };
        var remedy = conflict.IsWriteLocked || conflict.IsOtherLocked
            ? "hold the same lock for every access"
            : _isOfSeveral ? "give each elements of its own, or run the two one after the other"
            : "write to an array of its own, or put [Parallel] on the plain loop";
        return $"{who}{where}: one writes '{write}', the other {other}{locks}; {remedy}";
    }

    private static bool Mentions(IOperation target, Variable variable) =>
        target.Syntax.ToString() == variable.Name;

    private TextSpan? LocationOf(SourceSpan span)
    {
        if (_tree?.GetText().Lines is not { } lines || span == default || span.EndLine >= lines.Count)
            return null;
        return TextSpan.FromBounds(lines[span.StartLine].Start + span.StartColumn, lines[span.EndLine].Start + span.EndColumn);
    }
}
