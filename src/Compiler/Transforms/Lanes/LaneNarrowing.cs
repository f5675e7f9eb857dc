using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Computes in lanes of 16 bits what C# computes in 32, where every value that is stored comes out the same, so that a vector holds twice
/// as many. Of sums, products and bits only the lowest count that the result keeps; of operands that are compared or shifted down, all
/// values must fit 16 bits (the recognition of over-widened patterns in GCC's vectoriser; demanded bits in LLVM's).
/// </summary>
public sealed class LaneNarrowing
{
    /// <summary>The size of the lanes in bytes.</summary>
    public const int LaneBytes = 2;

    private const int Bits = 8 * LaneBytes;

    /// <summary>The greatest distance of elements of a byte whose lanes two vectors hold.</summary>
    private const int MostStride = 4;

    private static readonly IrType _unsigned = new(ScalarKind.UInt16, "ushort");
    private static readonly IrType _signed = new(ScalarKind.Int16, "short");
    private static readonly Interval _unsignedValues = Interval.Of(_unsigned)!;
    private static readonly Interval _signedValues = Interval.Of(_signed)!;

    private readonly LoopContext _context;
    private readonly UniformityAnalysis _uniformity;
    private readonly ValueIntervals _values;
    private readonly IrCopy _subscripts;
    private readonly Dictionary<Variable, Variable> _narrow = [];
    private readonly HashSet<Variable> _read;

    private LaneNarrowing(LoopContext context)
    {
        _context = context;
        _uniformity = new UniformityAnalysis(context);
        _values = new ValueIntervals(context);
        _subscripts = new IrCopy(InSubscript, _ => null, null);
        var values = context.Loop.Body.SelfAndDescendants().SelectMany(s => s is Store store ? [store.Value] : s.Expressions).ToList();
        _read = [.. values.SelectMany(ReadAsValues)];
    }

    /// <summary>The loop in that form, and its facts; null where it has none.</summary>
    public static LoopAnalysis? Of(LoopContext context, LoopAnalysis analysis)
    {
        if (context.InnerLoops.Count > 0 || !analysis.Reductions.IsEmpty || !analysis.PrivateArrays.IsEmpty || context.Polynomials.Build(context.Loop.Space!.Step)?.ConstantValue is not { } step
            || !analysis.Accesses.Any(f => f.IsWrite) || !analysis.Accesses.All(f => HasForm(f, analysis, context, step) && HasOwnSubscripts(f.Access, context)))
        {
            return null;
        }

        if (new LaneNarrowing(context).Statement(context.Loop.Body) is not Block body)
            return null;
        var loop = context.Loop with { Body = body };
        return analysis with { Loop = loop, Accesses = LoopAnalyzer.AccessesOf(new LoopContext(loop), body) };
    }

    /// <summary>Whether lanes of 16 bits can be filled with what an access reads, or written by it.</summary>
    private static bool HasForm(AccessFact fact, LoopAnalysis analysis, LoopContext context, long step)
    {
        var access = fact.Access;
        switch (AccessPatterns.Of(fact, context))
        {
            case AccessPattern.Uniform:
                return !fact.IsWrite;
            case AccessPattern.UnitStride:
                return access.Type.Size is 1 or 2 && (access.Type.IsInteger || access.Type.Kind == ScalarKind.Bool) && !(fact.IsWrite && fact.IsConditional);
            case AccessPattern.Strided when !fact.IsWrite && access.Path.Length == 0 && access.Type is { Size: 1, IsInteger: true }
                && fact.Affine.Take(fact.Affine.Count - 1).All(a => a.Coefficient.IsZero):

                // Of two neighbours both must be read, or two whole vectors would reach beyond them.
                var distance = fact.Affine[fact.Affine.Count - 1].Coefficient.ConstantValue * step;
                return distance is > 2 and <= MostStride || (distance == 2 && analysis.Accesses.Any(other => AreNeighbours(fact, other)));
            default:
                return false;
        }
    }

