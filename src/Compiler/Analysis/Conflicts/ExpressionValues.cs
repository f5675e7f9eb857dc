using System.Globalization;

using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis.Conflicts;

/// <summary>The values of expressions in one concrete execution; null where they depend on data.</summary>
internal sealed class ExpressionValues
{
    private const int MaximumDepth = 24;

    private readonly ConcurrentRegion _region;
    private readonly RegionNames _names;
    private readonly Valuation _valuation;
    private readonly ConcreteRun _run;
    private readonly Dictionary<Variable, long?> _numbers = [];
    private readonly Dictionary<Variable, string?> _objects = [];
    private readonly HashSet<Variable> _fresh = [];
    private bool _isQuiet;
    private int _depth;

    public ExpressionValues(ConcurrentRegion region, RegionNames names, Valuation valuation, ConcreteRun run)
    {
        _region = region;
        _names = names;
        _valuation = valuation;
        _run = run;
    }

    /// <summary>About how large sizes are.</summary>
    public int Scale => _valuation.Scale;

    /// <summary>Whether strides are so large that the number of runs does not follow from them.</summary>
    public bool IsSpread => _valuation.IsSpread;

    /// <summary>Starts the run for a value of the index.</summary>
    public void Begin(long index)
    {
        _numbers.Clear();
        _objects.Clear();
        _fresh.Clear();
        if (_region.Index is { } variable)
            _numbers[variable] = index;
    }

    /// <summary>The value of an expression outside of the region.</summary>
    public long? Outside(IrExpression expression) => Quietly(expression);

    /// <summary>The value without noting accesses once more.</summary>
    public long? Quietly(IrExpression expression)
    {
        var outer = _isQuiet;
        _isQuiet = true;
        var value = Of(expression);
        _isQuiet = outer;
        return value;
    }

    /// <summary>Whether each run has the variable for itself.</summary>
    public bool IsOwn(Variable variable) => _names.IsOwn(variable);

    /// <summary>Whether the container is one that the run made.</summary>
    public bool IsOwn(MemoryRoot root) => root.Parent is null && root.Reads.Count == 1 && _names.IsOwn(root.Reads[0]);

    /// <summary>Gives a variable a number.</summary>
    public void Set(Variable variable, long? value) => _numbers[variable] = value;

    /// <summary>A loop sets its index, which all runs share where it is declared outside.</summary>
    public void Enter(Variable index, long? value, SourceSpan source)
    {
        _numbers[index] = value;
        if (_names.IsShared(index))
            _run.Access(index, true, source);
    }

    /// <summary>Assigns a variable.</summary>
    public void Assign(Variable variable, IrExpression value, SourceSpan source, bool isUncertain)
    {
        var number = Of(value);
        if (_names.IsShared(variable))
        {
            _run.Access(variable, true, source);
            return;
        }

        if (value is OpaqueExpression { IsFresh: true } && !isUncertain)
            _fresh.Add(variable);
        else
            _fresh.Remove(variable);
        _numbers[variable] = isUncertain && (!_numbers.TryGetValue(variable, out var old) || old != number) ? null : number;
        if (variable.Type.Kind == ScalarKind.Other)
            _objects[variable] = isUncertain ? null : ObjectOf(value);
    }

    /// <summary>Gives a parameter the value of its argument.</summary>
    public void Bind(Variable parameter, IrExpression argument)
    {
        var (number, holder) = (Of(argument), parameter.Type.Kind == ScalarKind.Other ? ObjectOf(argument) : null);
        _numbers[parameter] = number;
        _objects[parameter] = holder;
    }

    /// <summary>Forgets what a statement that may have run assigns.</summary>
    public void Forget(Statement statement)
    {
        foreach (var variable in statement.VariablesAssigned().Distinct())
        {
            _numbers[variable] = null;
            _objects[variable] = null;
        }
    }

    /// <summary>Whether an object is one that the run itself made.</summary>
    public bool IsFresh(IrExpression expression) => expression is OpaqueExpression { IsFresh: true } || (expression is VariableRead { Variable: var variable } && _fresh.Contains(variable));

    /// <summary>The name of the lock that an object is; null where it is not known which object it is.</summary>
    public string? LockOf(IrExpression expression) => ObjectOf(expression);

    /// <summary>The name of a container that runs share; null where it is a run's own or not known.</summary>
    public string? ContainerOf(MemoryRoot root)
    {
        if (root.Parent is { } parent)
        {
            if (ContainerOf(parent.Root) is not { } holder)
                return null;
            var subscripts = parent.Subscripts.Select(Quietly).ToList();
            return subscripts.Any(s => s is null) ? null : $"{holder}[{string.Join(",", subscripts)}]{parent.Path}";
        }

        switch (root.Reads.Count)
        {
            case 0:
                return root.Text;
            case 1 when root.Text == root.Reads[0].Name:
                return ObjectOf(root.Reads[0]);
            case 1:
                return ObjectOf(root.Reads[0]) is { } owner ? $"{owner}:{root.Text.Substring(root.Text.LastIndexOf('.') + 1)}" : null;
            default:
                return null;
        }
    }

