namespace AutoParallel.Compiler.IR;

/// <summary>One parameter as it is written in emitted signatures.</summary>
/// <param name="Name">The identifier, escaped where it is a keyword.</param>
/// <param name="Type">The type, globally qualified, with nullable annotations.</param>
/// <param name="Modifiers"><c>ref</c>, <c>in</c>, <c>out</c>, <c>ref readonly</c>, <c>scoped</c>, <c>params</c> in C# order, or empty.</param>
/// <param name="ArgumentModifier">What an argument forwarded to it needs: <c>ref</c>, <c>in</c>, <c>out</c> or empty.</param>
/// <param name="Attributes">Attributes that must be repeated for the signatures to match, such as <c>[UnscopedRef]</c>.</param>
public sealed record Parameter(string Name, string Type, string Modifiers, string ArgumentModifier, string Attributes)
{
    /// <summary>The parameter as it is declared.</summary>
    public string Declaration => string.Join(" ", new[] { Attributes, Modifiers, Type, Name }.Where(p => p.Length > 0));

    /// <summary>The argument that hands it on.</summary>
    public string Argument => ArgumentModifier.Length == 0 ? Name : $"{ArgumentModifier} {Name}";
}

/// <summary>The signature of a method, flattened into a static one.</summary>
/// <param name="TypeParameters">Those of the containing types, outermost first, then the method's own.</param>
/// <param name="Constraints">The <c>where</c> clauses, one an element.</param>
/// <param name="Receiver">The receiver of an instance method (named <c>__this</c>; <c>ref</c> or <c>in</c> for structs); null for static methods.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="ReturnType">The return type with <c>ref</c> or <c>ref readonly</c>.</param>
/// <param name="Modifiers"><c>async</c> and <c>unsafe</c> as the user's method has them, or empty.</param>
public sealed record MethodSignature(
    EquatableArray<string> TypeParameters,
    EquatableArray<string> Constraints,
    Parameter? Receiver,
    EquatableArray<Parameter> Parameters,
    string ReturnType,
    string Modifiers)
{
    /// <summary>Whether the signature or the body has pointers.</summary>
    public bool IsUnsafe => Modifiers.Split(' ').Contains("unsafe");

    /// <summary><c>&lt;T, U&gt;</c>, or nothing.</summary>
    public string TypeParameterList => TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", TypeParameters)}>";

    /// <summary>The <c>where</c> clauses, with a space in front of each.</summary>
    public string ConstraintList => string.Concat(Constraints.Select(c => " " + c));

    /// <summary>The receiver, if there is one, and the parameters.</summary>
    public IEnumerable<Parameter> AllParameters => Receiver is { } receiver ? Parameters.Prepend(receiver) : Parameters;
}

/// <summary>The options of the attribute, with its defaults.</summary>
public sealed record ParallelOptions(
    FloatMode FloatMode,
    string ScheduleText,
    int ChunkSize,
    int MaxWorkers,
    bool Vectorize,
    bool Required);

/// <summary>How floating-point reductions and functions may be evaluated; mirrors the runtime's enum.</summary>
public enum FloatMode
{
    Reproducible,
    Strict,
    Fast,
}

/// <summary>A part of a type of the user's, for emitted text that names what only the type may name.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Headers">What opens the part and those of the types around it, outermost first.</param>
/// <param name="Path">The type's name, globally qualified, with the flattened type parameters of the method.</param>
public sealed record TypePart(string Namespace, EquatableArray<string> Headers, string Path);

/// <summary>A <c>[Parallel]</c> method, lowered. Holds no compiler object, so that it can be cached and compared.</summary>
/// <param name="KernelName">
/// The name of the static class that holds the emitted method, unique in the assembly and derived from the method's identity alone,
/// so that another compilation can find it in metadata.
/// </param>
/// <param name="Display">How messages name the method.</param>
/// <param name="IsVisibleOutside">Whether another assembly can call the method, so that its kernel must be public too.</param>
/// <param name="Signature">The flattened signature.</param>
/// <param name="Options">The attribute's options.</param>
/// <param name="Body">The body.</param>
/// <param name="Usings">The <c>using</c> directives of the user's file and namespaces, one an element, for extension lookups.</param>
/// <param name="Accessors">Members that the emitted text needs, such as <c>UnsafeAccessor</c> declarations, one an element.</param>
/// <param name="FilePath">The user's file, for <c>#line</c>.</param>
/// <param name="NotRerouted">Why no code can be emitted for the method at all, in the user's words; null if it can.</param>
/// <param name="NotReroutedSource">Where, if <paramref name="NotRerouted"/> is set.</param>
/// <param name="ElementWise">What the method is as a function of one element; null for any other.</param>
/// <param name="Part">The type that the emitted method must stand in; null where it can stand outside.</param>
public sealed record Method(
    string KernelName,
    string Display,
    bool IsVisibleOutside,
    MethodSignature Signature,
    ParallelOptions Options,
    Block Body,
    EquatableArray<string> Usings,
    EquatableArray<string> Accessors,
    string FilePath,
    string? NotRerouted,
    SourceSpan NotReroutedSource,
    ElementWiseShape? ElementWise = null,
    TypePart? Part = null)
{
    /// <summary>The method at each number that its type parameter may stand for, where it computes with generic arithmetic.</summary>
    public EquatableArray<MethodInstance> Instances { get; init; }

    /// <summary>The texts that look for races; null where none are wanted, or where the method's form leaves no place for them.</summary>
    public RaceChecks? RaceChecks { get; init; }

    /// <summary>
    /// What calls the user's own method, without the argument list; null where emitted text cannot call it, or where the emitted form of
    /// the text calls other functions.
    /// </summary>
    public string? Original { get; init; }

    /// <summary>Cheap: names, text and place tell methods apart, without a look at every node of the body.</summary>
    public override int GetHashCode() => unchecked((((KernelName.GetHashCode() * 31) + Body.Text.GetHashCode()) * 31) + Body.Source.GetHashCode());
}
