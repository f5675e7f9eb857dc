using System.Globalization;

using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>Writes expressions over lanes, for one interleaved copy.</summary>
internal sealed class LaneExpressions
{
    private readonly LaneContext _context;
    private readonly int _copy;
    private readonly Func<Variable, string?> _uniformScalar;
    private readonly Action<string> _line;
    private string? _mask;
    private IrExpression? _excess;
    private readonly LaneFunctions _functions;
    private int _next;

    /// <summary>Prepares one copy.</summary>
    /// <param name="context">The method.</param>
    /// <param name="copy">The copy's number.</param>
    /// <param name="uniformScalar">The scalar that stands for a variable while all active lanes hold the same value, if there is one.</param>
    /// <param name="line">Takes the lines that must stand before the value's own.</param>
    public LaneExpressions(LaneContext context, int copy, Func<Variable, string?> uniformScalar, Action<string> line)
    {
        _line = line;
        _functions = new LaneFunctions(context, this);
        _context = context;
        _copy = copy;
        _uniformScalar = uniformScalar;
    }

    /// <summary>The value where only the lanes of a mask compute it; null for all.</summary>
    public string Value(IrExpression expression, string? mask)
    {
        var outer = _mask;
        _mask = mask;
        var value = Value(expression);
        _mask = outer;
        return value;
    }

    /// <summary>The value, of which only the low bits that its type has count: an accumulator takes no more.</summary>
    public string LowBits(IrExpression expression, string? mask)
    {
        _excess = expression;
        var value = Value(expression, mask);
        _excess = null;
        return value;
    }

    /// <summary>The value; a mask for a truth value.</summary>
    public string Value(IrExpression expression)
    {
        if (_context.IsUniform(expression))
            return Uniform(expression);
        if (_context.IsUniformInPlace(expression))
            return UniformInPlace(expression);
        var lane = _context.LaneOf(expression.Type);
        if (_context.Inductions.Value(expression, lane, _copy) is { } induction)
            return induction;
        switch (expression)
        {
            case VariableRead read:
                return Read(read, lane);
            case Load load:
                return Load(load.Access);
            case Unary unary:
                return Unary(unary, lane);
            case Binary binary:
                return Binary(binary, lane);
            case Conditional conditional:
                return Select(conditional, lane);
            case Conversion conversion:
                return Convert(Value(conversion.Operand), conversion.Operand.Type, conversion.Type);
            case MathCall call:
                return _functions.Call(call);
            default:
                throw new InvalidOperationException($"No lanes for {expression}");
        }
    }

    /// <summary>A mask reinterpreted for selecting lanes of a type.</summary>
    public string Reinterpret(string mask, LaneType lane) =>
        Reinterpret(mask, lane, LaneType.Mask);

    /// <summary>The same bits as lanes of another type.</summary>
    public string Reinterpret(string value, LaneType to, LaneType from) =>
        to.Element(_context.LaneBytes) == from.Element(_context.LaneBytes) ? value : As(value, to);

    /// <summary>The same bits as lanes of another type.</summary>
    private string As(string value, LaneType lane) => $"{_context.Vector}.{lane.Reinterpret(_context.LaneBytes)}({value})";

    private string Uniform(IrExpression expression)
    {
        var lane = _context.LaneOf(expression.Type);
        if (lane == LaneType.Mask)
        {
            var truth = _context.Hoist("truth", CSharpPrinter.Print(expression));
            return _context.Hoist("mask", $"{truth} ? {_context.VectorType(lane)}.AllBitsSet : {_context.VectorType(lane)}.Zero");
        }

        var element = lane.Element(_context.LaneBytes);
        return _context.Hoist(expression is Constant ? "c" : "u", $"{_context.Vector}.Create(unchecked(({element})({CSharpPrinter.Print(expression)})))");
    }

    /// <summary>A value of a loop that all lanes run together, made once for all copies.</summary>
    private string UniformInPlace(IrExpression expression)
    {
        var lane = _context.LaneOf(expression.Type);
        var scalar = CSharpPrinter.Print(expression);
        var text = lane == LaneType.Mask
            ? $"({scalar} ? {_context.VectorType(lane)}.AllBitsSet : {_context.VectorType(lane)}.Zero)"
            : $"{_context.Vector}.Create(unchecked(({lane.Element(_context.LaneBytes)})({scalar})))";
        return Share("all", text);
    }

    /// <summary>The name of a value that the statement needs several times, by its text.</summary>
    private string Share(string prefix, string text)
    {
        if (!_context.Shared.TryGetValue(text, out var name))
            _context.Shared.Add(text, name = Keep(prefix, text));
        return name;
    }

