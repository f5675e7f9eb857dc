using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Declares the <c>UnsafeAccessor</c> methods by which emitted code reaches members that are private or protected. Members of a
/// generic type are declared in a nested generic class, as the runtime demands.
/// </summary>
internal sealed class AccessorBuilder
{
    private const string Services = "global::System.Runtime.CompilerServices.";

    private readonly Compilation _compilation;
    private readonly ISymbol _within;
    private readonly TypeNames _names;
    private readonly RerouteBlocker _blocker;
    private readonly Dictionary<ISymbol, string> _members = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, Holder> _holders = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<string> _declarations = [];

    /// <summary>Accessors for emitted text that stands in a type, or, without one, outside of all types of the user's.</summary>
    public AccessorBuilder(Compilation compilation, INamedTypeSymbol? within, TypeNames names, RerouteBlocker blocker)
    {
        _compilation = compilation;
        _within = within ?? (ISymbol)compilation.Assembly;
        _names = names;
        _blocker = blocker;
    }

    /// <summary>What was declared, one an element.</summary>
    public EquatableArray<string> Declarations => _declarations
        .Concat(_holders.Values.Select(h => $"{h.Header}\n{{\n{string.Concat(h.Members.Select(m => $"    {m}\n"))}}}"))
        .ToEquatableArray();

    /// <summary>Whether emitted code cannot name the member itself.</summary>
    public bool IsNeeded(ISymbol member) =>
        member.ContainingType is not null && !_compilation.IsSymbolAccessibleWithin(member.OriginalDefinition, _within);

    /// <summary>The method that returns a reference to the field; call it with the receiver, or <see cref="StaticReceiver"/>.</summary>
    public string Field(IFieldSymbol field, SourceSpan source) =>
        Member(field, source, field.ContainingType, field.Name, (holderNames, name) =>
        {
            var kind = field.IsStatic ? "StaticField" : "Field";
            var definition = field.OriginalDefinition;
            Require(definition.Type, source);
            return Declare(kind, field.Name, $"ref {holderNames.Of(definition.Type)}", name, Receiver(definition, holderNames), "");
        });

    /// <summary>The field in which the compiler keeps a captured parameter of a primary constructor.</summary>
    public string CapturedParameter(IParameterSymbol parameter, SourceSpan source) =>
        Member(parameter, source, parameter.ContainingType, parameter.Name, (holderNames, name) =>
        {
            var definition = parameter.OriginalDefinition;
            Require(definition.Type, source);
            var receiver = ReceiverOf(definition.ContainingType, false, holderNames);
            return Declare("Field", $"<{parameter.Name}>P", $"ref {holderNames.Of(definition.Type)}", name, receiver, "");
        });

    /// <summary>The field behind an auto-property.</summary>
    public string BackingField(IPropertySymbol property, SourceSpan source) =>
        Member(property, source, property.ContainingType, property.Name, (holderNames, name) =>
        {
            var definition = property.OriginalDefinition;
            Require(definition.Type, source);
            return Declare(
                property.IsStatic ? "StaticField" : "Field",
                $"<{property.Name}>k__BackingField",
                $"ref {holderNames.Of(definition.Type)}",
                name,
                Receiver(definition, holderNames),
                "");
        });

    /// <summary>The method that calls the method, accessor or constructor.</summary>
    public string Method(IMethodSymbol method, SourceSpan source)
    {
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        return Member(method.OriginalDefinition, source, method.ContainingType, isConstructor ? "new" : method.Name, (holderNames, name) =>
        {
            var definition = method.OriginalDefinition;
            foreach (var type in definition.Parameters.Select(p => p.Type).Append(definition.ReturnType))
                Require(type, source);
            var kind = isConstructor ? "Constructor" : method.IsStatic ? "StaticMethod" : "Method";
            var typeParameters = definition.TypeParameters.IsEmpty
                ? ""
                : $"<{string.Join(", ", definition.TypeParameters.Select(t => Identifiers.Escape(t.Name)))}>";
            var constraints = string.Concat(definition.TypeParameters
                .Select(t => TypeParameterText.Constraint(t, Identifiers.Escape(t.Name), holderNames))
                .Where(c => c is not null)
                .Select(c => " " + c));
            var parameters = definition.Parameters.Select(p => ParameterText.OfAccessor(p, holderNames));
            var list = string.Join(", ", isConstructor ? parameters : parameters.Prepend(Receiver(definition, holderNames)));
            var returns = isConstructor ? holderNames.Of(definition.ContainingType) : ParameterText.ReturnType(definition, holderNames);
            return Declare(kind, isConstructor ? null : method.Name, returns, name + typeParameters, list, constraints);
        });
    }

