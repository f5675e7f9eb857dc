using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// Locals of a method that hold one value from their declaration on, which depends on nothing that ever changes: other names for a
/// parameter, and integers computed from parameters. Inside any loop, such a local is what its declaration says (global value numbering
/// in its simplest form: Alpern, Wegman and Zadeck, "Detecting equality of variables in programs", POPL 1988).
/// </summary>
public static class FixedLocals
{
    /// <summary>The method with every loop knowing the definitions.</summary>
    public static Method Attach(Method method)
    {
        var definitions = Find(method.Body);
        return definitions.IsEmpty ? method : method with { Body = (Block)Attach(method.Body, definitions) };
    }

    private static EquatableArray<FixedLocal> Find(Block body)
    {
        var assignments = body.VariablesAssigned().GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count());
        var known = new List<FixedLocal>();
        foreach (var declaration in body.SelfAndDescendants().OfType<Declaration>())
        {
            var variable = declaration.Variable;
            if (declaration.Initializer is not { } value || variable.Kind != VariableKind.Local || variable.IsCaptured || assignments[variable] != 1)
                continue;
            if (variable.Type.IsInteger ? value.SelfAndDescendants().All(IsHarmless) : value is VariableRead && variable.Type.IsReference && value.VariablesRead().All(IsFixed))
                known.Add(new FixedLocal(variable, value));
        }

        return known.ToEquatableArray();

        bool IsFixed(Variable variable) => !variable.IsCaptured
            && (variable.Kind == VariableKind.Parameter ? !assignments.ContainsKey(variable) : known.Exists(k => k.Variable == variable));

        bool IsHarmless(IrExpression expression) => expression switch
        {
            Constant => true,
            VariableRead read => read.Type.IsInteger && IsFixed(read.Variable),
            LengthOf length => length.Root is { Kind: MemoryKind.Array, Parent: null, Reads.Count: 1 } root && root.Text == root.Reads[0].Name && IsFixed(root.Reads[0]),
            Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } division => division.Right is Constant { Value: int and not (0 or -1) },
            Binary { IsChecked: false } binary => binary.Type.IsInteger,
            _ => false,
        };
    }

    private static Statement Attach(Statement statement, EquatableArray<FixedLocal> definitions) => statement switch
    {
        Block block => block with { Statements = Attach(block.Statements, definitions) },
        If branch => branch with { Then = (Block)Attach(branch.Then, definitions), Else = (Block)Attach(branch.Else, definitions) },
        Loop loop => loop with { Body = (Block)Attach(loop.Body, definitions), FixedLocals = definitions },
        OpaqueStatement opaque => opaque with { Nested = Attach(opaque.Nested, definitions) },
        _ => statement,
    };

    private static EquatableArray<Statement> Attach(EquatableArray<Statement> children, EquatableArray<FixedLocal> definitions) =>
        children.Select(c => Attach(c, definitions)).ToEquatableArray();
}