    private string Load(MemoryAccess access) => _context.Pattern(access) == AccessPattern.Indirect
        ? _context.LoadAt(access, Indices(access), _mask)
        : _context.Load(access, _copy, text => Share("group", text));

    /// <summary>The subscripts of an access where only the lanes of a mask make it, found to lie inside the container.</summary>
    public string Indices(MemoryAccess access, string? mask)
    {
        var outer = _mask;
        _mask = mask;
        var indices = Indices(access);
        _mask = outer;
        return indices;
    }

    private string Indices(MemoryAccess access)
    {
        var subscript = access.Subscripts[0];
        var lane = _context.LaneOf(subscript.Type);
        var index = Value(subscript);
        var indices = Keep("at", lane is LaneType.Int32 or LaneType.Int64 ? index : As(index, LaneType.Mask));
        var selected = _mask is null ? "" : $", {_mask}";
        FailIf($"{_context.Gather}.AnyOutside({indices}, {_context.Length(access.Root)}{selected})");
        return indices;
    }

    private string Select(Conditional conditional, LaneType lane)
    {
        var condition = Value(conditional.Condition);
        if (!_context.Faults.Contains(conditional.WhenTrue) && !_context.Faults.Contains(conditional.WhenFalse))
            return $"{_context.Vector}.ConditionalSelect({Reinterpret(condition, lane)}, {Value(conditional.WhenTrue)}, {Value(conditional.WhenFalse)})";
        condition = Keep("if", condition);
        return $"{_context.Vector}.ConditionalSelect({Reinterpret(condition, lane)}, {Where(condition, conditional.WhenTrue)}, {Where($"~{condition}", conditional.WhenFalse)})";
    }

    /// <summary>The value where only the lanes that a further mask selects compute it.</summary>
    private string Where(string mask, IrExpression expression) =>
        _context.Faults.Contains(expression) ? Value(expression, Keep("on", _mask is null ? mask : $"{_mask} & {mask}")) : Value(expression);

    /// <summary>Gives a value a name, so that it is computed once.</summary>
    public string Keep(string prefix, string value)
    {
        var name = $"__{prefix}{_next++}x{_copy}";
        _line($"var {name} = {value};");
        return name;
    }

    /// <summary>Leaves the pass, and all iterations from its first one on, to the loop's own code.</summary>
    public void FailIf(string condition)
    {
        _context.CanFail = true;
        _line($"if ({condition}) goto {_context.Failure};");
    }

    /// <summary>Leaves the pass if the condition holds in some lane that computes.</summary>
    /// <param name="condition">A comparison of lanes.</param>
    /// <param name="lane">The type of its lanes.</param>
    public void FailWhere(string condition, LaneType lane)
    {
        var mask = Reinterpret(condition, LaneType.Mask, lane);
        FailIf($"({(_mask is null ? mask : $"{mask} & {_mask}")}) != {_context.VectorType(LaneType.Mask)}.Zero");
    }

    private string Read(VariableRead read, LaneType lane)
    {
        var variable = read.Variable;
        if (variable == _context.Loop.Loop.Space!.Index)
        {
            var element = lane.Element(_context.LaneBytes);
            var step = _context.Step.ToString(CultureInfo.InvariantCulture);
            var iota = _context.Hoist("iota", $"{_context.VectorType(lane)}.Indices * {_context.Vector}.Create(({element})({step}))");
            return $"({_context.Vector}.Create(unchecked(({element})({_context.FirstIndex} + ({_context.Iteration(_copy)}) * ({step}L)))) + {iota})";
        }

        return _uniformScalar(variable) is { } scalar ? $"{_context.Vector}.Create({scalar})" : _context.Local(variable, _copy);
    }

    private string Unary(Unary unary, LaneType lane)
    {
        var operand = Value(unary.Operand);
        return unary.Operator == UnaryOperator.Negate ? Wrap($"(-{operand})", unary.Type, lane) : Wrap($"(~{operand})", unary.Type, lane);
    }

    private string Binary(Binary binary, LaneType lane)
    {
        if (binary.Operator is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual)
            return Compare(binary);
        if (binary.Operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight)
            return Shift(binary, lane);
        if (binary.Operator is BinaryOperator.AndAlso or BinaryOperator.OrElse && _context.Faults.Contains(binary.Right))
        {
            var first = Keep("if", Value(binary.Left));
            return binary.Operator == BinaryOperator.AndAlso
                ? $"({first} & {Where(first, binary.Right)})"
                : $"({first} | {Where($"~{first}", binary.Right)})";
        }

        if (binary.Operator is BinaryOperator.Divide or BinaryOperator.Remainder && binary.Type.IsInteger)
            return Divide(binary, lane);
        var left = Value(binary.Left);
        var right = Value(binary.Right);
        var symbol = binary.Operator switch
        {
            BinaryOperator.AndAlso => "&",
            BinaryOperator.OrElse => "|",
            _ => IrPrinter.Symbol(binary.Operator),
        };
        var text = $"({left} {symbol} {right})";
        if (lane == LaneType.Int64 && ReferenceEquals(binary, _excess))
            return text;
        return binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide ? Wrap(text, binary.Type, lane) : text;
    }

