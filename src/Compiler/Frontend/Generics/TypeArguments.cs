using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>What the type parameters of a body stand for, where it is looked at for known types.</summary>
internal sealed class TypeArguments(Compilation compilation)
{
    private readonly Dictionary<ITypeParameterSymbol, ITypeSymbol> _arguments = new(SymbolEqualityComparer.Default);

    /// <summary>Whether every type parameter stands for itself.</summary>
    public bool IsEmpty => _arguments.Count == 0;

    /// <summary>Those of a method as it is called; null where one of its type parameters stands for something that is not known.</summary>
    /// <param name="method">The method with its type arguments.</param>
    /// <param name="definition">The declaration that has the body.</param>
    /// <param name="compilation">The compilation.</param>
    public static TypeArguments? Of(IMethodSymbol method, IMethodSymbol definition, Compilation compilation)
    {
        var result = new TypeArguments(compilation);
        var parameters = TypeParameterText.OfType(definition.ContainingType).Concat(definition.TypeParameters);
        var arguments = TypeParameterText.ArgumentsOfType(method.ContainingType).Concat(method.TypeArguments);
        foreach (var (parameter, argument) in parameters.Zip(arguments, (p, a) => (p, a)))
        {
            if (IsOpen(argument))
                return null;
            result.Add(parameter, argument);
        }

        return result;
    }

    /// <summary>Makes a type parameter stand for a type.</summary>
    public void Add(ITypeParameterSymbol parameter, ITypeSymbol argument) => _arguments[parameter] = argument;

    /// <summary>What a type parameter stands for; null where that is itself.</summary>
    public ITypeSymbol? Of(ITypeSymbol? type) => type is ITypeParameterSymbol parameter && _arguments.TryGetValue(parameter, out var argument) ? argument : null;

    /// <summary>Whether a type mentions a type parameter that stands for a type.</summary>
    public bool IsMentioned(ITypeSymbol? type) => type is not null && !IsEmpty && !ReferenceEquals(Resolve(type), type);

    /// <summary>The type with every type parameter replaced that stands for a type.</summary>
    public ITypeSymbol Resolve(ITypeSymbol type)
    {
        if (IsEmpty)
            return type;
        switch (type)
        {
            case ITypeParameterSymbol:
                return Of(type) ?? type;
            case IArrayTypeSymbol array:
                var element = Resolve(array.ElementType);
                return ReferenceEquals(element, array.ElementType) ? type : compilation.CreateArrayTypeSymbol(element, array.Rank);
            case INamedTypeSymbol { IsTupleType: true } tuple:
                var parts = tuple.TupleElements.Select(e => Resolve(e.Type)).ToList();
                return parts.Zip(tuple.TupleElements, (r, e) => ReferenceEquals(r, e.Type)).All(isSame => isSame)
                    ? type
                    : compilation.CreateTupleTypeSymbol([.. parts], [.. tuple.TupleElements.Select(e => e.IsExplicitlyNamedTupleElement ? e.Name : null)]);
            case INamedTypeSymbol { IsUnboundGenericType: false } named:
                return Resolve(named);
            default:
                return type;
        }
    }

    /// <summary>The method with every type parameter replaced that stands for a type.</summary>
    public IMethodSymbol Resolve(IMethodSymbol method)
    {
        if (IsEmpty || method.ContainingType is null || method.MethodKind == MethodKind.LocalFunction)
            return method;
        var type = Resolve(method.ContainingType);
        var found = ReferenceEquals(type, method.ContainingType)
            ? method.ConstructedFrom
            : type.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method.OriginalDefinition));
        if (found is null)
            return method;
        return found.TypeParameters.IsEmpty ? found : found.Construct([.. method.TypeArguments.Select(Resolve)]);
    }

    /// <summary>The member as a constructed type, or one that it derives from, has it; null where neither declares it.</summary>
    public static ISymbol? MemberIn(ISymbol member, INamedTypeSymbol? type)
    {
        if (member.ContainingType is { IsGenericType: false })
            return member;
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType?.OriginalDefinition))
                return type.GetMembers(member.Name).FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, member.OriginalDefinition));
        }

        return null;
    }

    private INamedTypeSymbol Resolve(INamedTypeSymbol named)
    {
        var outer = named.ContainingType is { } container ? Resolve(container) : null;
        var arguments = named.TypeArguments.Select(Resolve).ToArray();
        if (ReferenceEquals(outer, named.ContainingType) && arguments.Zip(named.TypeArguments, ReferenceEquals).All(isSame => isSame))
            return named;
        var definition = outer is null ? named.OriginalDefinition : outer.GetTypeMembers(named.Name, named.Arity).First();
        return arguments.Length == 0 ? definition : definition.Construct(arguments);
    }

    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        IPointerTypeSymbol pointer => IsOpen(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } outer && IsOpen(outer)),
        _ => false,
    };
}
