using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <content>Loops inside the body: those that all lanes run together, and those that each leaves on its own.</content>
internal sealed partial class LaneStatements
{
    /// <summary>A loop whose range is the same in all lanes: one index, and the body over lanes.</summary>
    private void EmitCounted(Loop loop, IterationSpace space, string? mask, HashSet<Variable> after)
    {
        foreach (var variable in loop.Body.VariablesAssigned())
            _uniformValues.Remove(variable);
        Line(StatementPrinter.Header(space));
        Line("{");
        _depth++;
        var outerReads = _loopReads;
        _loopReads = [.. outerReads, .. after, .. loop.Body.VariablesRead()];
        EmitBlock(loop.Body, mask, _loopReads);
        _loopReads = outerReads;
        _depth--;
        Line("}");
        foreach (var variable in loop.Body.VariablesAssigned())
            _uniformValues.Remove(variable);
    }

    private void EmitLoop(Loop loop, string? mask, HashSet<Variable> after)
    {
        foreach (var variable in loop.Body.VariablesDeclared().Where(v => !_declared.Contains(v)))
            _declared.Add(variable);
        var name = $"__in{_nextMask++}";
        var type = _context.VectorType(LaneType.Mask);
        var counters = mask is null ? UniformCounters.Find(loop, _uniformValues) : [];
        foreach (var counter in counters)
        {
            var scalar = $"__s{_nextMask++}_{counter.Name.TrimStart('@')}";
            Line($"{_context.LaneOf(counter.Type).Element(_context.LaneBytes)} {scalar} = {CSharpPrinter.Print(_uniformValues[counter])};");
            _uniformScalars[counter] = scalar;
        }

        foreach (var copy in _active)
            Line($"{type} {name}_{copy} = {(mask is null ? $"{type}.AllBitsSet" : $"{mask}_{copy}")};");
        Line("while (true)");
        Line("{");
        _depth++;
        var laneTests = EmitScalarTests(loop);
        EmitLaneTests(laneTests, name);
        var any = string.Join(" | ", _active.Select(c => $"{name}_{c}"));
        Line($"if (({any}) == {type}.Zero) break;");
        EmitIteration(loop, name, after);
        _depth--;
        Line("}");
        foreach (var counter in counters)
            _uniformScalars.Remove(counter);
        foreach (var variable in loop.Body.VariablesAssigned())
            _uniformValues.Remove(variable);
    }

    /// <summary>Leaves the loop where what concerns uniform scalars alone says so.</summary>
    /// <returns>The tests that each lane makes.</returns>
    private List<IrExpression> EmitScalarTests(Loop loop)
    {
        var (scalarTests, laneTests) = Split(loop.Condition!);
        foreach (var test in scalarTests)
            Line($"if (!({Scalar(test)})) break;");
        return laneTests;
    }

    private void EmitLaneTests(IEnumerable<IrExpression> tests, string mask)
    {
        foreach (var test in tests)
        {
            foreach (var copy in _active)
                Line($"{mask}_{copy} &= {Value(test, mask, copy)};");
        }
    }

    /// <summary>One iteration of a loop for the lanes that are still in it.</summary>
    private void EmitIteration(Loop loop, string mask, HashSet<Variable> after)
    {
        var (outerMask, outerReads) = (_loopMask, _loopReads);
        _loopMask = mask;
        _loopReads = [.. outerReads, .. after, .. loop.Body.VariablesRead(), .. loop.Condition!.VariablesRead()];
        EmitBlock(loop.Body, mask, outerMask is null ? after : [.. after, .. outerReads]);
        (_loopMask, _loopReads) = (outerMask, outerReads);
    }

    /// <summary>The conjuncts that concern uniform scalars alone, and the others.</summary>
    private (List<IrExpression> Scalar, List<IrExpression> Lanes) Split(IrExpression condition)
    {
        var (scalar, lanes) = (new List<IrExpression>(), new List<IrExpression>());
        foreach (var expression in condition.Conjuncts())
        {
            var isScalar = expression.VariablesRead().Any(_uniformScalars.ContainsKey)
                && expression.SelfAndDescendants().All(e => e is not VariableRead read || _uniformScalars.ContainsKey(read.Variable) || _context.IsUniform(read))
                && expression.SelfAndDescendants().All(e => e is VariableRead or Constant or Binary { IsChecked: false, Operator: not (BinaryOperator.Divide or BinaryOperator.Remainder) } or Conversion { IsChecked: false });
            (isScalar ? scalar : lanes).Add(expression);
        }

        return (scalar, lanes);
    }

    private string Scalar(IrExpression expression) => CSharpPrinter.Print(Substitute(expression));

    private IrExpression Substitute(IrExpression expression) => expression switch
    {
        VariableRead read when _uniformScalars.TryGetValue(read.Variable, out var scalar) =>
            new Conversion(new VariableRead(read.Variable with { Name = scalar }), read.Type),
        Binary binary => binary with { Left = Substitute(binary.Left), Right = Substitute(binary.Right) },
        Conversion conversion => conversion with { Operand = Substitute(conversion.Operand) },
        _ => expression,
    };
}
