using System.Runtime.CompilerServices;

using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Says what calling a method of the user's does, by lowering its body and summing up the effects; once a method.
/// </summary>
internal sealed class EffectInference
{
    /// <summary>Stands before the name of a field that may be that of any object.</summary>
    public const string AnyObject = "?";

    /// <summary>Why the text of a local function cannot go with that of a loop.</summary>
    public const string InContext = " in a 'checked' or 'unsafe' block, without which it means something else; make it a private method";
    private const int MaximumDepth = 8;
    private const int MaximumLength = 20_000;
    private const int MaximumTotalLength = 60_000;

    private readonly Compilation _compilation;
    private readonly TypeNames _names;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<IMethodSymbol, CalleeBody> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, FunctionSummary?> _summaries = new(SymbolEqualityComparer.Default);
    private readonly List<IMethodSymbol> _found = [];
    private readonly Dictionary<ISymbol, FunctionSummary> _assumed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _inProgress = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, ISymbol> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<ISymbol, string> _keys = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, TypeNames> _instances = new(SymbolEqualityComparer.Default);
    private int _totalLength;
    private bool _isAssumed;

    public EffectInference(Compilation compilation, ModelCache models, TypeNames names, CancellationToken cancellation)
    {
        Models = models;
        _compilation = compilation;
        _names = names;
        _cancellation = cancellation;
    }

    /// <summary>The semantic models of the files that were looked into.</summary>
    public ModelCache Models { get; }

    /// <summary>Takes the local functions that calls run; null where nobody asks for them.</summary>
    public CalledPlaces? Places { get; init; }

    /// <summary>What a call of the method does; null where its code is not at hand.</summary>
    /// <param name="method">The method.</param>
    /// <param name="caller">How the code names types that calls it.</param>
    public FunctionSummary? Of(IMethodSymbol method, TypeNames caller)
    {
        var definition = Definition(method);
        var instance = InstanceOf(method, definition, caller);
        if (_summaries.TryGetValue(instance, out var known))
            return known;
        if (_assumed.TryGetValue(definition, out var assumption))
        {
            _isAssumed = true;
            return assumption;
        }

        if (_inProgress.Contains(definition))
            return FunctionSummary.Refused(HazardKind.ImpureCall, $"'{Names.Display(method)}' calls itself, and changes what other iterations could notice");
        if (_inProgress.Count >= MaximumDepth)
            return FunctionSummary.Refused(HazardKind.ImpureCall, $"'{Names.Display(method)}' is too many calls deep to follow");
        _inProgress.Add(definition);
        var summary = FixedPoint(definition, instance);
        _inProgress.Remove(definition);
        _found.Add(instance);
        return _summaries[instance] = summary;
    }

    /// <summary>
    /// What a method does that may call itself, by itself or through others: the least fixed point, where that changes nothing (Cousot and Cousot,
    /// "Abstract interpretation", POPL 1977). Supposed of the call inside is first that it touches nothing, and then that it reads anything.
    /// </summary>
    private FunctionSummary? FixedPoint(IMethodSymbol definition, IMethodSymbol instance)
    {
        var isOuter = _isAssumed;
        foreach (var supposed in new[] { FunctionSummary.Pure, FunctionSummary.Pure with { ReadsHeap = true, ReadsObjects = true } })
        {
            var count = _found.Count;
            (_assumed[definition], _isAssumed) = (supposed, false);
            var summary = Summarize(definition, instance);
            _assumed.Remove(definition);
            if (!_isAssumed)
            {
                _isAssumed = isOuter;
                return summary;
            }

            _isAssumed = true;
            if (summary is { Hazards.Count: 0, WritesThis: false, WrittenParameters.Count: 0 } && (supposed.ReadsHeap || summary is { ReadsHeap: false, ReadsObjects: false, Reads.Count: 0 }))
                return summary;
            Forget(count);
        }

        return Summarize(definition, instance);
    }

    /// <summary>Forgets what was found under an assumption that does not hold.</summary>
    private void Forget(int count)
    {
        foreach (var method in _found.Skip(count))
        {
            _summaries.Remove(method);
            _bodies.Remove(method);
        }

        _found.RemoveRange(count, _found.Count - count);
    }

    /// <summary>The body of a method of which <see cref="Of"/> was asked; null where its code is not at hand, or is that being lowered.</summary>
    public CalleeBody? BodyOf(IMethodSymbol method, TypeNames caller) =>
        _bodies.TryGetValue(InstanceOf(method, Definition(method), caller), out var body) ? body : null;

    /// <summary>Whether the method is one whose body is being lowered.</summary>
    public bool IsInProgress(IMethodSymbol method) => _inProgress.Contains(Definition(method));

    /// <summary>Notes that the body of a method is looked at; false where that goes on already, or is too many calls deep.</summary>
    public bool Enter(IMethodSymbol method) => _inProgress.Count < MaximumDepth && _inProgress.Add(Definition(method));

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    public void Leave(IMethodSymbol method) => _inProgress.Remove(Definition(method));