    /// <summary>What stands for the receiver of a static member.</summary>
    public string StaticReceiver(INamedTypeSymbol type) => type.IsValueType ? $"default({_names.Of(type)})" : "null!";

    private string Member(ISymbol member, SourceSpan source, INamedTypeSymbol type, string name, Func<TypeNames, string, string> declare)
    {
        if (_names.WhyUnnameable(type) is { } reason)
            _blocker.Block(reason, source);
        var prefix = "";
        Holder? holder = null;
        if (TypeParameterText.OfType(type).Any())
        {
            holder = HolderOf(type.OriginalDefinition);
            prefix = $"{holder.Name}<{string.Join(", ", TypeParameterText.ArgumentsOfType(type).Select(_names.Of))}>.";
        }

        if (!_members.TryGetValue(member.OriginalDefinition, out var accessor))
        {
            accessor = Unique($"__{type.Name}_{name}");
            _members.Add(member.OriginalDefinition, accessor);
            var text = declare(holder?.Names ?? _names, accessor);
            if (holder is null)
                _declarations.Add(text);
            else
                holder.Members.Add(text);
        }

        return prefix + accessor;
    }

    private Holder HolderOf(INamedTypeSymbol type)
    {
        if (_holders.TryGetValue(type, out var known))
            return known;
        var names = new TypeNames(_compilation);
        var parameters = TypeParameterText.OfType(type).ToList();
        var unique = TypeParameterText.UniqueNames(parameters, names);
        var constraints = parameters.Select((p, i) => TypeParameterText.Constraint(p, unique[i], names)).Where(c => c is not null);
        var name = Unique($"__{type.Name}");
        var header = $"private static class {name}<{string.Join(", ", unique)}>{string.Concat(constraints.Select(c => " " + c))}";
        return _holders[type] = new Holder(name, header, names);
    }

    private string Unique(string name)
    {
        name = new string([.. name.Select(c => char.IsLetterOrDigit(c) ? c : '_')]);
        var candidate = name;
        for (var number = 1; !_taken.Add(candidate); number++)
            candidate = $"{name}{number}";
        return candidate;
    }

    private void Require(ITypeSymbol type, SourceSpan source)
    {
        if (_names.WhyUnnameable(type) is { } reason)
            _blocker.Block(reason, source);
    }

    private string Receiver(ISymbol member, TypeNames names) => ReceiverOf(member.ContainingType, member.IsStatic, names);

    private string ReceiverOf(INamedTypeSymbol type, bool isStatic, TypeNames names)
    {
        if (type.IsStatic)
            return $"[{Services}UnsafeAccessorType({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(ReflectionName(type), true)})] object __target";
        return type.IsValueType && !isStatic ? $"in {names.Of(type)} __target" : $"{names.Of(type)} __target";
    }

    /// <summary>The name as reflection writes it; the type parameters of a holder stand as <c>!0</c>, <c>!1</c>, ….</summary>
    private string ReflectionName(INamedTypeSymbol type)
    {
        var name = type.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = $"{outer.MetadataName}+{name}";
        if (type.ContainingNamespace is { IsGlobalNamespace: false } space)
            name = $"{space.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)}.{name}";
        var count = TypeParameterText.OfType(type).Count();
        if (count > 0)
            name += $"[{string.Join(",", Enumerable.Range(0, count).Select(i => $"!{i}"))}]";
        return SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly)
            ? name
            : $"{name}, {type.ContainingAssembly.Identity.GetDisplayName()}";
    }

    private static string Declare(string kind, string? target, string returns, string name, string parameters, string constraints)
    {
        var targetText = target is null ? "" : $", Name = {Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(target, true)}";
        return $"[{Services}UnsafeAccessor({Services}UnsafeAccessorKind.{kind}{targetText})] "
            + $"internal static extern {((returns + parameters).IndexOf('*') >= 0 ? "unsafe " : "")}{returns} {name}({parameters}){constraints};";
    }

    /// <summary>The class that holds the accessors of one generic type.</summary>
    private sealed class Holder(string name, string header, TypeNames names)
    {
        public string Name { get; } = name;

        public string Header { get; } = header;

        public TypeNames Names { get; } = names;

        public List<string> Members { get; } = [];
    }
}
