namespace AutoParallel.Compiler.Analysis.Dependence;

/// <summary>A constant plus multiples of the variables of an <see cref="IntegerSystem"/>. Arithmetic is checked.</summary>
public sealed class LinearForm
{
    private static readonly KeyValuePair<int, long>[] _none = [];

    /// <summary>In the order of the variables, none of them zero.</summary>
    private readonly KeyValuePair<int, long>[] _coefficients;

    /// <summary>A constant form.</summary>
    public LinearForm(long constant)
        : this(constant, _none)
    {
    }

    private LinearForm(long constant, KeyValuePair<int, long>[] coefficients)
    {
        Constant = constant;
        _coefficients = coefficients;
    }

    /// <summary>The part without variables.</summary>
    public long Constant { get; }

    /// <summary>The variables with a coefficient other than 0.</summary>
    public IEnumerable<KeyValuePair<int, long>> Coefficients => _coefficients;

    /// <summary>One variable.</summary>
    public static LinearForm Of(int variable, long coefficient = 1) => new(0, coefficient == 0 ? _none : [new(variable, coefficient)]);

    /// <summary>The sum with a multiple of a variable.</summary>
    public LinearForm Plus(int variable, long coefficient) => Plus(Of(variable, coefficient));

    /// <summary>The sum with a constant.</summary>
    public LinearForm Plus(long constant) => new(checked(Constant + constant), _coefficients);

    /// <summary>The sum with a multiple of another form.</summary>
    public LinearForm Plus(LinearForm other, long factor = 1)
    {
        var constant = checked(Constant + (other.Constant * factor));
        if (factor == 0 || other._coefficients.Length == 0)
            return new LinearForm(constant, _coefficients);
        var (left, right) = (_coefficients, other._coefficients);
        var sum = new List<KeyValuePair<int, long>>(left.Length + right.Length);
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (j == right.Length || (i < left.Length && left[i].Key < right[j].Key))
            {
                sum.Add(left[i++]);
                continue;
            }

            var variable = right[j].Key;
            var value = checked(right[j++].Value * factor);
            if (i < left.Length && left[i].Key == variable)
                value = checked(value + left[i++].Value);
            if (value != 0)
                sum.Add(new(variable, value));
        }

        return new LinearForm(constant, [.. sum]);
    }

    /// <summary>The difference.</summary>
    public LinearForm Minus(LinearForm other) => Plus(other, -1);

    /// <summary>The coefficients in order, the constant last.</summary>
    public long[] ToRow(int width)
    {
        var row = new long[width];
        foreach (var pair in _coefficients)
            row[pair.Key] = pair.Value;
        row[width - 1] = Constant;
        return row;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" + ", _coefficients.Select(p => $"{p.Value}·x{p.Key}").Append($"{Constant}"));
}