    /// <summary>How a method names types, with what its type parameters stand for where it is called.</summary>
    /// <param name="method">The method.</param>
    /// <param name="caller">How the code names types that calls it.</param>
    public TypeNames NamesIn(IMethodSymbol method, TypeNames caller) =>
        _instances.TryGetValue(InstanceOf(method, Definition(method), caller), out var names) ? names : _names;

    /// <summary>The declaration that has the body.</summary>
    private static IMethodSymbol Definition(IMethodSymbol method) => method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    /// <summary>The method with its type arguments where all are known, else its declaration.</summary>
    private IMethodSymbol InstanceOf(IMethodSymbol method, IMethodSymbol definition, TypeNames caller)
    {
        if (method.MethodKind == MethodKind.LocalFunction || (!definition.IsGenericMethod && definition.ContainingType is not { IsGenericType: true }))
            return definition;
        var resolved = caller.Arguments.Resolve(method);
        if (TypeArguments.Of(resolved, definition, _compilation) is not { } arguments)
            return definition;
        if (!_instances.ContainsKey(resolved))
            _instances.Add(resolved, _names.At(arguments));
        return resolved;
    }

    /// <summary>A lambda: as if it were called where it stands.</summary>
    public IrExpression Lambda(IAnonymousFunctionOperation lambda, Lowering lowering)
    {
        var operands = new List<IrExpression>();
        var effects = Nested(lambda.Symbol, lambda.Body, lowering, lambda, operands);
        return lowering.Expressions.Opaque(lambda, operands, effects, "a lambda");
    }

    /// <summary>What calling a lambda does that was made elsewhere.</summary>
    public Effects LambdaEffects(IAnonymousFunctionOperation lambda, Lowering lowering, List<IrExpression>? reads)
    {
        var operands = new List<IrExpression>();
        var effects = Nested(lambda.Symbol, lambda.Body, lowering, lambda, operands);
        reads?.AddRange(operands);
        return reads is null && operands.Count > 0 ? effects with { ReadsHeap = true } : effects;
    }

    /// <summary>What calling a local function does.</summary>
    public Effects LocalFunction(IMethodSymbol function, Lowering lowering, IOperation call, List<IrExpression>? reads)
    {
        var syntax = function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation);
        if (syntax is null || syntax.SyntaxTree != call.Syntax.SyntaxTree || lowering.Model.GetOperation(syntax, _cancellation) is not ILocalFunctionOperation { Body: { } body } declaration)
            return Effects.Of(lowering.Hazard(HazardKind.Unsupported, $"what '{function.Name}' does is not known", call.Syntax));
        var operands = new List<IrExpression>();
        var effects = Nested(function, body, lowering, call, operands);
        reads?.AddRange(operands);
        if (lowering.HasText && !lowering.Functions.Need(declaration))
            effects = effects.Union(Effects.Of(lowering.Hazard(HazardKind.Unsupported, $"'{function.Name}' is a local function{InContext}", call.Syntax)));

