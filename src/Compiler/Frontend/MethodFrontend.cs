using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Lowers a <c>[Parallel]</c> method: the only stage that sees Roslyn.</summary>
public static class MethodFrontend
{
    /// <summary>The attribute's full name.</summary>
    public const string AttributeName = "AutoParallel.ParallelAttribute";

    /// <summary>The IR of the method. Never fails: what cannot be emitted at all says so in <see cref="Method.NotRerouted"/>.</summary>
    public static Method Lower(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        Lower(method, compilation, false, out _, cancellation);

    /// <summary>
    /// As the other overload; <paramref name="consulted"/> are the members, this method included, whose bodies and initializers the
    /// result depends on, besides the declarations of the whole compilation. With <paramref name="checksRaces"/> the method has its
    /// <see cref="Method.RaceChecks"/>.
    /// </summary>
    public static Method Lower(
        IMethodSymbol method,
        Compilation compilation,
        bool checksRaces,
        out IReadOnlyCollection<SyntaxNode> consulted,
        CancellationToken cancellation)
    {
        var models = new ModelCache(compilation);
        var outside = Lower(method, null, compilation, checksRaces, models, null, cancellation);
        var inside = outside.NotRerouted is not null && TypePartBuilder.IsPartial(method.ContainingType)
            ? Lower(method, method.ContainingType, compilation, checksRaces, models, null, cancellation)
            : outside;
        if (outside is { NotRerouted: null, ElementWise: null, Signature.TypeParameters.Count: 1 } && !checksRaces)
            outside = inside = outside with { Instances = Instances(method, compilation, models, cancellation) };
        consulted = models.Members;
        return inside.NotRerouted is null ? inside : outside;
    }

    /// <summary>The method for each number that its type parameter may stand for.</summary>
    private static EquatableArray<MethodInstance> Instances(IMethodSymbol method, Compilation compilation, ModelCache models, CancellationToken cancellation)
    {
        var declaration = method.PartialImplementationPart ?? method;
        if (models.OperationOf(declaration, cancellation) is not { } body)
            return default;
        var instances = new List<MethodInstance>();
        foreach (var (number, arguments) in PrimitiveInstances.Of(declaration, body, compilation))
        {
            var instance = Lower(method, null, compilation, false, models, arguments, cancellation);
            if (instance.NotRerouted is null)
                instances.Add(new MethodInstance(number.ToDisplayString(), instance with { KernelName = $"{instance.KernelName}_{number.Name}", ElementWise = null }));
        }

        return instances.ToEquatableArray();
    }

    /// <summary>The method for a place inside of a type, which may name more, or, without one, outside of all.</summary>
    private static Method Lower(
        IMethodSymbol method,
        INamedTypeSymbol? within,
        Compilation compilation,
        bool checksRaces,
        ModelCache models,
        TypeArguments? arguments,
        CancellationToken cancellation)
    {
        var declaration = method.PartialImplementationPart ?? method;
        var syntax = declaration.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        var source = syntax is null ? default : NameOf(syntax);
        var names = new TypeNames(compilation, within);
        if (arguments is not null)
            names = names.At(arguments);
        var blocker = new RerouteBlocker();
        var signature = SignatureBuilder.Build(declaration, names, blocker, source);
        var accessors = new AccessorBuilder(compilation, within, names, blocker);
        var body = Block.Empty with { Source = source };
        var usings = default(EquatableArray<string>);
        var elementWise = default(ElementWiseShape);
        var raceChecks = default(RaceChecks);
        var isChanged = true;
        CheckKind(method, declaration, blocker, source);
        if (syntax is not null && BodyOf(syntax) is { } bodySyntax)
        {
            try
            {
                (body, usings, elementWise, raceChecks, isChanged) = LowerBody(declaration, syntax, bodySyntax, compilation, checksRaces, models, names, accessors, blocker, cancellation);
            }
            catch (InsufficientExecutionStackException)
            {
                blocker.Block("the method is too deeply nested", source);
            }
        }
        else
        {
            blocker.Block("the method has no body here", source);
        }

        var part = within is null ? null : TypePartBuilder.Of(within, names);
        if (within is not null && part is null)
            blocker.Block($"the type '{within.Name}' cannot be named outside", source);
        if (within is not null && !accessors.Declarations.IsEmpty && TypeParameterText.OfType(within).Any())
            blocker.Block("a generic type cannot hold the accessors that generated code needs", source);
        return new Method(
            KernelNames.Of(method),
            Names.Display(method),
            IsVisibleOutside(method),
            signature,
            OptionReader.Read(method),
            body,
            usings,
            accessors.Declarations,
            syntax?.SyntaxTree.FilePath ?? "",
            blocker.Reason,
            blocker.Source,
            part is null ? elementWise : null,
            part)
        {
            RaceChecks = raceChecks,
            Original = isChanged ? null : OriginalMethod.Call(declaration, names, compilation, within),
        };
    }

    private static (Block Body, EquatableArray<string> Usings, ElementWiseShape? ElementWise, RaceChecks? RaceChecks, bool IsChanged) LowerBody(
        IMethodSymbol method,
        SyntaxNode syntax,
        SyntaxNode bodySyntax,
        Compilation compilation,
        bool checksRaces,
        ModelCache models,
        TypeNames names,
        AccessorBuilder accessors,
        RerouteBlocker blocker,
        CancellationToken cancellation)
    {
        if (models.Of(syntax) is not { } model || model.GetOperation(syntax, cancellation) is not IMethodBodyOperation operation
            || (operation.BlockBody ?? operation.ExpressionBody) is not { } block)
        {
            blocker.Block("the method's body could not be read", NameOf(syntax));
            return (Block.Empty, default, null, null, true);
        }

        if (block.Descendants().FirstOrDefault(o => o is IInvalidOperation) is { } invalid)
            blocker.Block("the method has errors", Spans.Of(invalid.Syntax));
        var text = syntax.SyntaxTree.GetText(cancellation).ToString();
        if (text.IndexOf('\u0001') >= 0 || text.IndexOf('\u0002') >= 0)
            blocker.Block("the file holds control characters that generated code uses", NameOf(syntax));
        var usage = new VariableUsage([block]);
        if (DynamicUse(block) is { } dynamic)
            blocker.Block("what 'dynamic' binds to depends on the type that the code is in", Spans.Of(dynamic.Syntax));
        var whole = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        TextEdits edits;
        SourceQualifier qualifier;
        EffectInference inference;
        Lowering lowering;
        Block body;
        do
        {
            edits = new TextEdits(text);
            qualifier = SourceQualifier.Run(bodySyntax, model, names, accessors, blocker, method, edits);
            inference = new EffectInference(compilation, models, names, cancellation);
            lowering = new Lowering(compilation, model, method, names, usage, inference, accessors, edits, bodySyntax, null, cancellation) { Whole = whole };
            foreach (var parameter in method.Parameters)
                lowering.VariableOf(parameter);
            body = lowering.Statements.LowerBlock(block);
        }
        while (lowering.Structs.HasFailed);

        if (bodySyntax is not BlockSyntax)
        {
            var isStatement = method.ReturnsVoid || IsAsyncVoid(method) || bodySyntax is ThrowExpressionSyntax;
            body = body with { Text = $"{{ {(isStatement ? "" : "return ")}{lowering.Text(bodySyntax)}; }}" };
        }

        CheckMarkers(body, blocker);
        var elementWise = ElementWiseFunctions.Of(method, compilation, names, NameOf(syntax), lowering.VariableOf);
        var raceChecks = checksRaces && !method.IsAsync && blocker.Reason is null ? RaceChecks() : null;
        return (body, qualifier.NeedsUsings ? UsingDirectives.Of(syntax, model) : default, elementWise, raceChecks, qualifier.ReplacesFunctions);

        // The same lowering of the same body, whose texts report what they access.
        RaceChecks RaceChecks()
        {
            var reporting = new TextEdits(text);
            SourceQualifier.Run(bodySyntax, model, names, accessors, blocker, method, reporting);
            var sites = RaceInstrumentation.Run(bodySyntax, model, edits, reporting);
            var again = new Lowering(compilation, model, method, names, usage, inference, accessors, reporting, bodySyntax, null, cancellation);
            var loops = again.Statements.LowerBlock(block).SelfAndDescendants().OfType<Loop>();
            return new RaceChecks(sites, loops.Select(l => new CheckedLoop(l.Id, l.Text, l.BodyText)).ToEquatableArray());
        }
    }

    /// <summary>A task without a result is awaited by the expression, not returned.</summary>
    private static bool IsAsyncVoid(IMethodSymbol method) =>
        method.IsAsync && method.ReturnType is INamedTypeSymbol { TypeArguments.IsEmpty: true };

    private static void CheckKind(IMethodSymbol method, IMethodSymbol declaration, RerouteBlocker blocker, SourceSpan source)
    {
        if (method.IsStatic && !method.ExplicitInterfaceImplementations.IsEmpty)
            blocker.Block("a static method that implements one of an interface is only called through a type parameter", source);
        else if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
            blocker.Block("calls of a local function, accessor, operator or constructor cannot be rerouted", source);
        else if (method.IsAbstract || method.IsExtern || declaration.IsExtern)
            blocker.Block("the method has no body", source);
        else if (method is { IsStatic: false, ContainingType.TypeKind: TypeKind.Interface })
            blocker.Block("the body in an interface is only called by dispatch; move the loop into a static method", source);
        else if (method.IsVararg)
            blocker.Block("a method with __arglist cannot be rerouted", source);
        else if (IsObsolete(method))
            blocker.Block("the method or its type is obsolete, and generated code may not use what only obsolete code may", source);
        else if (method.ContainingType.IsFileLocal)
            blocker.Block($"the type '{method.ContainingType.Name}' is local to its file", source);
    }

    private static bool IsObsolete(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.GetAttributes().Any(a => a.AttributeClass is { Name: "ObsoleteAttribute" }))
                return true;
        }

        return false;
    }

    private static void CheckMarkers(Block body, RerouteBlocker blocker)
    {
        var known = new HashSet<int>(body.SelfAndDescendants().OfType<Loop>().Select(l => l.Id));
        foreach (var text in body.SelfAndDescendants().OfType<Loop>().Select(l => l.Text).Append(body.Text))
        {
            LoopMarker.Expand(text, id =>
            {
                if (!known.Contains(id))
                    blocker.Block("a loop stands where the compiler does not expect one", body.Source);
                return "";
            });
        }
    }

    private static IOperation? DynamicUse(IOperation body) => body.Descendants().FirstOrDefault(o =>
        o is IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation);

    private static SyntaxNode? BodyOf(SyntaxNode syntax) => syntax switch
    {
        MethodDeclarationSyntax { Body: { } block } => block,
        MethodDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
        _ => null,
    };

    /// <summary>The part of a declaration that messages point at.</summary>
    private static SourceSpan NameOf(SyntaxNode syntax) =>
        syntax is MethodDeclarationSyntax declaration ? Spans.Of(declaration.Identifier) : Spans.Of(syntax);

    private static bool IsVisibleOutside(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol is INamedTypeSymbol { IsExtension: true })
                continue;
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }
}