    /// <summary>The number that an expression yields; notes the accesses that it makes.</summary>
    public long? Of(IrExpression expression)
    {
        if (_depth > MaximumDepth)
            return null;
        _depth++;
        var value = Evaluate(expression);
        _depth--;
        return value;
    }

    private string? ObjectOf(Variable variable)
    {
        variable = _names.Representative(variable);
        if (_objects.TryGetValue(variable, out var known))
            return known;
        return _names.IsOwn(variable) || _names.IsShared(variable) ? null : _names.TextOf(variable);
    }

    private string? ObjectOf(IrExpression expression) => expression switch
    {
        VariableRead read => ObjectOf(read.Variable),
        Load { Access: var access } when ContainerOf(access.Root) is { } container && access.Subscripts.Select(Quietly).ToList() is var subscripts
            && subscripts.All(s => s is not null) => access.Subscripts.IsEmpty ? container + access.Path : $"{container}[{string.Join(",", subscripts)}]{access.Path}",
        OpaqueExpression { Effects.Hazards.IsEmpty: true, Effects.Writes.IsEmpty: true, IsFresh: false, Operands: var operands } opaque
            when opaque.Reason.StartsWith("a conversion", StringComparison.Ordinal) && operands.Count() == 1 => ObjectOf(operands.Single()),
        OpaqueExpression { Children.IsEmpty: true, IsFresh: false, Text: var text } when text.StartsWith("typeof", StringComparison.Ordinal) => text,
        _ => null,
    };

    private long? Evaluate(IrExpression expression)
    {
        switch (expression)
        {
            case Constant constant:
                return Number(constant.Value);
            case VariableRead read:
                return Read(read);
            case LengthOf length:
                return Length(length);
            case Load load:
                return Read(load);
            case Unary unary:
                return Of(unary.Operand) is not { } operand ? null : unary.Operator switch
                {
                    UnaryOperator.Negate => -operand,
                    UnaryOperator.BitwiseNot => ~operand,
                    _ => operand == 0 ? 1 : 0,
                };
            case Binary binary:
                return Evaluate(binary);
            case Conditional choice:
                return Choose(choice);
            case Conversion conversion:
                var value = Of(conversion.Operand);
                return conversion.Type.IsInteger && conversion.Operand.Type is { IsInteger: true } ? value : null;
            case MathCall call:
                var arguments = call.Arguments.Select(Of).ToList();
                return !call.Type.IsInteger || arguments.Any(a => a is null) ? null : call.Function switch
                {
                    "System.Math.Min" => Math.Min(arguments[0]!.Value, arguments[1]!.Value),
                    "System.Math.Max" => Math.Max(arguments[0]!.Value, arguments[1]!.Value),
                    "System.Math.Abs" => Math.Abs(arguments[0]!.Value),
                    _ => null,
                };
            case OpaqueExpression opaque:
                return Evaluate(opaque);
            default:
                return null;
        }
    }