    /// <summary>Whether the locals that subscripts read can be replaced by their definitions there, which nothing but the subscripts then evaluates.</summary>
    private static bool HasOwnSubscripts(MemoryAccess access, LoopContext context) => access.Subscripts.SelectMany(s => s.VariablesRead())
        .Where(context.Declared.Contains).All(v => context.Definitions.TryGetValue(v, out var definition) && IsPlain(definition, context));

    private static bool IsPlain(IrExpression expression, LoopContext context) => expression switch
    {
        VariableRead { Variable: var variable } => !context.Declared.Contains(variable) || (context.Definitions.TryGetValue(variable, out var definition) && IsPlain(definition, context)),
        Constant => true,
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply, IsChecked: false } or Conversion { IsChecked: false } => expression.Operands.All(o => IsPlain(o, context)),
        _ => false,
    };

    private static bool AreNeighbours(AccessFact one, AccessFact other)
    {
        var last = one.Affine.Count - 1;
        return one.Access.Root.Text == other.Access.Root.Text && one.Access.Root.Kind == other.Access.Root.Kind && other.Access.Path.Length == 0
            && other.Affine.Count == one.Affine.Count && one.Affine.Zip(other.Affine, (a, b) => a.Coefficient.Equals(b.Coefficient)).All(same => same)
            && one.Affine.Take(last).Zip(other.Affine, (a, b) => a.Offset.Equals(b.Offset)).All(same => same)
            && (one.Affine[last].Offset - other.Affine[last].Offset).ConstantValue is 1 or -1;
    }

    /// <summary>The variables that an expression reads other than in subscripts.</summary>
    private static IEnumerable<Variable> ReadAsValues(IrExpression expression) => expression switch
    {
        VariableRead read => [read.Variable],
        Load => [],
        _ => expression.Operands.SelectMany(ReadAsValues),
    };

    /// <summary>The definition of a local of the body, in whose place subscripts have it.</summary>
    private IrExpression? InSubscript(Variable variable) =>
        variable.Type.IsInteger && _context.Definitions.TryGetValue(variable, out var definition) ? _subscripts.Of(definition) : null;

    private Statement? Statement(Statement statement)
    {
        switch (statement)
        {
            case Block block:
                var statements = new List<Statement>();
                foreach (var child in block.Statements)
                {
                    if (child is Declaration { Initializer: { } onlyInSubscripts, Variable: var local } && local.Type.IsInteger && !_read.Contains(local)
                        && _context.Definitions.ContainsKey(local) && IsPlain(onlyInSubscripts, _context))
                    {
                        continue;
                    }

                    if (Statement(child) is not { } narrow)
                        return null;
                    statements.Add(narrow);
                }

                return block with { Statements = statements.ToEquatableArray() };
            case Declaration declaration when Held(declaration.Variable) is { } variable:
                if (declaration.Initializer is null)
                    return declaration with { Variable = variable };
                return As(declaration.Initializer, variable.Type) is { } initial ? declaration with { Variable = variable, Initializer = initial } : null;
            case Assignment assignment when _context.Declared.Contains(assignment.Variable) && Held(assignment.Variable) is { } variable:
                return As(assignment.Value, variable.Type) is { } assigned ? assignment with { Variable = variable, Value = assigned } : null;
            case Store store:
                var value = store.Access.Type is { IsInteger: true, Size: 1 } ? Low(store.Value, 8) : As(store.Value, store.Access.Type);
                return value is null ? null : store with { Access = _subscripts.Of(store.Access), Value = value };
            case If branch:
                return Truth(branch.Condition) is { } condition && Statement(branch.Then) is Block then && Statement(branch.Else) is Block otherwise
                    ? branch with { Condition = condition, Then = then, Else = otherwise }
                    : null;
            default:
                return null;
        }
    }

    /// <summary>The variable that holds as many of the lowest bits of another as lanes have; null where there is none.</summary>
    private Variable? Held(Variable variable)
    {
        if (variable.Type.Kind == ScalarKind.Bool || variable.Type is { IsInteger: true, Size: 1 or 2 })
            return variable;
        if (variable.Type.Kind is not (ScalarKind.Int32 or ScalarKind.UInt32))
            return null;
        if (!_narrow.TryGetValue(variable, out var narrow))
            _narrow.Add(variable, narrow = variable with { Type = _unsigned });
        return narrow;
    }

    private IrExpression? As(IrExpression value, IrType type) =>
        type.Kind == ScalarKind.Bool ? Truth(value) : Low(value, 8 * type.Size) is { } low ? type == _unsigned ? low : new Conversion(low, type) : null;

    /// <summary>A truth value of which only the operands are narrowed.</summary>
    private IrExpression? Truth(IrExpression expression)
    {
        if (expression.Type.Kind != ScalarKind.Bool)
            return null;
        if (_uniformity.IsUniform(expression))
            return expression;
        switch (expression)
        {
            case VariableRead:
                return expression;
            case Load load:
                return load with { Access = _subscripts.Of(load.Access) };
            case Unary unary:
                return Truth(unary.Operand) is { } operand ? unary with { Operand = operand } : null;
            case Binary { Left.Type.Kind: ScalarKind.Bool } binary:
                return Truth(binary.Left) is { } first && Truth(binary.Right) is { } second ? binary with { Left = first, Right = second } : null;
            case Binary { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison:
                return Both(comparison.Left, comparison.Right) is var (left, right) ? comparison with { Left = left, Right = right } : null;
            case Conditional conditional:
                return Truth(conditional.Condition) is { } condition && Truth(conditional.WhenTrue) is { } whenTrue && Truth(conditional.WhenFalse) is { } whenFalse
                    ? new Conditional(condition, whenTrue, whenFalse, conditional.Type)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Two values as they are, of one type; null where no type of 16 bits has them all.</summary>
    private (IrExpression Left, IrExpression Right)? Both(IrExpression left, IrExpression right)
    {
        if (Low(left, Bits) is not { } first || Low(right, Bits) is not { } second)
            return null;
        if (Fits(left, _unsignedValues) && Fits(right, _unsignedValues))
            return (first, second);
        return Fits(left, _signedValues) && Fits(right, _signedValues) ? (new Conversion(first, _signed), new Conversion(second, _signed)) : null;
    }

    private bool Fits(IrExpression expression, Interval limits) => _values.Of(expression) is { } values && limits.Contains(values);

    /// <summary>An expression of type <c>ushort</c> whose lowest bits are those of another; null where there is none.</summary>
    /// <param name="expression">The other.</param>
    /// <param name="bits">How many of them count, at most 16.</param>
    private IrExpression? Low(IrExpression expression, int bits)
    {
        var type = expression.Type;
        if (!type.IsInteger || type.Size is not (1 or 2 or 4))
            return null;
        if (_uniformity.IsUniform(expression))
            return new Conversion(expression, _unsigned);
        switch (expression)
        {
            case VariableRead { Variable: var variable } when _context.Declared.Contains(variable) && Held(variable) is { } held:
                return held == variable && type.Kind != _unsigned.Kind ? new Conversion(expression, _unsigned) : new VariableRead(held);
            case Load load:
                return new Conversion(load with { Access = _subscripts.Of(load.Access) }, _unsigned);
            case Unary { IsChecked: false } unary:
                return Low(unary.Operand, bits) is { } operand ? new Unary(unary.Operator, operand, _unsigned) : null;
            case Binary { IsChecked: false } binary:
                return Low(binary, bits);
            case Conditional conditional:
                return Truth(conditional.Condition) is { } condition && Low(conditional.WhenTrue, bits) is { } whenTrue && Low(conditional.WhenFalse, bits) is { } whenFalse
                    ? new Conditional(condition, whenTrue, whenFalse, _unsigned)
                    : null;
            case Conversion { IsChecked: false } conversion:
                if (8 * type.Size >= bits || (Interval.Of(type) is { } limits && Fits(conversion.Operand, limits)))
                    return Low(conversion.Operand, bits);
                return Low(conversion.Operand, 8 * type.Size) is { } low ? new Conversion(new Conversion(low, type), _unsigned) : null;
            case MathCall call:
                return Extremum(call);
            default:
                return null;
        }
    }

    private IrExpression? Low(Binary binary, int bits)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor:
                return Low(binary.Left, bits) is { } left && Low(binary.Right, bits) is { } right ? new Binary(binary.Operator, left, right, _unsigned) : null;
            case BinaryOperator.ShiftLeft when CountOf(binary) is { } count:
                return Low(binary.Left, bits) is { } up ? new Binary(BinaryOperator.ShiftLeft, up, Constant.Int32(count), _unsigned) : null;
            case BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight when CountOf(binary) is { } count:
                return ShiftedDown(binary, count, bits);
            case BinaryOperator.Divide when PowersOfTwo.ExponentOf(binary.Right) is { } exponent and < Bits && Fits(binary.Left, _unsignedValues):
                return ShiftedDown(binary, exponent, bits);
            case BinaryOperator.Remainder when PowersOfTwo.ExponentOf(binary.Right) is { } exponent and < Bits && Fits(binary.Left, _unsignedValues):
                return Low(binary.Left, Bits) is { } dividend
                    ? new Binary(BinaryOperator.And, dividend, new Conversion(Constant.Int32((1 << exponent) - 1), _unsigned), _unsigned)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>The constant count of a shift that leaves some of 16 bits; null for any other.</summary>
    private static int? CountOf(Binary shift) => shift.Right is Constant { Value: int count } && (count & 31) < Bits ? count & 31 : null;

    /// <summary>The bits from a number on: either all that count are among the lowest 16, or the value has no others.</summary>
    private IrExpression? ShiftedDown(Binary shift, int count, int bits)
    {
        if (bits + count <= Bits || Fits(shift.Left, _unsignedValues))
            return Low(shift.Left, Math.Min(Bits, bits + count)) is { } value ? new Binary(BinaryOperator.ShiftRight, value, Constant.Int32(count), _unsigned) : null;
        if (shift.Operator != BinaryOperator.ShiftRight || !Fits(shift.Left, _signedValues) || Low(shift.Left, Bits) is not { } low)
            return null;
        return new Conversion(new Binary(BinaryOperator.ShiftRight, new Conversion(low, _signed), Constant.Int32(count), _signed), _unsigned);
    }

    /// <summary>The lesser or the greater of two values, a value brought between two constants, or a magnitude.</summary>
    private IrExpression? Extremum(MathCall call)
    {
        const string Minimum = "System.Math.Min";
        const string Maximum = "System.Math.Max";
        var arguments = call.Arguments;
        switch (call.Function)
        {
            case Minimum or Maximum:
                return Both(arguments[0], arguments[1]) is var (left, right) ? Of(call.Function, left, right) : null;
            case "System.Math.Clamp" when _values.Of(arguments[1]) is { } least && _values.Of(arguments[2]) is { } most && least.Greatest <= most.Least:
                return Both(new MathCall(Maximum, EquatableArray.Of(arguments[0], arguments[1]), call.Type), arguments[2]) is var (raised, limit) ? Of(Minimum, raised, limit) : null;
            case "System.Math.Abs" when Fits(arguments[0], new Interval(-_signedValues.Greatest, _signedValues.Greatest)) && IsNeverLeast(arguments[0]) && Low(arguments[0], Bits) is { } value:
                return Of(Maximum, new Conversion(value, _signed), new Unary(UnaryOperator.Negate, new Conversion(value, _signed), _signed));
            default:
                return null;
        }

        // The least number of its own type has no absolute value, which is an exception also where wider lanes have one.
        bool IsNeverLeast(IrExpression value) => !MathFunctions.MayThrow(call.Function, value.Type)
            || (Interval.Of(value.Type) is { } all && Fits(value, new Interval(-all.Greatest, all.Greatest)));

        static IrExpression Of(string function, IrExpression left, IrExpression right)
        {
            var result = new MathCall(function, EquatableArray.Of(left, right), left.Type);
            return left.Type == _unsigned ? result : new Conversion(result, _unsigned);
        }
    }
}