        return reads is null && operands.Count > 0 ? effects with { ReadsHeap = true } : effects;
    }

    /// <summary>A name for a field of the receiver or a static one, in the summaries of callees.</summary>
    public string KeyOf(ISymbol member)
    {
        member = member.OriginalDefinition;
        if (_keys.TryGetValue(member, out var known))
            return known;
        var key = $"#{_keys.Count}";
        _keys.Add(member, key);
        _members.Add(key, member);
        return key;
    }

    /// <summary>The field that a key names.</summary>
    public ISymbol? MemberOf(string key) => _members.TryGetValue(key, out var member) ? member : null;

    /// <summary>The field that a key of any object's field names.</summary>
    public ISymbol? AnyMemberOf(string key) => key.StartsWith(AnyObject, StringComparison.Ordinal) ? MemberOf(key.Substring(AnyObject.Length)) : null;

    private Effects Nested(IMethodSymbol function, IBlockOperation body, Lowering outer, IOperation use, List<IrExpression> operands)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_inProgress.Add(function))
        {
            var message = $"'{function.Name}' calls itself, and the compiler does not follow recursion";
            return Effects.Of(outer.Hazard(HazardKind.ImpureCall, message, use.Syntax));
        }

        var inner = new Lowering(_compilation, outer.Model, outer.Method, outer.Names, outer.Usage, this, null, null, body.Syntax, outer, _cancellation);
        var block = inner.Statements.LowerBody([body], body.Syntax);
        _inProgress.Remove(function);
        if (function.MethodKind == MethodKind.LocalFunction)
            _bodies[function] = CalleeBody.Of(function, [body], block, inner);
        var parameters = function.Parameters.Select(inner.VariableOf);
        var effects = new NestedFold(block, parameters, outer, use, operands).Fold();
        return function.MethodKind == MethodKind.LocalFunction || !outer.HasText || outer.Functions.NeedAllOf(body)
            ? effects
            : effects.Union(Effects.Of(outer.Hazard(HazardKind.Unsupported, $"the lambda calls a local function{InContext}", use.Syntax)));
    }

    private FunctionSummary? Summarize(IMethodSymbol method, IMethodSymbol instance)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (method.MethodKind == MethodKind.Constructor)
            return Constructor(method, instance);
        if (method.AssociatedSymbol is IPropertySymbol property && method.MethodKind == MethodKind.PropertyGet && PropertyFacts.IsAuto(property))
            return FunctionSummary.Pure with { ReadsHeap = true };
        if (Body(method) is not { } body)
            return null;
        if (!IsAffordable(body.Syntax))
            return FunctionSummary.Refused(HazardKind.ImpureCall, $"'{Names.Display(method)}' and what it calls are too much code to follow");
        if (method.IsAsync)
            return FunctionSummary.Refused(HazardKind.ImpureCall, $"'{Names.Display(method)}' is asynchronous");
        return Fold(method, instance, body.Operations, body.Syntax, body.Model);
    }

    /// <summary>Bounds the work, so that one call cannot make the compiler read a whole program.</summary>
    private bool IsAffordable(SyntaxNode body)
    {
        _totalLength += body.FullSpan.Length;
        return body.FullSpan.Length <= MaximumLength && _totalLength <= MaximumTotalLength;
    }

    /// <summary>The initializers of the fields, then the body; a constructor without either only calls that of the base type.</summary>
    private FunctionSummary? Constructor(IMethodSymbol constructor, IMethodSymbol instance)
    {
        var type = constructor.ContainingType;
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return null;
        var operations = new List<IOperation>();
        SyntaxNode? syntax = null;
        SemanticModel? model = null;
        foreach (var reference in type.GetMembers().Where(m => m is IFieldSymbol or IPropertySymbol && !m.IsStatic).SelectMany(m => m.DeclaringSyntaxReferences))
        {
            var value = reference.GetSyntax(_cancellation) switch
            {
                Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax field => field.Initializer?.Value,
                Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
            if (value is null)
                continue;
            if (Models.Of(value) is not { } owner)
                return null;
            if (owner.GetOperation(value, _cancellation) is { } operation)
            {
                operations.Add(operation);
                (syntax, model) = (value, owner);
            }
        }

        if (Body(constructor) is { } body)
        {
            if (!IsAffordable(body.Syntax))
                return FunctionSummary.Refused(HazardKind.ImpureCall, $"'{Names.Display(constructor)}' and what it calls are too much code to follow");
            operations.AddRange(body.Operations);
            (syntax, model) = (body.Syntax, body.Model);
        }

        var summary = syntax is null || model is null ? FunctionSummary.Pure : Fold(constructor, instance, operations, syntax, model);
        if (Body(constructor) is { HasInitializer: true } || type.BaseType is not { SpecialType: SpecialType.None } parent || type.IsValueType)
            return summary;
        var inherited = parent.InstanceConstructors.FirstOrDefault(c => c.Parameters.All(p => p.IsOptional));
        if (inherited is null)
            return summary;
        return Of(inherited, _instances.TryGetValue(instance, out var names) ? names : _names) is { } ofParent
            ? summary with { Hazards = [.. summary.Hazards, .. ofParent.Hazards], ReadsHeap = summary.ReadsHeap || ofParent.ReadsHeap }
            : IsLibraryException(parent) ? summary : FunctionSummary.Refused(HazardKind.ImpureCall, $"'{Names.Display(inherited)}' is not known to be free of side effects");
    }

    private static bool IsLibraryException(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty
        && (Names.FullName(type).StartsWith("System.", StringComparison.Ordinal) && type.Name.EndsWith("Exception", StringComparison.Ordinal));

    private FunctionSummary Fold(IMethodSymbol method, IMethodSymbol instance, IReadOnlyList<IOperation> operations, SyntaxNode syntax, SemanticModel model)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var usage = new VariableUsage(operations);
        var names = _instances.TryGetValue(instance, out var known) ? known : _names;
        var lowering = new Lowering(_compilation, model, method, names, usage, this, null, null, syntax, null, _cancellation);
        var block = lowering.Statements.LowerBody(operations, syntax);
        if (method.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet)
            _bodies[instance] = CalleeBody.Of(method, operations, block, lowering);
        return new CalleeFold(block, method, lowering).Fold();
    }

    private (IReadOnlyList<IOperation> Operations, SyntaxNode Syntax, SemanticModel Model, bool HasInitializer)? Body(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(_cancellation);
            if (Models.Of(syntax) is not { } model)
                return null;
            switch (model.GetOperation(syntax, _cancellation))
            {
                case IMethodBodyOperation { BlockBody: { } block }:
                    return ([block], syntax, model, false);
                case IMethodBodyOperation { ExpressionBody: { } expression }:
                    return ([expression], syntax, model, false);
                case IConstructorBodyOperation constructor:
                    var parts = new IOperation?[] { constructor.Initializer, constructor.BlockBody, constructor.ExpressionBody };
                    return ([.. parts.OfType<IOperation>()], syntax, model, constructor.Initializer is not null);
                case IBlockOperation block:
                    return ([block], syntax, model, false);
            }
        }

        return null;
    }
}
