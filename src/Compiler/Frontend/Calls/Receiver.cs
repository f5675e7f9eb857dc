using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>The object whose method is called, where the method's body is to take the place of the call.</summary>
internal sealed class Receiver
{
    private readonly bool _isThis;
    private readonly bool _isFollowed;
    private readonly bool _isKept;
    private readonly bool _mayBeNull;

    private Receiver(Place place, bool isFollowed, bool isKept, bool mayBeNull)
    {
        Place = place;
        _isThis = place is VariablePlace { Variable.Kind: VariableKind.This };
        _isFollowed = isFollowed;
        _isKept = isKept;
        _mayBeNull = mayBeNull;
    }

    /// <summary>Where the object is.</summary>
    public Place Place { get; }

    /// <summary>The variables by which it is found.</summary>
    public EquatableArray<Variable> Reads => Place switch
    {
        VariablePlace place => EquatableArray.Of(place.Variable),
        MemoryPlace place => MemoryLowering.VariablesOf(place.Access).ToEquatableArray(),
        _ => default,
    };

    /// <summary>The receiver of a call.</summary>
    public static Receiver Of(CallSite call, Lowering lowering)
    {
        if (call.Instance is not { Type: { } type } instance)
            return new Receiver(new VariablePlace(lowering.This(lowering.Method.ContainingType)), true, true, false);
        var place = lowering.Memory.Resolve(instance);
        var isFollowed = instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
            || (lowering.HasText && type.TypeKind is TypeKind.Class or TypeKind.Struct && place is VariablePlace or MemoryPlace { Access.Path: "" });
        return new Receiver(place, isFollowed, !IsMadeInLoop(instance, lowering), type.IsReferenceType && instance is not IInstanceReferenceOperation);
    }

    /// <summary>Why the body of a method of the object must stay where it is, in the user's words; null if it need not.</summary>
    public string? WhyNot(Block body)
    {
        if (_isThis)
            return null;
        if (!_isFollowed)
            return "which belongs to another object";
        var stores = LoopContext.Stores(body).ToList();
        if (stores.Any(s => s.Root.Rank == 0 && s.Root.Kind is MemoryKind.Field or MemoryKind.StaticField))
            return "which assigns a field of another object";
        if (stores.Count > 0 && !_isKept)
            return "which writes through a reference that another iteration may hold too";

        // A call throws where there is no object, whatever the body does; the body alone must do so, too.
        return _mayBeNull && !AlwaysReads(body.Statements) ? "which belongs to another object, and need not ask for it" : null;
    }

    /// <summary>Whether the object is found inside a loop: in a variable that the loop declares, or in an element.</summary>
    private static bool IsMadeInLoop(IOperation instance, Lowering lowering) => instance.DescendantsAndSelf().Any(o => o switch
    {
        ILocalReferenceOperation { Local: var local } => lowering.LoopStack.Any(l => local.DeclaringSyntaxReferences.Any(r => l.Span.Contains(r.Span))),
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 } => true,
        _ => false,
    });

    /// <summary>Whether statements read the object on every path that does not throw, before anything lets them end.</summary>
    private static bool AlwaysReads(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
        {
            var isRead = statement switch
            {
                Block block => AlwaysReads(block.Statements),
                Loop { Space: { } space } => new[] { space.Start, space.End }.Any(AlwaysReads),
                Store store => IsOfThis(store.Access.Root) || statement.Expressions.Any(AlwaysReads),
                _ => statement.Expressions.Any(AlwaysReads),
            };
            if (isRead)
                return true;
            if (statement.SelfAndDescendants().Any(s => s is Jump { Kind: not JumpKind.Throw }))
                return false;
        }

        return false;
    }

    private static bool AlwaysReads(IrExpression expression) => expression switch
    {
        Load load => IsOfThis(load.Access.Root) || load.Operands.Any(AlwaysReads),
        LengthOf length => IsOfThis(length.Root),
        Conditional conditional => AlwaysReads(conditional.Condition),
        Binary { Operator: BinaryOperator.AndAlso or BinaryOperator.OrElse } test => AlwaysReads(test.Left),
        OpaqueExpression => false,
        _ => expression.Operands.Any(AlwaysReads),
    };

    private static bool IsOfThis(MemoryRoot root) => root.Reads.Any(v => v.Kind == VariableKind.This);
}
