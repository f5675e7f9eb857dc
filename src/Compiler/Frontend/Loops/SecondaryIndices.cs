using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// The other variables of a loop's header that its end steps by a fixed amount, as <c>j</c> in <c>for (int i = 0, j = n; …; i++, j--)</c>. What
/// such a variable is in an iteration follows from the index (induction variables: Aho, Lam, Sethi and Ullman, "Compilers", 2nd edition, 9.6), so
/// each iteration declares its own.
/// </summary>
internal sealed class SecondaryIndices
{
    private readonly Lowering _lowering;
    private readonly List<(ILocalSymbol Symbol, IOperation Initial, int Factor, VariableRead From)> _all = [];

    private SecondaryIndices(Lowering lowering) => _lowering = lowering;

    /// <summary>All variables of the header but the index; null where one of them is anything else, or something outside of the body needs it.</summary>
    /// <param name="lowering">What lowers the loop.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="index">Its index.</param>
    /// <param name="step">What the index is stepped by; null where that is not known.</param>
    /// <param name="stepping">What steps it.</param>
    /// <param name="meets">The variable that the condition compares the index with, whose value it needs no more; null if there is none.</param>
    /// <param name="stepOf">What an operation steps a variable by, if it does just that.</param>
    public static SecondaryIndices? Find(
        Lowering lowering,
        IForLoopOperation loop,
        ISymbol index,
        long? step,
        IOperation stepping,
        ISymbol? meets,
        Func<IOperation, ISymbol, long?> stepOf)
    {
        var declarators = loop.Before.OfType<IVariableDeclarationGroupOperation>().SelectMany(g => g.Declarations).SelectMany(d => d.Declarators).ToList();
        var trailing = loop.AtLoopBottom.Where(s => s != stepping).ToList();
        if (declarators.Count < 2 || trailing.Count != declarators.Count - 1 || !declarators.Exists(d => Same(d.Symbol, index)) || !IsInt32(index) || step is null or 0
            || declarators.SelectMany(d => d.Descendants()).OfType<ILocalReferenceOperation>().Any(r => declarators.Exists(d => Same(d.Symbol, r.Local))))
        {
            return null;
        }

        var result = new SecondaryIndices(lowering);
        foreach (var declarator in declarators.Where(d => !Same(d.Symbol, index)))
        {
            var symbol = declarator.Symbol;
            if (!IsInt32(symbol) || symbol.IsRef || declarator.GetVariableInitializer()?.Value is not { } initial || lowering.Usage.IsCapturedAndChanged(symbol)
                || trailing.Find(t => stepOf(t, symbol) is not null) is not { } own || stepOf(own, symbol) is not { } amount || amount % step != 0
                || Math.Abs(amount) > int.MaxValue || (IsChecked(own) && !Same(symbol, meets))
                || loop.ChildOperations.Any(c => c != own && !loop.Before.Contains(c) && lowering.Usage.IsWrittenIn(symbol, c.Syntax.Span))
                || (!Same(symbol, meets) && Mentions(loop.Condition!, symbol)) || Mentions(stepping, symbol))
            {
                return null;
            }

            result._all.Add((symbol, initial, (int)(amount / step.Value), null!));
        }

        return result;
    }

    /// <summary>Keeps what the variables begin with.</summary>
    /// <param name="keep">Declares a variable before the loop, given its name, value and text.</param>
    public void Keep(Func<string, IrExpression, string, VariableRead> keep)
    {
        for (var i = 0; i < _all.Count; i++)
            _all[i] = _all[i] with { From = keep("__from", _lowering.Expressions.Lower(_all[i].Initial), _lowering.ExpressionText(_all[i].Initial)) };
    }

    /// <summary>What a variable begins with; null for one that is not among these.</summary>
    public VariableRead? FirstOf(ISymbol? symbol) => _all.Find(v => Same(v.Symbol, symbol)).From;

    /// <summary>The loop's header with what was kept in the place of the initial values.</summary>
    /// <param name="index">The index.</param>
    /// <param name="first">Its first value.</param>
    public string Header(Variable index, IrExpression first) =>
        $"int {index.Name} = {CSharpText(first)}{string.Concat(_all.Select(v => $", {_lowering.VariableOf(v.Symbol).Name} = {v.From.Variable.Name}"))}";

    /// <summary>The declarations for the beginning of the body.</summary>
    /// <param name="index">The index.</param>
    /// <param name="first">Its first value.</param>
    public IEnumerable<Declaration> Declarations(Variable index, IrExpression first)
    {
        foreach (var (symbol, initial, factor, from) in _all)
        {
            var variable = _lowering.VariableOf(symbol);
            var start = CSharpText(first);
            IrExpression passed = first is Constant { Value: 0 } ? new VariableRead(index) : Sum(BinaryOperator.Subtract, new VariableRead(index), first);
            var text = first is Constant { Value: 0 } ? index.Name : $"({index.Name} - {(start[0] == '-' ? $"({start})" : start)})";
            var value = factor switch
            {
                1 => (Sum(BinaryOperator.Add, from, passed), $"{from.Variable.Name} + {text}"),
                -1 => (Sum(BinaryOperator.Subtract, from, passed), $"{from.Variable.Name} - {text}"),
                _ => (Sum(BinaryOperator.Add, from, Sum(BinaryOperator.Multiply, passed, Constant.Int32(factor))), $"{from.Variable.Name} + {text} * {(factor < 0 ? $"({factor})" : $"{factor}")}"),
            };
            yield return new Declaration(variable, value.Item1, $"int {variable.Name} = unchecked({value.Item2});", _lowering.Source(initial.Syntax));
        }
    }

    private static string CSharpText(IrExpression first) =>
        first is Constant { Value: int number } ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : ((VariableRead)first).Variable.Name;

    private static Binary Sum(BinaryOperator sign, IrExpression left, IrExpression right) => new(sign, left, right, IrType.Int32);

    private static bool Same(ISymbol symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);

    private static bool Mentions(IOperation operation, ISymbol symbol) => operation.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(r => Same(r.Local, symbol));

    private static bool IsInt32(ISymbol symbol) => symbol is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 };

    private static bool IsChecked(IOperation operation) => operation.DescendantsAndSelf()
        .Any(o => o is IIncrementOrDecrementOperation { IsChecked: true } or ICompoundAssignmentOperation { IsChecked: true } or IBinaryOperation { IsChecked: true });
}