    private string Compare(Binary binary)
    {
        var lane = _context.LaneOf(binary.Left.Type);
        var method = binary.Operator switch
        {
            BinaryOperator.Less => "LessThan",
            BinaryOperator.LessOrEqual => "LessThanOrEqual",
            BinaryOperator.Greater => "GreaterThan",
            BinaryOperator.GreaterOrEqual => "GreaterThanOrEqual",
            _ => "Equals",
        };
        var (left, right) = (Value(binary.Left), Value(binary.Right));
        if (lane == LaneType.Mask)
            return binary.Operator == BinaryOperator.Equal ? $"(~({left} ^ {right}))" : $"({left} ^ {right})";
        var text = $"{_context.Vector}.{method}({left}, {right})";
        var mask = lane is LaneType.Int16 or LaneType.Int32 or LaneType.Int64 ? text : As(text, LaneType.Mask);
        return binary.Operator == BinaryOperator.NotEqual ? $"(~{mask})" : mask;
    }

    /// <summary>
    /// Integer division. Operands of 32 bits are divided as <c>double</c>, whose quotient, truncated, is the exact one; a divisor known before the
    /// loop is replaced by a number to multiply by.
    /// </summary>
    private string Divide(Binary division, LaneType lane)
    {
        if (PowersOfTwo.ExponentOf(division.Right) is { } exponent)
            return DivideByPower(division, exponent, lane);
        var isNarrow = division.Type.Size64 < 8;
        var left = Keep("dividend", Value(division.Left));
        var right = Value(division.Right);
        if (_context.Faults.Is(division))
        {
            var element = lane.Element(_context.LaneBytes);
            right = Keep("divisor", _mask is null ? right : $"{_context.Vector}.ConditionalSelect({Reinterpret(_mask, lane)}, {right}, {_context.VectorType(lane)}.One)");
            var fails = $"{_context.Vector}.Equals({right}, {_context.VectorType(lane)}.Zero)";
            if (!division.Type.IsUnsigned)
            {
                var least = $"{_context.Vector}.Create(({element}){division.Type.Primitive}.MinValue)";
                fails = $"({fails} | ({_context.Vector}.Equals({left}, {least}) & {_context.Vector}.Equals({right}, {_context.VectorType(lane)}.AllBitsSet)))";
            }

            FailWhere(fails, lane);
        }

        const string Lanes = RuntimeNames.Services + ".LaneDivision";
        var quotient = !isNarrow ? $"({left} / {right})"
            : _context.IsUniform(division.Right) ? $"{Lanes}.DivideBy({left}, {_context.Hoist("reciprocal", $"{Lanes}.Reciprocal({CSharpPrinter.Print(division.Right)})")})"
            : $"{Lanes}.Divide({left}, {right})";
        return division.Operator == BinaryOperator.Divide ? quotient : $"({left} - ({quotient} * {right}))";
    }

    /// <summary>
    /// Division by a power of two: a shift, after adding what makes it truncate toward zero for negative dividends (Warren, "Hacker's
    /// Delight", 2nd edition, section 10-1).
    /// </summary>
    private string DivideByPower(Binary division, int exponent, LaneType lane)
    {
        var isQuotient = division.Operator == BinaryOperator.Divide;
        var value = Value(division.Left);
        if (exponent == 0)
            return isQuotient ? value : $"{_context.VectorType(lane)}.Zero";
        var mask = $"{_context.Vector}.Create(({lane.Element(_context.LaneBytes)}){((1UL << exponent) - 1).ToString(CultureInfo.InvariantCulture)})";
        if (division.Type.IsUnsigned)
            return isQuotient ? $"({value} >>> {exponent})" : $"({value} & {mask})";
        var bits = _context.LaneBytes * 8;
        value = Keep("dividend", value);
        var biased = Keep("biased", $"{value} + (({value} >> {bits - 1}) >>> {bits - exponent})");
        return isQuotient ? $"({biased} >> {exponent})" : $"({value} - ({biased} & ~{mask}))";
    }

