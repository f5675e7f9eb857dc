namespace AutoParallel.Compiler.IR;

/// <summary>How a hazard is told to the user; each maps to one rule.</summary>
public enum HazardKind
{
    /// <summary>A call whose effects are unknown or not allowed in parallel.</summary>
    ImpureCall,

    /// <summary>A call of a method that is not safe to call from several threads, such as <c>List.Add</c> or <c>Random.Next</c>.</summary>
    UnsafeCollection,

    /// <summary>Output or other interaction whose order the user sees.</summary>
    OrderedOutput,

    /// <summary>Synchronisation such as <c>lock</c> or <c>Interlocked</c>, which says that the iterations share state.</summary>
    Synchronization,

    /// <summary>A write through a pointer, a reference or an object that nothing can be proven about.</summary>
    UnknownWrite,

    /// <summary>A write to a field or property of an object or type that all iterations share.</summary>
    SharedWrite,

    /// <summary>Control that leaves the loop or the method: <c>break</c>, <c>return</c>, <c>goto</c>, <c>yield</c>, <c>await</c>.</summary>
    ControlFlow,

    /// <summary>A construct that the compiler does not know.</summary>
    Unsupported,
}

/// <summary>Something that makes running iterations in another order or at the same time unsafe.</summary>
/// <param name="Kind">Which rule tells it.</param>
/// <param name="Message">The reason in the user's words, no trailing period, such as "<c>List.Add</c> changes the list".</param>
/// <param name="Source">The exact expression.</param>
/// <param name="Receiver">
/// The object that is changed, if that is all the hazard there is: an object that each iteration makes for itself is safe to change.
/// </param>
public sealed record Hazard(HazardKind Kind, string Message, SourceSpan Source, Variable? Receiver = null)
{
    /// <summary>
    /// The field of an object that is written, if that is all the hazard there is: safe where each iteration writes to an object that no other
    /// iteration accesses the field of. Null for any other hazard.
    /// </summary>
    public MemoryAccess? Write { get; init; }

    /// <summary>
    /// The variables by which the object is found that is changed: where one of them differs from iteration to iteration, so may the object. None
    /// where all iterations change the same one, or nothing is known of it.
    /// </summary>
    public EquatableArray<Variable> Through { get; init; }
}

/// <summary>What evaluating a node does besides reading its operands.</summary>
/// <param name="Writes">Variables it assigns, such as <c>i</c> in <c>x[i++]</c> or an <c>out</c> argument.</param>
/// <param name="Stores">Memory it writes that could be described, such as an element passed by <c>ref</c>.</param>
/// <param name="Hazards">What cannot be described, each with its reason. Empty: safe in any order, on any thread.</param>
/// <param name="ReadsHeap">
/// Whether it may read array elements, fields or objects that are not among its operands (a pure call that looks into memory);
/// such a node is safe only in a loop that writes no memory that it could see.
/// </param>
/// <param name="MayThrow">Whether it can throw for a reason other than its operands'.</param>
public sealed record Effects(
    EquatableArray<Variable> Writes,
    EquatableArray<MemoryAccess> Stores,
    EquatableArray<Hazard> Hazards,
    bool ReadsHeap,
    bool MayThrow)
{
    /// <summary>Whether it may read any field of objects that it is given, as the equality of records does.</summary>
    public bool ReadsObjects { get; init; }

    /// <summary>No effect at all.</summary>
    public static readonly Effects None = new(default, default, default, false, false);

    /// <summary>Whether evaluating it changes nothing, so that how often and in which order it is evaluated shows only in what it reads and throws.</summary>
    public bool ChangesNothing => Writes.IsEmpty && Stores.IsEmpty && Hazards.IsEmpty;

    /// <summary>No effect but a possible exception.</summary>
    public static readonly Effects Throws = new(default, default, default, false, true);

    /// <summary>The effects of one hazard.</summary>
    public static Effects Of(Hazard hazard) => None with { Hazards = EquatableArray.Of(hazard), MayThrow = true };

    /// <summary>Both effects.</summary>
    public Effects Union(Effects other) => new(
        Writes.Concat(other.Writes).Distinct().ToEquatableArray(),
        Stores.Concat(other.Stores).ToEquatableArray(),
        Hazards.Concat(other.Hazards).ToEquatableArray(),
        ReadsHeap || other.ReadsHeap,
        MayThrow || other.MayThrow)
    {
        ReadsObjects = ReadsObjects || other.ReadsObjects,
    };

    /// <inheritdoc/>
    public override string ToString()
    {
        var parts = new List<string>();
        if (!Writes.IsEmpty)
            parts.Add("writes " + string.Join(", ", Writes));
        if (!Stores.IsEmpty)
            parts.Add("stores " + string.Join(", ", Stores));
        if (ReadsHeap)
            parts.Add("reads heap");
        if (MayThrow)
            parts.Add("may throw");
        parts.AddRange(Hazards.Select(h => $"{h.Kind}: {h.Message}"));
        return parts.Count == 0 ? "" : " !" + string.Join("; ", parts);
    }
}
