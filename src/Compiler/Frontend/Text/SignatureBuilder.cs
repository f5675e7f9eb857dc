using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Flattens a method's signature into that of a static method.</summary>
internal static class SignatureBuilder
{
    /// <summary>The name of the receiver in emitted text.</summary>
    public const string This = "__this";

    /// <summary>The signature; renames hidden type parameters in <paramref name="names"/> and blocks what cannot be named.</summary>
    public static MethodSignature Build(IMethodSymbol method, TypeNames names, RerouteBlocker blocker, SourceSpan source)
    {
        var typeParameters = TypeParameterText.OfType(method.ContainingType).Concat(method.TypeParameters).Where(p => names.Arguments.Of(p) is null).ToList();
        var unique = TypeParameterText.UniqueNames(typeParameters, names);
        var constraints = typeParameters.Select((t, i) => TypeParameterText.Constraint(t, unique[i], names)).OfType<string>().ToEquatableArray();
        var parameters = method.Parameters.AsEnumerable();
        if (method is { IsStatic: false, ContainingType: { IsExtension: true, ExtensionParameter: { } extended } })
            parameters = parameters.Prepend(extended);
        var all = parameters.ToList();
        foreach (var type in all.Select(p => p.Type).Append(method.ReturnType).Append(method.ContainingType))
        {
            if (!(type is INamedTypeSymbol { IsExtension: true }) && Unnameable(type, method, names) is { } reason)
                blocker.Block($"the signature cannot be written outside its type: {reason}", source);
        }

        foreach (var name in all.Select(p => p.Name).Concat(unique).Where(Identifiers.IsReserved))
            blocker.Block($"names that begin with two underscores, such as '{name}', are kept for generated code; rename it", source);
        return new MethodSignature(
            unique.ToEquatableArray(),
            constraints,
            Receiver(method, names),
            all.Select(p => ParameterText.Of(p, names)).ToEquatableArray(),
            ParameterText.ReturnType(method, names),
            Modifiers(method));
    }

    /// <summary>The signature of an instance method whose type parameters all have arguments: one without type parameters.</summary>
    public static MethodSignature BuildConstructed(IMethodSymbol method, TypeNames names, RerouteBlocker blocker)
    {
        foreach (var type in method.Parameters.Select(p => p.Type).Append(method.ReturnType).Append(method.ContainingType))
        {
            if (Unnameable(type, method, names) is { } reason)
                blocker.Block($"the signature cannot be written outside its type: {reason}", default);
        }

        if (method.Parameters.FirstOrDefault(p => Identifiers.IsReserved(p.Name)) is { } reserved)
            blocker.Block($"names that begin with two underscores, such as '{reserved.Name}', are kept for generated code", default);
        return new MethodSignature(
            default,
            default,
            Receiver(method, names),
            method.Parameters.Select(p => ParameterText.Of(p, names)).ToEquatableArray(),
            ParameterText.ReturnType(method, names),
            Modifiers(method));
    }

    /// <summary>A static method of a private type can be emitted: nothing names the type.</summary>
    private static string? Unnameable(ITypeSymbol type, IMethodSymbol method, TypeNames names) =>
        method.IsStatic && SymbolEqualityComparer.Default.Equals(type, method.ContainingType) ? null : names.WhyUnnameableOutside(type);

    private static Parameter? Receiver(IMethodSymbol method, TypeNames names)
    {
        if (method.IsStatic || method.ContainingType.IsExtension)
            return null;
        var type = method.ContainingType;
        var modifier = !type.IsValueType ? "" : method.IsReadOnly ? "in" : "ref";
        return new Parameter(This, names.Of(type), modifier, modifier, "");
    }

    private static string Modifiers(IMethodSymbol method)
    {
        var usesPointers = method.Parameters.Select(p => p.Type).Append(method.ReturnType)
            .Any(t => t.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer);
        var words = new[] { usesPointers || IsDeclared(method, "unsafe") ? "unsafe" : "", method.IsAsync ? "async" : "" };
        return string.Join(" ", words.Where(w => w.Length > 0));
    }

    /// <summary>Whether the method or a type around it is declared with the modifier.</summary>
    private static bool IsDeclared(IMethodSymbol method, string modifier) =>
        method.DeclaringSyntaxReferences.Any(r => r.GetSyntax().AncestorsAndSelf()
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax>()
            .Any(m => m.Modifiers.Any(t => t.ValueText == modifier)));
}
