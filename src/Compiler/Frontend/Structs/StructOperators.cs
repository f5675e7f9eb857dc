using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Takes operators and methods that make structs apart into what they compute for each number: those of the user's that name some values and
/// return one made of them, and those of the base class library that are in a table.
/// </summary>
internal sealed class StructOperators(Lowering lowering)
{
    /// <summary>Expressions that an operator may have, as each stands wherever the operator is used.</summary>
    private const int MostExpressions = 100;

    /// <summary>
    /// The numbers of the result, by their paths; null where the operator is not one that is known.
    /// </summary>
    /// <param name="method">The operator, or a method without effects.</param>
    /// <param name="operands">For each parameter its numbers by their paths; a number itself has the empty path.</param>
    /// <param name="self">The numbers of the receiver; null for a static method.</param>
    /// <param name="before">Takes the declarations of what is evaluated once.</param>
    public IReadOnlyDictionary<string, IrExpression>? Of(
        IMethodSymbol method,
        IReadOnlyList<IReadOnlyDictionary<string, IrExpression>> operands,
        IReadOnlyDictionary<string, IrExpression>? self,
        List<Statement> before)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty)
            return self is null && method.MethodKind != MethodKind.Ordinary ? VectorOperators.Of(Names.FullName(method.ContainingType), method.Name, operands) : null;
        if (method.IsStatic != self is null || method is { IsGenericMethod: true } or { RefKind: not RefKind.None } or { ContainingType.IsExtension: true } || method.Parameters.Length != operands.Count || method.Parameters.Any(p => p.RefKind is not (RefKind.None or RefKind.In)))
            return null;
        var count = before.Count;
        if (!lowering.Inference.Enter(method))
            return null;
        var result = OfSource(method, operands, self, before);
        lowering.Inference.Leave(method);
        if (result is null)
            before.RemoveRange(count, before.Count - count);
        return result;
    }

    private Dictionary<string, IrExpression>? OfSource(
        IMethodSymbol method,
        IReadOnlyList<IReadOnlyDictionary<string, IrExpression>> operands,
        IReadOnlyDictionary<string, IrExpression>? self,
        List<Statement> before)
    {
        var definition = method.OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.Length != 1)
            return null;
        var syntax = definition.DeclaringSyntaxReferences[0].GetSyntax(lowering.Cancellation);
        if (lowering.Inference.Models.Of(syntax) is not { } model || Body(model.GetOperation(syntax, lowering.Cancellation)) is not { } block)
            return null;
        var names = lowering.Inference.NamesIn(method, lowering.Names);

        var inner = new Lowering(lowering.Compilation, model, definition, names, new VariableUsage([block]), lowering.Inference, null, null, syntax, null, lowering.Cancellation);
        var values = new Dictionary<Variable, IrExpression>();
        for (var i = 0; i < operands.Count; i++)
            Bind(definition.Parameters[i], operands[i]);
        if (self is not null)
            Bind(definition.ContainingType, self);
        for (var i = 0; i < block.Operations.Length; i++)
        {
            var isLast = i == block.Operations.Length - 1;
            switch (block.Operations[i])
            {
                case IReturnOperation { ReturnedValue: { } returned } when isLast:
                    return Numbers(returned);
                case IVariableDeclarationGroupOperation group when !isLast && group.Declarations.SelectMany(d => d.Declarators).All(Declare):
                    break;
                default:
                    return null;
            }
        }

        return null;

        void Bind(ISymbol symbol, IReadOnlyDictionary<string, IrExpression> numbers)
        {
            if (numbers.TryGetValue("", out var number))
                values.Add(inner.VariableOf(symbol), number);
            else
                inner.Structs.Split(symbol, numbers, values);
        }

        bool Declare(IVariableDeclaratorOperation declarator)
        {
            var local = declarator.Symbol;
            if (local.IsRef || inner.Usage.WriteCount(local) > 0 || inner.Usage.IsReadByFunctions(local) || declarator.GetVariableInitializer()?.Value is not { } value || Numbers(value) is not { } numbers)
                return false;
            Bind(local, numbers.ToDictionary(n => n.Key, n => Once(n.Value)));
            return true;
        }

        Dictionary<string, IrExpression>? Numbers(IOperation value)
        {
            var declared = new List<Statement>();
            IReadOnlyDictionary<string, IrExpression>? parts = names.IrTypeOf(value.Type).Kind != ScalarKind.Other
                ? new Dictionary<string, IrExpression> { [""] = inner.Expressions.Lower(value) }
                : inner.Structs.Values.Of(value, declared);
            if (parts is null || inner.Structs.HasFailed)
                return null;
            foreach (var statement in declared)
            {
                if (statement is not Declaration { Initializer: { } initial, Variable: var variable } || Replaced(initial) is var once && !IsPlain(once))
                    return null;
                values.Add(variable, Once(once));
            }

            var all = parts.ToDictionary(p => p.Key, p => Replaced(p.Value));
            return all.Values.All(IsPlain) && all.Values.Sum(v => v.SelfAndDescendants().Count()) <= MostExpressions ? all : null;
        }

        IrExpression Replaced(IrExpression expression) => expression.Replace(e => e is VariableRead read && values.TryGetValue(read.Variable, out var value) ? value : null);

        IrExpression Once(IrExpression value) => value is Constant or VariableRead ? value : lowering.DeclarePart(value.Type, value, default, before);
    }

    private static IBlockOperation? Body(IOperation? operation) => operation switch
    {
        IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
        IBlockOperation block => block,
        _ => null,
    };

    /// <summary>Whether it is made of variables alone, or numbers of structs that stand for some, so that it means the same where the operator is used.</summary>
    private static bool IsPlain(IrExpression expression) => expression.SelfAndDescendants().All(e => e switch
    {
        Load load => StructValues.IsOfAccumulator(load.Access.Root),
        MathCall call => RuntimeFunctions.Of(call, FloatMode.Reproducible) is null,
        Constant or VariableRead or Unary or Binary or Conversion or Conditional => e.Type.Kind != ScalarKind.Other,
        _ => false,
    });
}
