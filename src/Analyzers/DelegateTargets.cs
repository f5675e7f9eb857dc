using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Finds the code that a delegate runs: a lambda, a local function, or a method of the class that the call stands in.</summary>
/// <param name="origins">The values of the locals that hold delegates.</param>
internal sealed class DelegateTargets(Origins origins)
{
    private const int MaximumDepth = 8;

    /// <summary>The code; null where it is not known, or is that of another class.</summary>
    /// <param name="value">The delegate.</param>
    /// <param name="place">The call that the delegate is given to.</param>
    public ConcurrentFunction? Of(IOperation? value, IOperation place) => Of(value, place, 0);

    /// <summary>The method that a delegate was made of; null for any other.</summary>
    public IMethodReferenceOperation? MethodOf(IOperation? value)
    {
        for (var depth = 0; depth < MaximumDepth; depth++)
        {
            switch (value)
            {
                case IMethodReferenceOperation reference:
                    return reference;
                case IDelegateCreationOperation creation:
                    value = creation.Target;
                    break;
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                case ILocalReferenceOperation { Local: var local }:
                    value = origins.SingleValue(local);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private ConcurrentFunction? Of(IOperation? value, IOperation place, int depth) => depth > MaximumDepth ? null : value switch
    {
        IDelegateCreationOperation creation => Of(creation.Target, place, depth + 1),
        IConversionOperation conversion => Of(conversion.Operand, place, depth + 1),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand, place, depth + 1),
        ILocalReferenceOperation { Local: var local } => Of(origins.SingleValue(local), place, depth + 1),
        IAnonymousFunctionOperation lambda => ConcurrentFunction.Of(lambda),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function } => LocalFunction(function, place),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.Ordinary } method } reference => Method(method, reference, place),
        _ => null,
    };

    /// <summary>A local function of the method.</summary>
    public ConcurrentFunction? LocalFunction(IMethodSymbol function, IOperation place) => origins.LocalFunction(function) is { Body: { } body } found
        ? new ConcurrentFunction(found.Symbol, body, found.Syntax, place)
        : null;

    private ConcurrentFunction? Method(IMethodSymbol method, IMethodReferenceOperation reference, IOperation place)
    {
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        var around = place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart)?.ContainingType?.OriginalDefinition;
        return !PropertyFacts.CanBeOverridden(method) && SymbolEqualityComparer.Default.Equals(method.ContainingType, around) && origins.BodyOf(method) is { } body
            ? new ConcurrentFunction(method, body.Block, body.Syntax, place, reference.Instance)
            : null;
    }
}