    private static long? Number(object? value) => value switch
    {
        bool flag => flag ? 1 : 0,
        char character => character,
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private long? Read(VariableRead read)
    {
        var variable = read.Variable;
        if (_names.IsShared(variable))
        {
            if (!_isQuiet)
                _run.Access(variable, false, read.Source);
            return null;
        }

        if (_numbers.TryGetValue(variable, out var known))
            return known;
        if (_region.OuterLoops.TryGetValue(variable, out var space) && Quietly(space.Start) is { } start)
            return _numbers[variable] = Inside(space, start);
        if (_region.Definitions.TryGetValue(variable, out var definition) && Quietly(definition) is { } defined)
            return _numbers[variable] = defined;
        if (_names.IsOwn(variable) || !variable.Type.IsInteger)
            return null;
        return _valuation.Of(_names.TextOf(variable));
    }

    /// <summary>One of the values that a loop around the region gives its index.</summary>
    private long Inside(IterationSpace space, long start)
    {
        var step = Quietly(space.Step) ?? 1;
        var count = Quietly(space.End) is { } end && step != 0 ? Math.Max(1, Math.Abs((end - start) / step)) : 8;
        var number = _valuation.Profile switch { 0 => count / 2, 1 => 0, 2 => 1, 3 => count - 1, 4 => 2, _ => count / 3 };
        return start + (Math.Min(number, count - 1) * step);
    }

    private long? Length(LengthOf length)
    {
        if (_region.Tables.TryGetValue(length.Root.Text, out var table))
            return table.Count;
        if (length.Root.Parent is null && length.Root.Reads.Count == 1)
        {
            var variable = length.Root.Reads[0];
            if (_names.IsOwn(variable) || _names.IsShared(variable))
                return null;
            if (_region.Definitions.TryGetValue(variable, out var definition) && definition is OpaqueExpression { Reason: "an array allocation" } made
                && made.Children.Count > Math.Max(length.Dimension, 0))
            {
                return Quietly(made.Children[Math.Max(length.Dimension, 0)]);
            }
        }

        return length.Root.Reads.Any(v => _names.IsOwn(v)) ? null : _valuation.Of(length.ToString());
    }

    private long? Read(Load load)
    {
        foreach (var subscript in load.Access.Subscripts)
            Of(subscript);
        var root = load.Access.Root;
        if (_region.Tables.TryGetValue(root.Text, out var table))
        {
            return load.Access.Subscripts.Count == 1 && Quietly(load.Access.Subscripts[0]) is { } at && at >= 0 && at < table.Count
                ? table[(int)at]
                : null;
        }

        if (root.Kind is MemoryKind.String or MemoryKind.ImmutableArray or MemoryKind.ReadOnlySpan)
            return null;
        if (!_isQuiet)
            _run.Access(load.Access, false);
        return root.Kind is MemoryKind.Field or MemoryKind.StaticField && load.Type.IsInteger && !_names.IsStored(root) && ContainerOf(root) is { } field
            ? _valuation.Of(field)
            : null;
    }

    private long? Choose(Conditional choice)
    {
        if (Of(choice.Condition) is { } condition)
            return Of(condition != 0 ? choice.WhenTrue : choice.WhenFalse);
        long? left = null, right = null;
        _run.Perhaps(() => (left, right) = (Of(choice.WhenTrue), Of(choice.WhenFalse)));
        return left == right ? left : null;
    }

    private long? Evaluate(Binary binary)
    {
        var left = Of(binary.Left);
        if (binary.Operator is BinaryOperator.AndAlso or BinaryOperator.OrElse)
        {
            var decides = binary.Operator == BinaryOperator.OrElse;
            if (left is { } known)
                return (known != 0) == decides ? (decides ? 1 : 0) : Of(binary.Right);
            long? second = null;
            _run.Perhaps(() => second = Of(binary.Right));
            return second is { } value && (value != 0) == decides ? (decides ? 1 : 0) : null;
        }

        var right = Of(binary.Right);
        if (left is not { } a || right is not { } b)
            return null;
        if (Compare(binary.Operator, a, b) is { } truth)
            return truth ? 1 : 0;
        return binary.Type.IsInteger || binary.Type.Kind == ScalarKind.Bool ? Compute(binary, a, b) : null;
    }

    private static bool? Compare(BinaryOperator test, long a, long b) => test switch
    {
        BinaryOperator.Equal => a == b,
        BinaryOperator.NotEqual => a != b,
        BinaryOperator.Less => a < b,
        BinaryOperator.LessOrEqual => a <= b,
        BinaryOperator.Greater => a > b,
        BinaryOperator.GreaterOrEqual => a >= b,
        _ => null,
    };

    private static long? Compute(Binary binary, long a, long b) => binary.Operator switch
    {
        BinaryOperator.Add => a + b,
        BinaryOperator.Subtract => a - b,
        BinaryOperator.Multiply => a * b,
        BinaryOperator.Divide => b is 0 or -1 ? (b == 0 ? null : -a) : a / b,
        BinaryOperator.Remainder => b is 0 ? null : b == -1 ? 0 : a % b,
        BinaryOperator.And => a & b,
        BinaryOperator.Or => a | b,
        BinaryOperator.Xor => a ^ b,
        BinaryOperator.ShiftLeft => binary.Type.Size == 8 ? a << (int)(b & 63) : (int)a << (int)(b & 31),
        BinaryOperator.ShiftRight => binary.Type.Size == 8 ? a >> (int)(b & 63) : a >> (int)(b & 31),
        _ => null,
    };

    private long? Evaluate(OpaqueExpression opaque)
    {
        if (!_isQuiet)
            _run.Reach(opaque.Source);
        if (!_isQuiet && _region.FunctionOf(opaque) is { } function && _run.Call(function))
            return null;
        foreach (var operand in opaque.Operands)
            Of(operand);
        if (_isQuiet || RegionNames.IsSynchronization(opaque))
            return null;
        foreach (var store in opaque.Effects.Stores)
            _run.Access(store, true);
        foreach (var variable in opaque.Effects.Writes)
        {
            if (_names.IsShared(variable))
                _run.Access(variable, true, opaque.Source);
            _numbers[variable] = null;
            _objects[variable] = null;
        }

        return null;
    }
}