    private string Shift(Binary shift, LaneType lane)
    {
        if (!_context.IsUniform(shift.Right))
            return ShiftEach(shift, lane);
        var limit = shift.Type.Size64 == 8 ? 63 : 31;
        var count = shift.Right is Constant { Value: int known }
            ? (known & limit).ToString(CultureInfo.InvariantCulture)
            : _context.Hoist("by", $"unchecked((int)({CSharpPrinter.Print(shift.Right)})) & {limit}");
        var value = Value(shift.Left);
        switch (shift.Operator)
        {
            case BinaryOperator.ShiftLeft:
                return Wrap($"({value} << {count})", shift.Type, lane);
            case BinaryOperator.ShiftRight:
                return $"({value} >> {count})";
            default:
                if (lane == LaneType.Int64 && shift.Type.Kind == ScalarKind.Int32)
                    return Wrap($"(({value} & {_context.Vector}.Create(0xFFFFFFFFL)) >>> {count})", shift.Type, lane);
                return $"({value} >>> {count})";
        }
    }

    /// <summary>Shifts each lane by a count of its own, of which C# takes the lowest 5 or 6 bits.</summary>
    private string ShiftEach(Binary shift, LaneType lane)
    {
        const string Shifts = RuntimeNames.Services + ".LaneShift";
        var isWide = shift.Type.Size64 == 8;
        var count = $"({Value(shift.Right)} & {_context.Vector}.Create({(_context.LaneBytes == 4 ? "" : "(long)")}{(isWide ? 63 : 31)}))";
        var value = Value(shift.Left);
        switch (shift.Operator)
        {
            case BinaryOperator.ShiftLeft:
                return Wrap($"{Shifts}.Left({value}, {count})", shift.Type, lane);
            case BinaryOperator.ShiftRight:
                return $"{Shifts}.Right({value}, {count})";
            default:
                if (lane == LaneType.Int64 && shift.Type.Kind == ScalarKind.Int32)
                    value = $"({value} & {_context.Vector}.Create(0xFFFFFFFFL))";
                return Wrap($"{Shifts}.UnsignedRight({value}, {count})", shift.Type, lane);
        }
    }

    /// <summary>Brings a result of 32-bit arithmetic in 64-bit lanes back to the value that C# has.</summary>
    public string Wrap(string value, IrType type, LaneType lane)
    {
        if (lane == LaneType.Double && type.Kind == ScalarKind.Single)
            return $"{_context.Memory}.RoundToSingle({value})";
        if (lane != LaneType.Int64 || type.Size64 == 8)
            return value;
        return type.Kind == ScalarKind.UInt32 ? $"({value} & {_context.Vector}.Create(0xFFFFFFFFL))" : $"(({value} << 32) >> 32)";
    }

    private string Convert(string value, IrType from, IrType to)
    {
        var source = _context.LaneOf(from);
        var target = _context.LaneOf(to);
        if (source.IsFloatingPoint() || target.IsFloatingPoint())
        {
            if (source == target)
                return to.Kind == ScalarKind.Single && from.Kind != ScalarKind.Single ? Wrap(value, to, target) : value;
            var text = $"{_context.Vector}.ConvertTo{target}({value})";
            if (target == LaneType.Double)
                return Wrap(text, to, target);
            if (target == LaneType.Int64 && to.Size64 < 8)
                text = Saturate(text, to.Kind == ScalarKind.UInt32 ? "uint" : "int");

            // To a smaller integer, the scalar conversion goes through 'int', too.
            return to.Size64 < 4 ? Truncate(text, IrType.Int32, to, target) : text;
        }

        var result = source == target ? value : As(value, target);
        return Truncate(result, from, to, target);
    }

    /// <summary>Brings 64-bit integers into the range of a type of 32 bits.</summary>
    private string Saturate(string value, string type) =>
        $"{_context.Vector}.Min({_context.Vector}.Max({value}, {_context.Vector}.Create((long){type}.MinValue)), {_context.Vector}.Create((long){type}.MaxValue))";

    private string Truncate(string value, IrType from, IrType to, LaneType lane)
    {
        if (to.Size64 >= _context.LaneBytes || Contains(to, from))
            return value;
        var bits = (_context.LaneBytes - to.Size) * 8;
        if (!to.IsUnsigned)
            return $"(({value} << {bits}) >> {bits})";
        var mask = to.Size == 1 ? "0xFF" : to.Size == 2 ? "0xFFFF" : "0xFFFFFFFFL";
        return $"({value} & {_context.Vector}.Create(({lane.Element(_context.LaneBytes)}){mask}))";
    }

    /// <summary>Whether every value of one integer type is one of the other.</summary>
    private static bool Contains(IrType outer, IrType inner) => outer.Kind == inner.Kind
        || (outer.IsUnsigned == inner.IsUnsigned && outer.Size64 >= inner.Size64) || (!outer.IsUnsigned && inner.IsUnsigned && outer.Size64 > inner.Size64);
}
