using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Puts the local of a running value into the place of the variable, and finds the accesses that a counter packs: those made by just the
/// iterations that step it, at the element that it numbers.
/// </summary>
internal sealed class PackedAccesses
{
    private readonly RunningValue _value;
    private readonly Contributions _contributions;
    private int _packed;

    /// <summary>Prepares the rewriting of one body.</summary>
    public PackedAccesses(RunningValue value, Contributions contributions)
    {
        _value = value;
        _contributions = contributions;
    }

    /// <summary>Whether the body needs the value itself.</summary>
    public bool IsRead { get; private set; }

    /// <summary>The body with the local in the variable's place.</summary>
    /// <param name="statements">The body from the first mention of the variable on.</param>
    public IReadOnlyList<Statement> Rewrite(IReadOnlyList<Statement> statements)
    {
        var body = new Block(statements.Select(s => Decided(s, statements[0])).ToEquatableArray(), "", default);
        body = Rewrite(body);
        IsRead = !_value.IsCounter || body.VariablesRead().Count(v => v == _value.Current) > _packed + 1;
        return IsRead ? body.Statements : WithoutUpdates(body).Statements;
    }

    /// <summary>The branch whose condition is what the counter asks, so that it is tested once.</summary>
    private Statement Decided(Statement statement, Statement first)
    {
        if (!_value.IsCounter || !ReferenceEquals(statement, first) || statement is not If branch)
            return statement;
        var isThen = Steps(branch.Then);
        if (!isThen && !Steps(branch.Else))
            return statement;
        IrExpression counts = new VariableRead(_value.Change);
        return branch with { Condition = isThen ? counts : new Unary(UnaryOperator.LogicalNot, counts, IrType.Bool) };
    }

    /// <summary>Whether one of the statements themselves, not those of branches inside, is the step.</summary>
    private bool Steps(Block block) => block.Statements.Any(s => IsStep(s) || (s is Block inner && Steps(inner)));

    private bool IsStep(Statement statement) => statement is Assignment assignment && assignment.Variable == _value.Carried;

    private Block Rewrite(Block block)
    {
        var counted = 0;
        return Rewrite(block, _value.IsCounter && Steps(block), ref counted);
    }

    private Block Rewrite(Block block, bool counts, ref int counted)
    {
        var result = new List<Statement>();
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case Block inner:
                    result.Add(Rewrite(inner, counts, ref counted));
                    break;
                case If or Assignment when !_value.IsCounter && _contributions.Updates == 1 && IsUpdate(statement):
                    result.Add(new Assignment(_value.Current, Combined, "", statement.Source));
                    break;
                case If branch:
                    result.Add(branch with { Condition = Read(branch.Condition, counts, counted), Then = Rewrite(branch.Then), Else = Rewrite(branch.Else) });
                    break;
                case Assignment assignment when IsStep(assignment):
                    result.Add(assignment with { Variable = _value.Current, Value = Read(assignment.Value, false, 0) });
                    counted++;
                    break;
                case Assignment assignment:
                    result.Add(assignment with { Value = Read(assignment.Value, counts, counted) });
                    break;
                case Declaration { Initializer: { } initializer } declaration:
                    result.Add(declaration with { Initializer = Read(initializer, counts, counted) });
                    break;
                case Store store:
                    var value = Read(store.Value, counts, counted);
                    result.Add(store with { Access = (counts ? Packed(store.Access, counted) : null) ?? Read(store.Access), Value = value });
                    break;
                default:
                    result.Add(statement.Replace(Local));
                    break;
            }
        }

        return block with { Statements = result.ToEquatableArray() };
    }

    /// <summary>The value after the one statement that takes it on.</summary>
    private IrExpression Combined
    {
        get
        {
            var (current, change, type) = (new VariableRead(_value.Current), new VariableRead(_value.Change), _value.Current.Type);
            return _value.Operator == ReductionKind.Add
                ? new Binary(BinaryOperator.Add, current, change, type)
                : new MathCall(_value.Operator == ReductionKind.Minimum ? "System.Math.Min" : "System.Math.Max", EquatableArray.Of<IrExpression>(current, change), type);
        }
    }

    private bool IsUpdate(Statement statement) => IsStep(statement) || Contributions.Extremum(statement, _value.Carried) is not null;

    private IrExpression? Local(IrExpression expression) =>
        expression is VariableRead read && read.Variable == _value.Carried ? new VariableRead(_value.Current) : null;

    private MemoryAccess Read(MemoryAccess access) => access.Replace(Local);

    /// <summary>An expression over the local; elements in it that are read whatever its values are may be packed.</summary>
    private IrExpression Read(IrExpression expression, bool counts, int counted) => expression.Replace(part => part switch
    {
        Load load when counts && Packed(load.Access, counted) is { } packed => load with { Access = packed },
        Conditional or Binary { Operator: BinaryOperator.AndAlso or BinaryOperator.OrElse } => part.Replace(Local),
        _ => Local(part),
    });

    /// <summary>The access as a packed one; null where its subscript is not the counter, or a constant number behind it.</summary>
    private MemoryAccess? Packed(MemoryAccess access, int counted)
    {
        if (access.Subscripts.Count != 1 || access.Path.Length > 0 || Distance(access.Subscripts[0]) is not { } distance)
            return null;
        _packed++;
        return access with
        {
            Subscripts = EquatableArray.Of<IrExpression>(new VariableRead(_value.Current)),
            Packed = new PackedSubscript(_value.Current, distance + counted),
        };
    }

    private int? Distance(IrExpression subscript) => subscript switch
    {
        VariableRead read => read.Variable == _value.Carried ? 0 : null,
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, IsChecked: false, Left: VariableRead read, Right: Constant { Value: int and > -1000 and < 1000 } amount } sum
            when read.Variable == _value.Carried => sum.Operator == BinaryOperator.Add ? (int)amount.Value : -(int)amount.Value,
        _ => null,
    };

    private Block WithoutUpdates(Block block) => block with
    {
        Statements = block.Statements.Where(s => s is not Assignment assignment || assignment.Variable != _value.Current).Select(s => s switch
        {
            Block inner => WithoutUpdates(inner),
            If branch => branch with { Then = WithoutUpdates(branch.Then), Else = WithoutUpdates(branch.Else) },
            _ => s,
        }).ToEquatableArray(),
    };
}
