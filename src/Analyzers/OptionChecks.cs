using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Checks the values of options, of the attribute and of <c>Prange</c>.</summary>
internal static class OptionChecks
{
    /// <summary>The key under which a diagnostic holds the value to write instead.</summary>
    public const string Replacement = nameof(Replacement);

    private static readonly ImmutableDictionary<string, string?> _zero =
        ImmutableDictionary<string, string?>.Empty.Add(Replacement, "0");

    /// <summary>What is wrong with the attribute's options.</summary>
    public static IEnumerable<Diagnostic> Check(AttributeData attribute, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList: { } list })
            yield break;
        foreach (var argument in list.Arguments)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText is not { } name)
                continue;
            var value = attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value;
            if (Check(name, value.Value, value.Type, argument.Expression) is { } problem)
                yield return problem;
        }
    }

    /// <summary>What is wrong with the options of a <c>Prange</c>.</summary>
    public static IEnumerable<Diagnostic> Check(IInvocationOperation prange)
    {
        foreach (var argument in prange.Arguments)
        {
            if (argument is { IsImplicit: false, Parameter: { } parameter, Value.ConstantValue: { HasValue: true } constant }
                && Check(parameter.Name, constant.Value, parameter.Type, argument.Value.Syntax) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private static Diagnostic? Check(string name, object? value, ITypeSymbol? type, SyntaxNode place)
    {
        switch (value)
        {
            case 0 or 0L when name == "step":
                return Diagnostic.Create(
                    Rules.InvalidOption,
                    place.GetLocation(),
                    "A step of 0 never reaches the end, and Prange throws; give the distance between two integers");
            case < 0 when name is "ChunkSize" or "MaxWorkers" or "chunkSize" or "maxWorkers":
                return Diagnostic.Create(
                    Rules.InvalidOption,
                    place.GetLocation(),
                    _zero,
                    $"'{name}' is {value}, which counts nothing; give a positive number, or 0 to let the runtime choose");
            case int number when type is INamedTypeSymbol { TypeKind: TypeKind.Enum } options && !IsMember(options, number):
                return Diagnostic.Create(
                    Rules.InvalidOption,
                    place.GetLocation(),
                    $"'{options.Name}' has no member of value {number}; name one of its members");
            default:
                return null;
        }
    }

    private static bool IsMember(INamedTypeSymbol type, int value) =>
        type.GetMembers().OfType<IFieldSymbol>()
            .Any(f => f is { HasConstantValue: true, ConstantValue: int known } && known == value);
}
