using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>What a piece of code does with the container that a variable holds, besides reading and writing its elements by subscripts.</summary>
public static class ContainerUses
{
    /// <summary>
    /// The variable that holds a container, where a loop could give each worker another one under the same name: a local or parameter
    /// that it does not assign, and by which alone it names the container.
    /// </summary>
    public static Variable? HolderOf(LoopContext context, LoopAnalysis analysis, MemoryRoot root)
    {
        if (root is not { Kind: MemoryKind.Array or MemoryKind.MultiArray or MemoryKind.Span, Parent: null, Reads.Count: 1 } || !PrivateArray.IsDirect(root, root.Reads[0]))
            return null;
        var variable = root.Reads[0];
        if (variable.Kind is not (VariableKind.Local or VariableKind.Parameter) || variable.IsCaptured || !context.IsInvariant(variable))
            return null;
        var name = context.Resolve(root).Text;
        return analysis.Accesses.All(a => PrivateArray.IsDirect(a.Access.Root, variable) || context.Resolve(a.Access.Root).Text != name)
            && context.Definitions.Values.All(d => !Mentions(d, variable, isElementAllowed: true)) ? variable : null;
    }

    /// <summary>Whether the expression uses the container other than for its length.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="variable">What holds the container.</param>
    /// <param name="isElementAllowed">Whether reading an element does not count.</param>
    public static bool Mentions(IrExpression expression, Variable variable, bool isElementAllowed = false)
    {
        switch (expression)
        {
            case VariableRead read:
                return read.Variable == variable;
            case LengthOf length:
                return length.Root.Reads.Contains(variable) && !PrivateArray.IsDirect(length.Root, variable);
            case Load load when load.Access.Root.Reads.Contains(variable) && !(isElementAllowed && PrivateArray.IsDirect(load.Access.Root, variable)):
                return true;
            case OpaqueExpression opaque when opaque.Effects.Writes.Contains(variable):
                return true;
            case OpaqueExpression opaque when FillsOrReads(opaque, variable):
                return !isElementAllowed;
            default:
                return expression.Operands.Any(o => Mentions(o, variable, isElementAllowed));
        }
    }

    /// <summary>Whether a statement, leaving aside those inside it, uses the container other than for its length.</summary>
    public static bool MentionsItself(Statement statement, Variable variable, bool isElementAllowed = false) =>
        statement.Expressions.Any(e => Mentions(e, variable, isElementAllowed)) || statement switch
        {
            Assignment assignment => assignment.Variable == variable,
            Store store => store.Access.Root.Reads.Contains(variable) && !(isElementAllowed && PrivateArray.IsDirect(store.Access.Root, variable)),
            OpaqueStatement opaque => opaque.Effects.Writes.Contains(variable) || opaque.Effects.Stores.Any(s => s.Root.Reads.Contains(variable)),
            Loop { Space: { } space } => space.Index == variable,
            _ => false,
        };

    /// <summary>
    /// Whether the method has made the container itself and nothing but its locals' elements is done with it before it is returned: then
    /// no other container of the method is the same memory, and nobody sees it where the method throws.
    /// </summary>
    public static bool IsOwned(Method method, Variable variable)
    {
        if (variable is not { Kind: VariableKind.Local, IsCaptured: false } || method.Body.VariablesAssigned().Count(v => v == variable) != 1)
            return false;
        var isMade = false;
        foreach (var statement in method.Body.SelfAndDescendants())
        {
            switch (statement)
            {
                case Declaration declaration when declaration.Variable == variable:
                    isMade = declaration.Initializer is OpaqueExpression { IsFresh: true } made && !Mentions(made, variable);
                    if (!isMade)
                        return false;
                    break;
                case Jump { Kind: JumpKind.Return, Value: VariableRead }:
                    break;
                default:
                    if (MentionsItself(statement, variable, isElementAllowed: true))
                        return false;
                    break;
            }
        }

        return isMade;
    }

    /// <summary>The number of elements of the array that a local holds in the whole method, where that is a constant.</summary>
    public static int? ConstantLength(Method method, Variable variable) =>
        variable is { Kind: VariableKind.Local, IsCaptured: false } && method.Body.VariablesAssigned().Count(v => v == variable) == 1
            ? method.Body.SelfAndDescendants().OfType<Declaration>().Where(d => d.Variable == variable).Select(d => (d.Initializer as OpaqueExpression)?.ConstantLength).FirstOrDefault()
            : null;

    /// <summary>
    /// Whether what is in the container after a loop may be read: anywhere else in the method, but in loops that read of it only what they
    /// have written themselves.
    /// </summary>
    public static bool IsReadAfter(Method method, Loop loop, Variable variable, MemoryRoot root)
    {
        return IsRead(method.Body);

        bool IsRead(Statement statement)
        {
            if (ReferenceEquals(statement, loop))
                return false;
            if (statement is Loop other && !other.SelfAndDescendants().Any(s => ReferenceEquals(s, loop)))
            {
                return other.SelfAndDescendants().Any(s => MentionsItself(s, variable))
                    && (other.Body.SelfAndDescendants().Any(s => MentionsItself(s, variable, isElementAllowed: true))
                        || ArrayFlow.Of(new LoopContext(other), variable, root) is not { ExposedRead: null, Assumptions.Count: 0 });
            }

            return statement.Expressions.Any(e => Mentions(e, variable)) || statement.Children.Any(IsRead);
        }
    }

    /// <summary>
    /// Whether a call is told to read or write elements of the container, which is all that a library method does with it whose value is
    /// no container.
    /// </summary>
    private static bool FillsOrReads(OpaqueExpression call, Variable variable) =>
        call.Type is { IsReference: false } && (call.Type.Kind != ScalarKind.Other || call.Type.Text == "void")
        && (call.Effects.Stores.Any(s => PrivateArray.IsDirect(s.Root, variable))
            || call.Children.Any(c => c is Load load && PrivateArray.IsDirect(load.Access.Root, variable)));
}
