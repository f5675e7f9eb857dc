using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Replaces a floating-point variable to which every iteration adds the same amount by its closed form in the loop's index. Legal where
/// both are integers small enough for every sum, and the closed form, to be exact, which is asked before the loop.
/// </summary>
public static class FloatingInduction
{
    /// <summary>What runs instead of the loop; null where it has no such variable.</summary>
    public static Replacement? Apply(ClosedLoop loop)
    {
        var index = loop.Loop.Space!.Index;
        if (loop.Loop.IsInTry || loop.Bounds is not { } bounds || index.Type.Kind != ScalarKind.Int32 || loop.Step is not (1 or -1))
            return null;
        foreach (var fact in loop.Analysis.Variables.Where(v => v.Role == VariableRole.Carried && v.Variable.Type.Kind is ScalarKind.Single or ScalarKind.Double))
        {
            if (Replace(loop, fact.Variable) is { } replacement)
                return replacement with { Guards = [.. replacement.Guards, .. bounds] };
        }

        return null;
    }

    private static Replacement? Replace(ClosedLoop loop, Variable variable)
    {
        var body = loop.Loop.Body.Statements.ToList();
        var place = body.FindIndex(s => s is Assignment a && a.Variable == variable);
        if (place < 0 || loop.Loop.Body.VariablesAssigned().Count(v => v == variable) != 1 || Amount(loop, ((Assignment)body[place]).Value, variable) is not { } amount)
            return null;
        var (initial, first, type) = (loop.MakeVariable(variable.Name, variable.Type), loop.MakeVariable("first", IrType.Int32), variable.Type);
        var (from, to) = loop.Step > 0 ? ((IrExpression)new VariableRead(loop.Loop.Space!.Index), (IrExpression)new VariableRead(first)) : (new VariableRead(first), new VariableRead(loop.Loop.Space!.Index));
        var passed = new Conversion(new Binary(BinaryOperator.Subtract, from, to, IrType.Int32), type);
        var entry = new Binary(BinaryOperator.Add, new VariableRead(initial), new Binary(BinaryOperator.Multiply, passed, amount, type), type);
        var exit = new Binary(BinaryOperator.Add, entry, amount, type);
        var statements = body.Take(place).Select(s => s.Replace(IrRewriting.Reads(variable, entry)))
            .Concat(body.Skip(place + 1).Select(s => s.Replace(IrRewriting.Reads(variable, exit))));
        var (start, step, trip) = (initial.Name, $"({CSharpPrinter.Print(amount)})", $"__trip{loop.Loop.Id}");
        var most = type.Kind == ScalarKind.Single ? 1L << 24 : 1L << 53;
        var math = "global::System.Math";
        return new Replacement(
            loop.Loop,
            [
                new Guard($"{math}.Floor((double){start}) == {start} && {math}.Floor((double){step}) == {step} && {math}.Abs((double){start}) + {math}.Abs((double){step}) * {trip} <= {most}d", $"all values of '{variable.Name}' are exact"),
                new Guard($"{start} != 0 || 1 / {start} > 0", $"'{variable.Name}' is not -0"),
            ],
            [loop.MakeLoop(loop.Loop.Space!, statements)],
            "",
            $"{variable.Name} = ({type.Text})({start} + ({type.Text}){trip} * {step});\n",
            $"'{variable.Name}' as a function of '{loop.Loop.Space!.Index.Name}'")
        {
            Prelude = $"{type.Text} {start} = {variable.Name};\nint {first.Name} = unchecked((int)__first{loop.Loop.Id});\n",
        };
    }

    /// <summary>What is added; null where it is not the same in each iteration.</summary>
    private static IrExpression? Amount(ClosedLoop loop, IrExpression value, Variable variable)
    {
        if (value is not Binary { Operator: BinaryOperator.Add } sum || sum.Type.Kind != variable.Type.Kind)
            return null;
        var amount = IsRead(sum.Left) ? sum.Right : IsRead(sum.Right) ? sum.Left : null;
        return amount is Constant || (amount is VariableRead read && loop.Context.IsInvariant(read.Variable)) ? amount : null;

        bool IsRead(IrExpression expression) => expression is VariableRead read && read.Variable == variable;
    }
}
