using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Transforms;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>The lowered body of a method of the user's, and whether it can take the place of a call.</summary>
/// <param name="Body">The body.</param>
/// <param name="Parameters">Its parameters, in the order of their declaration.</param>
/// <param name="Captured">The variables of the method around it that a local function reads.</param>
/// <param name="Obstacle">Why it must stay a call, in the user's words; null if it need not.</param>
/// <param name="StatementObstacle">The same where the call is a statement, which may write memory.</param>
internal sealed record CalleeBody(Block Body, EquatableArray<Variable> Parameters, EquatableArray<Variable> Captured, string? Obstacle, string? StatementObstacle)
{
    /// <summary>The expressions that a body may have, those of the calls in it included.</summary>
    private const int MostExpressions = 500;

    /// <summary>Judges a body that was lowered for its effects.</summary>
    public static CalleeBody Of(IMethodSymbol method, IReadOnlyList<IOperation> operations, Block body, Lowering lowering)
    {
        var parameters = method.Parameters.Select(lowering.VariableOf).ToEquatableArray();
        var own = new HashSet<Variable>(parameters.Concat(body.VariablesDeclared()));
        var captured = method.MethodKind == MethodKind.LocalFunction
            ? body.VariablesRead().Where(v => v.Kind != VariableKind.This && !own.Contains(v)).Distinct().ToEquatableArray()
            : default;
        var shared = body.VariablesAssigned().FirstOrDefault(v => captured.Contains(v) || (method.MethodKind == MethodKind.LocalFunction && !own.Contains(v)));
        return new CalleeBody(body, parameters, captured, WhyNot(false), WhyNot(true));

        string? WhyNot(bool isStatement) => CalleeBody.WhyNot(method, operations, lowering.Names, isStatement)
            ?? (shared is null ? null : $"which assigns '{shared.Name}'")
            ?? CalleeBody.WhyNot(body, parameters.Concat(captured).ToEquatableArray(), isStatement);
    }

