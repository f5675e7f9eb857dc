using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Tells whether a call is told to use one thread only, so that nothing runs at the same time.</summary>
internal static class ParallelDegree
{
    /// <summary>Whether a degree of one is given, by <c>ParallelOptions</c> or in a query.</summary>
    public static bool IsOne(IInvocationOperation call) => call.Arguments.Any(a => a.Parameter?.Type.Name == "ParallelOptions" ? IsOneIn(a.Value, call) : IsOneInQuery(a));

    private static bool IsOneIn(IOperation options, IInvocationOperation call)
    {
        options = Origins.Unconverted(options);
        if (options is IObjectCreationOperation creation)
            return creation.Initializer?.Initializers.Any(IsOneSet) == true;
        if (options is not ILocalReferenceOperation { Local: var local })
            return false;
        IOperation root = call;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().Any(o => o switch
        {
            IVariableDeclaratorOperation declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)
                && declarator.GetVariableInitializer()?.Value is { } value && Origins.Unconverted(value) is IObjectCreationOperation made && IsOneIn(made, call),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation owner } } assignment =>
                SymbolEqualityComparer.Default.Equals(owner.Local, local) && IsOneSet(assignment),
            _ => false,
        });
    }

    private static bool IsOneSet(IOperation operation) =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" }, Value.ConstantValue: { HasValue: true, Value: 1 } };

    private static bool IsOneInQuery(IArgumentOperation argument)
    {
        if (argument is not { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "ParallelEnumerable" } })
            return false;
        for (var source = Origins.Unconverted(argument.Value); source is IInvocationOperation { TargetMethod.ContainingType.Name: "ParallelEnumerable", Arguments.IsEmpty: false } step;)
        {
            if (step.TargetMethod.Name == "WithDegreeOfParallelism" && step.Arguments.Any(a => a is { Parameter.Ordinal: 1, Value.ConstantValue: { HasValue: true, Value: 1 } }))
                return true;
            source = Origins.Unconverted(step.Arguments[0].Value);
        }

        return false;
    }
}
