using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// The accesses of an innermost loop that its own order needs no bounds checks for: those whose subscript follows the index, and those whose
/// subscript has few values by its type and operators (Bodík, Gupta and Sarkar, "ABCD: eliminating array bounds checks on demand",
/// PLDI 2000, has the question; here it is asked once, before some of the iterations).
/// </summary>
/// <param name="Guards">What must hold, over the method's variables and the loop's <c>__first</c> and <c>__trip</c>.</param>
/// <param name="Following">The accesses whose subscript follows the index, with their facts.</param>
/// <param name="Ranged">The accesses whose subscript is inside by its values.</param>
/// <param name="Step">What the index grows by.</param>
public sealed record UncheckedAccesses(
    IReadOnlyList<Guard> Guards,
    IReadOnlyDictionary<MemoryAccess, AccessFact> Following,
    IReadOnlyCollection<MemoryAccess> Ranged,
    long Step)
{
    /// <summary>The greatest step of an index that is computed without a check.</summary>
    private const long MostStep = 1024;

    /// <summary>The most values of a subscript for which a container is likely to have so many elements.</summary>
    private const long MostValues = 1L << 16;

    /// <summary>The accesses of a loop; null where there are none, or the IR does not say all of what an iteration does.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    public static UncheckedAccesses? Of(LoopContext context, LoopAnalysis analysis)
    {
        if (!IsTransparent(context.Loop, analysis) || StepOf(context.Loop) is not { } step)
            return null;
        var intervals = new ValueIntervals(context);
        var guards = new List<Guard>();
        var following = new Dictionary<MemoryAccess, AccessFact>();
        var ranged = new HashSet<MemoryAccess>();
        foreach (var fact in analysis.Accesses)
        {
            var access = fact.Access;
            if (!IsPlain(access) || !context.IsInvariant(access.Root) || following.ContainsKey(access) || ranged.Contains(access))
                continue;
            if (fact.IsAffine && BoundsGuards.Hoist(context, analysis with { Accesses = EquatableArray.Of(fact) }).Guards is { } inside)
            {
                guards.AddRange(inside);
                following.Add(access, fact);
            }
            else if (intervals.Of(access.Subscripts[0]) is { Least: >= 0, Greatest: < MostValues } values && ContainerText.NotNull(access.Root) is { } present)
            {
                guards.AddRange([.. present, new Guard($"{ContainerText.Length(access.Root, 0)} > {values.Greatest}", $"'{access.Display}' stays inside '{access.Root.Text}'")]);
                ranged.Add(access);
            }
        }

        return following.Count + ranged.Count == 0 ? null : new UncheckedAccesses([.. guards.Distinct()], following, ranged, step);
    }

    /// <summary>Whether an iteration is numbers computed, tested and stored, and nothing else.</summary>
    private static bool IsTransparent(Loop loop, LoopAnalysis analysis) =>
        loop is { Mark: null, InlinesMathematics: false, Functions.IsEmpty: true } && analysis.Variables.All(v => v.Role != VariableRole.ConditionalLastPrivate)
        && loop.Body.SelfAndDescendants().All(s => s is Block or Declaration or Assignment or Store or If)
        && !loop.Body.AllExpressions().Any(e => e is OpaqueExpression || RuntimeFunctions.IsCall(e))
        && !loop.Body.VariablesRead().Concat(loop.Body.VariablesAssigned()).Any(v => v.IsPart);

    /// <summary>What the index of the loop's own grows by; null where that is not known, or so much that the iterations lie far apart.</summary>
    private static long? StepOf(Loop loop) => loop.Space is { IndexLivesOutside: false, Step: Constant { Value: { } value } }
        && Convert.ToInt64(value) is >= -MostStep and <= MostStep and not 0 and var step ? step : null;

    /// <summary>Whether the access is to a whole element, a number, of an array or a span that a variable holds.</summary>
    private static bool IsPlain(MemoryAccess access) => access is { Path: "", Packed: null, Subscripts.Count: 1, Root: { Parent: null, Reads.Count: 1, Kind: MemoryKind.Array or MemoryKind.Span or MemoryKind.ReadOnlySpan, Element: { IsReference: false, Size64: > 0 } } root }
        && PrivateArray.IsDirect(root, root.Reads[0]);
}