    /// <summary>What a call runs, or why that cannot be put in its place; neither for a method whose code is not at hand.</summary>
    /// <param name="call">The call, of whose method the effects are known.</param>
    /// <param name="values">The values of the arguments.</param>
    /// <param name="lowering">What the call stands in.</param>
    public static (FunctionBody? Function, string? Obstacle) In(CallSite call, EquatableArray<IrExpression> values, Lowering lowering)
    {
        var method = call.Method;
        var isLocal = method.MethodKind == MethodKind.LocalFunction;
        if (!(isLocal || method.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet) || method.DeclaringSyntaxReferences.IsEmpty)
            return (null, null);
        if (lowering.Inference.IsInProgress(method) || SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, lowering.Method.OriginalDefinition))
            return (null, "which calls itself");
        if (!isLocal && !method.IsStatic && PropertyFacts.CanBeOverridden(method))
            return (null, "which another class may override");
        if (lowering.Inference.BodyOf(method, lowering.Names) is not { } callee)
            return (null, null);
        if ((call.IsStatement ? callee.StatementObstacle : callee.Obstacle) is { } obstacle)
            return (null, obstacle);
        if (call.HasGatheredArguments || values.Count != callee.Parameters.Count)
            return (null, "whose arguments are gathered in a container");
        var receiver = isLocal || method.IsStatic ? null : Receiver.Of(call, lowering);
        if (receiver?.WhyNot(callee.Body) is { } reason)
            return (null, reason);
        var parameters = call.Ordinals.Select(o => callee.Parameters[o]).ToEquatableArray();
        if (parameters.Zip(values, (p, v) => p.Kind == VariableKind.Reference && v is not VariableRead { Variable: { Kind: VariableKind.Local or VariableKind.Parameter, IsCaptured: false } }).Any(isOther => isOther))
            return (null, "which is given a reference to something else than a variable");
        if (parameters.Zip(values, (p, v) => p.Type.Kind == ScalarKind.Other && v is not (VariableRead or Load)).Any(isOther => isOther))
            return (null, "which is given a container that is not a variable or field");
        var captured = callee.Captured.Select(v => (IrExpression)new VariableRead(v));
        var function = new FunctionBody(parameters.Concat(callee.Captured).ToEquatableArray(), values.Concat(captured).ToEquatableArray(), callee.Body);
        return !lowering.HasText ? (function, null) : Here(function, call, receiver, lowering) is { } named ? (named, null) : (null, "which uses a field that generated code cannot name");
    }

    /// <summary>The function with the fields that it and its callees use as they are spelled where the call stands.</summary>
    private static FunctionBody? Here(FunctionBody function, CallSite call, Receiver? receiver, Lowering lowering)
    {
        var isNamed = true;
        var type = lowering.Names.Arguments.Resolve(call.Method.ContainingType) as INamedTypeSymbol;
        var outside = receiver?.Reads ?? default;
        var copy = new IrCopy(_ => null, Field, lowering.Source(call.Operation.Syntax), outside).Of(function.Body);
        return isNamed ? function with { Body = copy, Outside = outside } : null;

        MemoryRoot? Field(MemoryRoot root)
        {
            if (root.Rank > 0 || lowering.Inference.MemberOf(root.Text) is not { } declared)
                return null;
            var member = TypeArguments.MemberIn(declared, type);
            var memberType = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
            var place = declared.IsStatic ? null : receiver?.Place ?? new VariablePlace(lowering.This(lowering.Method.ContainingType));
            if (member is not null && memberType is not null && lowering.Names.WhyUnnameable(memberType) is null
                && lowering.Memory.FieldRead(member, place, call.Instance, false, call.Operation) is Load { Access.Root: var named } && !named.Text.StartsWith(EffectInference.AnyObject, StringComparison.Ordinal))
            {
                return named;
            }

            isNamed = false;
            return root;
        }
    }

    private static string? WhyNot(IMethodSymbol method, IReadOnlyList<IOperation> operations, TypeNames names, bool isStatement)
    {
        if (method.Parameters.Any(p => p.RefKind != RefKind.None && !(isStatement && p.RefKind == RefKind.Ref && TypeNames.KindOf(p.Type) != ScalarKind.Other)) || method.RefKind != RefKind.None)
            return "which has a parameter or value by reference";
        if (method.IsGenericMethod && names.Arguments.IsEmpty)
            return "which is generic";
        if (method.ReturnsVoid && !isStatement)
            return "which returns nothing";
        if (method.GetAttributes().Any(a => a.AttributeClass is { Name: "ParallelAttribute" } && !a.NamedArguments.IsEmpty))
            return "which has options of its own";
        return operations.SelectMany(o => o.DescendantsAndSelf()).Select(o => o.Type).OfType<INamedTypeSymbol>()
            .Any(t => t.TypeKind == TypeKind.Enum && names.WhyUnnameable(t) is not null)
            ? "which uses a type that generated code cannot name"
            : null;
    }

    private static string? WhyNot(Block body, EquatableArray<Variable> parameters, bool isStatement)
    {
        if (Size(body) > MostExpressions)
            return "which is too large to be inlined";
        var containers = new HashSet<Variable>(parameters.Where(p => p.Type.Kind == ScalarKind.Other));
        if (body.VariablesAssigned().Any(containers.Contains))
            return "which assigns a parameter that is a container";
        return body.SelfAndDescendants().Select(s => WhyNot(s, isStatement)).FirstOrDefault(r => r is not null)
            ?? body.SelfAndDescendants().Where(s => s is not Jump { Kind: JumpKind.Throw }).SelectMany(s => s.Expressions).SelectMany(Evaluated).Select(e => WhyNot(e, containers, isStatement)).FirstOrDefault(r => r is not null);
    }

    /// <summary>The expression and its operands; of a call that can be inlined the arguments, not the receiver.</summary>
    private static IEnumerable<IrExpression> Evaluated(IrExpression expression) =>
        (expression is OpaqueExpression { Function: { } function } ? function.Arguments : expression.Operands).SelectMany(Evaluated).Append(expression);

    private static int Size(Block body) =>
        body.AllExpressions().Sum(e => e is OpaqueExpression { Function: { } function } ? 1 + Size(function.Body) : 1);

    private static string? WhyNot(Statement statement, bool isStatement) => statement switch
    {
        Jump { Kind: JumpKind.Return } when isStatement => null,
        Store store when isStatement => !(IsFollowed(store.Access.Root) || IsReference(store.Access.Root)) || store.Access.Path.Length > 0
            ? $"which writes '{store.Access.Display}'"
            : OfType(store.Access.Root.Element),
        Evaluation { Expression: OpaqueExpression { Function: { } function } } when isStatement && !EarlyExits.Exits(function.Body, JumpKind.Return) => null,
        Block or If or Jump { Kind: JumpKind.Break or JumpKind.Continue } or Jump { Kind: JumpKind.Return, Value: not null } => null,
        Declaration declaration => OfVariable(declaration.Variable),
        Assignment assignment => OfVariable(assignment.Variable),
        Loop { Space: not null } => null,
        Loop { Condition: not null, TestsAtEnd: false } loop when !loop.ContinueSkipsSteps => null,
        Loop => "which contains a loop without a vector form",
        Store => "which writes memory",
        Jump { Kind: JumpKind.Throw, Value: { } exception } => exception.SelfAndDescendants().Any(e => e is OpaqueExpression { Effects.ChangesNothing: false })
            ? "which throws an exception whose making has effects"
            : null,
        OpaqueStatement opaque => $"which contains {opaque.Reason}",
        Evaluation { Expression: OpaqueExpression call } => $"which contains {call.Reason}",
        _ => "which contains a statement whose value is not used",
    };

    private static string? OfVariable(Variable variable) =>
        variable.IsCaptured || variable.Kind is not (VariableKind.Local or VariableKind.Parameter or VariableKind.Synthetic) ? $"which shares '{variable.Name}'"
        : OfType(variable.Type);

    private static string? WhyNot(IrExpression expression, HashSet<Variable> containers, bool isStatement) => expression switch
    {
        Load { Access.Root: var root } when isStatement && IsReference(root) => null,
        OpaqueExpression { Function: not null, Effects: { Stores.IsEmpty: false } or { Writes.IsEmpty: false } } opaque when !isStatement => $"which contains {opaque.Reason}",
        OpaqueExpression { Function: not null } => null,
        LengthOf length => IsFollowed(length.Root) ? null : "which asks for the length of a container that is not followed",
        OpaqueExpression { Obstacle: { } obstacle } opaque => $"which contains {opaque.Reason}, {obstacle}",
        OpaqueExpression opaque => $"which contains {opaque.Reason}",
        VariableRead read when containers.Contains(read.Variable) => null,
        Load { Access: var access } when !IsFollowed(access.Root) || access.Path.Length > 0 => $"which reads '{access.Display}'",
        Load { Access.Root.Rank: 0, Type.Kind: ScalarKind.Other } => null,
        _ => OfType(expression.Type),
    };

    /// <summary>Whether it is what a parameter names by reference.</summary>
    private static bool IsReference(MemoryRoot root) => root is { Kind: MemoryKind.Reference, Parent: null, Reads.Count: 1 } && root.Reads[0].Kind == VariableKind.Reference;

    /// <summary>Whether the container is a parameter, a local or a field of the receiver or of a type, so that it has a name where the call stands.</summary>
    private static bool IsFollowed(MemoryRoot root) => root.Kind switch
    {
        MemoryKind.Reference => false,
        MemoryKind.Field => root.Parent is null && root.Reads.All(v => v.Kind == VariableKind.This),
        MemoryKind.StaticField => true,
        _ => root.Parent is { } parent ? IsFollowed(parent.Root) : root.Reads.Count == 1 && root.Text.Length > 0,
    };

    private static string? OfType(IrType type) =>
        type.Kind is ScalarKind.Other or ScalarKind.Decimal or ScalarKind.Half ? $"which computes with '{type.Text}'" : null;
}
