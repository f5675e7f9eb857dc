using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>
/// Reroutes a call that is dispatched by the receiver's type: for the types that are known to run a method with a kernel, tests
/// whether the receiver is exactly of one; any other keeps its dispatch.
/// </summary>
internal sealed class DispatchBinder
{
    private const int MaximumGuards = 4;

    private readonly IMethodSymbol _called;
    private readonly Compilation _compilation;
    private readonly TypeNames _names;
    private readonly string _ownTypeArguments;

    private DispatchBinder(IMethodSymbol called, Compilation compilation, TypeNames names, string ownTypeArguments)
    {
        _called = called;
        _compilation = compilation;
        _names = names;
        _ownTypeArguments = ownTypeArguments;
    }

    /// <summary>The stub of a call of a virtual or abstract method; null if no type is known that would run a kernel.</summary>
    public static Stub? Bind(IMethodSymbol called, KernelTable kernels, Compilation compilation)
    {
        var definition = called.OriginalDefinition;
        var implementations = kernels.Implementations(definition.Name).ToList();
        var own = KernelNames.Of(definition);
        if (implementations.All(i => i.Kernel != own) && kernels.SignatureOf(definition, own) is { } foreign)
            implementations.Add(new Implementation(definition, own, foreign));
        if (implementations.Count == 0 || definition.IsStatic || !CanBeCalled(definition))
            return null;

        // What is called with known types is written with them, so that a class that implements it for one type can be tested for.
        var isClosed = !IsOpen(called);
        var names = new TypeNames(compilation);
        var blocker = new RerouteBlocker();
        var signature = isClosed
            ? SignatureBuilder.BuildConstructed(called, names, blocker)
            : SignatureBuilder.Build(definition, names, blocker, default);
        if (blocker.Reason is not null)
            return null;
        var arguments = isClosed
            ? called.TypeArguments.Select(names.Of)
            : signature.TypeParameters.Skip(signature.TypeParameters.Count - definition.TypeParameters.Length);
        var ownTypeArguments = TypeArgumentText.Of(arguments);
        var binder = new DispatchBinder(isClosed ? called : definition, compilation, names, ownTypeArguments);
        var guards = implementations
            .Select(i => (Depth: Depth(i.Method.ContainingType), Guard: binder.Guard(i)))
            .Where(g => g.Guard is not null)
            .OrderByDescending(g => g.Depth)
            .ThenBy(g => g.Guard!.Kernel, StringComparer.Ordinal)
            .Select(g => g.Guard!)
            .Take(MaximumGuards)
            .ToEquatableArray();
        return guards.IsEmpty
            ? null
            : new Stub(own, null, Identifiers.Escape(definition.Name), signature, ownTypeArguments, false, true, guards);
    }

    /// <summary>Whether the call is made at all, and generated code may make it, too.</summary>
    private static bool CanBeCalled(IMethodSymbol method) =>
        !method.GetAttributes().Concat(method.ContainingType.GetAttributes())
            .Any(a => a.AttributeClass is { Name: "ObsoleteAttribute" or "ConditionalAttribute" or "ExperimentalAttribute" });

    private static bool IsOpen(IMethodSymbol method) =>
        method.TypeArguments.Concat(TypeParameterText.ArgumentsOfType(method.ContainingType)).Any(TypeUnification.IsOpen);

    private static int Depth(INamedTypeSymbol type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    private KernelGuard? Guard(Implementation implementation)
    {
        var type = implementation.Method.ContainingType;
        if (type is not { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsRefLikeType: false })
            return null;
        var slot = Slots(type).FirstOrDefault(s =>
            SymbolEqualityComparer.Default.Equals(Runs(s, type)?.OriginalDefinition, implementation.Method)
            && TypeUnification.Construct(type, s.ContainingType, _called.ContainingType, _compilation) is not null);
        if (slot is null || TypeUnification.Construct(type, slot.ContainingType, _called.ContainingType, _compilation) is not { } exact
            || _names.WhyUnnameable(exact) is not null)
        {
            return null;
        }

        var text = _names.Of(exact.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        var own = _ownTypeArguments.Length == 0 ? [] : new[] { _ownTypeArguments.Substring(1, _ownTypeArguments.Length - 2) };
        var receiver = type.IsValueType
            ? $"{implementation.Signature.Receiver!.ArgumentModifier} global::System.Runtime.CompilerServices.Unsafe.Unbox<{text}>(__this)"
            : $"({text})(object)__this";
        return new KernelGuard(
            text,
            implementation.Kernel,
            TypeArgumentText.Of(TypeParameterText.ArgumentsOfType(exact).Select(_names.Of).Concat(own)),
            receiver);
    }

    /// <summary>The called method as a type inherits it; more than one where the type implements an interface for several types.</summary>
    private IEnumerable<IMethodSymbol> Slots(INamedTypeSymbol type)
    {
        var declaring = _called.ContainingType.OriginalDefinition;
        var inherited = declaring.TypeKind == TypeKind.Interface ? type.AllInterfaces : BasesOf(type);
        return inherited.Where(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, declaring))
            .SelectMany(t => t.GetMembers(_called.Name).OfType<IMethodSymbol>())
            .Where(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, _called.OriginalDefinition));
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    /// <summary>What an object of exactly a type runs where a method is called.</summary>
    private static IMethodSymbol? Runs(IMethodSymbol slot, INamedTypeSymbol type)
    {
        var method = slot.ContainingType.TypeKind == TypeKind.Interface ? type.FindImplementationForInterfaceMember(slot) as IMethodSymbol : slot;
        if (method is null || method.ContainingType.TypeKind == TypeKind.Interface)
            return null;
        return BasesOf(type)
            .TakeWhile(t => !SymbolEqualityComparer.Default.Equals(t, method.ContainingType))
            .SelectMany(t => t.GetMembers(method.Name).OfType<IMethodSymbol>())
            .FirstOrDefault(m => Overrides(m, method)) ?? method;
    }

    private static bool Overrides(IMethodSymbol method, IMethodSymbol overridden)
    {
        for (var current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(current, overridden))
                return true;
        }

        return false;
    }
}
