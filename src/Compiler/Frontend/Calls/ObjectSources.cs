using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>The variables that decide which object a call changes.</summary>
internal static class ObjectSources
{
    /// <summary>So many locals behind each other are followed.</summary>
    private const int DepthLimit = 8;

    /// <summary>The variables in the operations, and in the values of the locals there that are assigned once.</summary>
    public static EquatableArray<Variable> Of(IEnumerable<IOperation?> operations, Lowering lowering)
    {
        var found = new List<Variable>();
        foreach (var operation in operations)
        {
            if (operation is not null)
                Add(operation, 0);
        }

        return found.Distinct().ToEquatableArray();

        void Add(IOperation operation, int depth)
        {
            foreach (var part in operation.DescendantsAndSelf())
            {
                switch (part)
                {
                    case ILocalReferenceOperation { Local: var local } when depth < DepthLimit && lowering.Usage.SingleValue(local) is { } value:
                        Add(value, depth + 1);
                        break;
                    case ILocalReferenceOperation { Local: var local } when lowering.Structs.Of(local) is null:
                        found.Add(lowering.VariableOf(local));
                        break;
                    case IParameterReferenceOperation { Parameter: var parameter } when lowering.Structs.Of(parameter) is null:
                        found.Add(lowering.VariableOf(parameter));
                        break;
                    case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                        found.Add(lowering.This(lowering.Method.ContainingType));
                        break;
                }
            }
        }
    }
}
