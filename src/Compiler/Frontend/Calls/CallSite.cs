using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>A call of a method of the user's, or a use of a property, which calls an accessor.</summary>
/// <param name="Operation">The call or the property.</param>
/// <param name="Method">What it calls.</param>
/// <param name="Instance">The receiver as it is written; null where there is none.</param>
/// <param name="Arguments">The arguments as they are evaluated, without the value that is assigned to a property.</param>
/// <param name="IsStatement">Whether nothing uses the value.</param>
internal sealed record CallSite(IOperation Operation, IMethodSymbol Method, IOperation? Instance, IReadOnlyList<IArgumentOperation> Arguments, bool IsStatement)
{
    /// <summary>The parameter of each value, in the order of their evaluation.</summary>
    public IEnumerable<int> Ordinals
    {
        get
        {
            var ordinals = Arguments.Select(a => a.Parameter!.Ordinal);
            return Method.MethodKind == MethodKind.PropertySet ? ordinals.Append(Method.Parameters.Length - 1) : ordinals;
        }
    }

    /// <summary>Whether one of the arguments is an array that the call makes of several.</summary>
    public bool HasGatheredArguments => Arguments.Any(a => a.ArgumentKind is not (ArgumentKind.Explicit or ArgumentKind.DefaultValue));

    /// <summary>A call.</summary>
    public static CallSite Of(IInvocationOperation call) =>
        new(call, call.TargetMethod, call.Instance, call.Arguments, call.Parent is IExpressionStatementOperation);

    /// <summary>A use of a property's getter, or of its setter in an assignment that is a statement; null where it has none.</summary>
    public static CallSite? Of(IPropertyReferenceOperation property, bool isAssigned) =>
        (isAssigned ? property.Property.SetMethod : property.Property.GetMethod) is { } accessor
            ? new CallSite(property, accessor, property.Instance, property.Arguments, isAssigned)
            : null;
}
