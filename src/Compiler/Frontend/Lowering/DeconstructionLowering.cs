using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Lowers <c>(a, b) = (x, y)</c> to assignments through temporaries.</summary>
internal sealed class DeconstructionLowering
{
    private readonly Lowering _lowering;

    public DeconstructionLowering(Lowering lowering) => _lowering = lowering;

    /// <summary>The assignments; null unless both sides are tuples written out and all targets are variables or elements.</summary>
    public Statement? Lower(IDeconstructionAssignmentOperation operation, string text, SourceSpan source)
    {
        var value = operation.Value;
        while (value is IConversionOperation { OperatorMethod: null } conversion && conversion.Type is INamedTypeSymbol { IsTupleType: true })
            value = conversion.Operand;
        var target = operation.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : operation.Target;
        if (value is not ITupleOperation values || target is not ITupleOperation targets || values.Elements.Length != targets.Elements.Length)
            return null;
        var locals = targets.Elements.Select(Target).ToList();
        if (locals.Any(l => l is null) || DependsOnTarget(locals!))
            return null;
        var statements = new List<Statement>();
        var temporaries = new List<IrExpression>();
        for (var i = 0; i < values.Elements.Length; i++)
        {
            var lowered = _lowering.Expressions.Lower(values.Elements[i]);
            if (lowered.Type.Text != locals[i]!.Type?.Text && locals[i]!.Type is { } type)
            {
                if (lowered.Type.Kind == ScalarKind.Other || type.Kind == ScalarKind.Other)
                    return null;
                lowered = new Conversion(lowered, type);
            }

            var temporary = _lowering.Unique("__t", lowered.Type);
            statements.Add(new Declaration(temporary, lowered, "", source));
            temporaries.Add(new VariableRead(temporary));
        }

        for (var i = 0; i < locals.Count; i++)
        {
            if (locals[i]!.Access is { } access)
            {
                statements.Add(new Store(access, temporaries[i], "", source));
            }
            else if (locals[i]!.Variable is { } variable)
            {
                statements.Add(locals[i]!.IsDeclared
                    ? new Declaration(variable, temporaries[i], "", source)
                    : new Assignment(variable, temporaries[i], "", source));
            }
        }

        return new Block(statements.ToEquatableArray(), text, source);
    }

    private Slot? Target(IOperation target)
    {
        var isDeclared = target is IDeclarationExpressionOperation;
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (target is IDiscardOperation)
            return new Slot(null, null, null, false);
        isDeclared |= target is ILocalReferenceOperation { IsDeclaration: true };
        return _lowering.Memory.Resolve(target) switch
        {
            VariablePlace { Variable: { Kind: not VariableKind.This } variable } => new Slot(variable, null, variable.Type, isDeclared),
            MemoryPlace { Access: { Root.Kind: not (MemoryKind.Field or MemoryKind.StaticField) } access } =>
                new Slot(null, access, _lowering.Names.IrTypeOf(target.Type), false),
            _ => null,
        };
    }

    /// <summary>Whether a place is found by means of what another target changes: places are found before anything is assigned.</summary>
    private static bool DependsOnTarget(IReadOnlyList<Slot> slots)
    {
        var assigned = new HashSet<Variable>(slots.Select(s => s.Variable).OfType<Variable>());
        return slots.Select(s => s.Access).OfType<MemoryAccess>().Any(a => a.Root.Parent is not null
            || MemoryLowering.VariablesOf(a).Any(assigned.Contains)
            || a.Subscripts.SelectMany(s => s.SelfAndDescendants()).Any(e => e is Load or OpaqueExpression));
    }

    private sealed record Slot(Variable? Variable, MemoryAccess? Access, IrType? Type, bool IsDeclared);
}
