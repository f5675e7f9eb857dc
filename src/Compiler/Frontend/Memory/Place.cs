using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Frontend;

/// <summary>What an expression that can stand on the left of an assignment names.</summary>
internal abstract record Place
{
    /// <summary>What something does that also changes the value here.</summary>
    public Effects Changed(Effects effects) => this switch
    {
        VariablePlace variable => effects with { Writes = EquatableArray.Of(variable.Variable) },
        MemberPlace member => effects with { Writes = EquatableArray.Of(member.Variable) },
        MemoryPlace memory => effects with { Stores = EquatableArray.Of(memory.Access) },
        _ => effects,
    };
}

/// <summary>A local, a by-value parameter or the receiver.</summary>
internal sealed record VariablePlace(Variable Variable) : Place;

/// <summary>A part of a struct or tuple that a variable holds.</summary>
/// <param name="Operands">What is evaluated to find the part, such as the index into an inline array.</param>
internal sealed record MemberPlace(Variable Variable, EquatableArray<IrExpression> Operands) : Place;

/// <summary>A local that is split into its parts, or a struct in it.</summary>
/// <param name="Path">The members that lead to the struct; empty for the local.</param>
internal sealed record SplitPlace(SplitLocal Local, string Path) : Place;

/// <summary>Memory that can be described.</summary>
internal sealed record MemoryPlace(MemoryAccess Access) : Place;

/// <summary>Anything else.</summary>
/// <param name="Operands">What is evaluated to find it.</param>
/// <param name="ReadEffects">What reading it does.</param>
/// <param name="WriteEffects">What writing it does.</param>
/// <param name="Reason">What it is, such as "a call of <c>Foo.Bar</c>".</param>
internal sealed record UnknownPlace(EquatableArray<IrExpression> Operands, Effects ReadEffects, Effects WriteEffects, string Reason) : Place
{
    /// <summary>What reading it runs, where it is a property and that can be put in its place; null for anything else.</summary>
    public FunctionBody? Getter { get; init; }

    /// <summary>Why reading a property must stay a call, in the user's words; null for anything else.</summary>
    public string? Obstacle { get; init; }
}
