namespace AutoParallel.Compiler.Analysis.Dependence;

/// <summary>A constant plus multiples of the variables of an <see cref="IntegerSystem"/>. Arithmetic is checked.</summary>
public sealed class LinearForm
{
    private readonly SortedDictionary<int, long> _coefficients = [];

    /// <summary>A constant form.</summary>
    public LinearForm(long constant) => Constant = constant;

    /// <summary>The part without variables.</summary>
    public long Constant { get; private set; }

    /// <summary>The variables with a coefficient other than 0.</summary>
    public IEnumerable<KeyValuePair<int, long>> Coefficients => _coefficients;

    /// <summary>One variable.</summary>
    public static LinearForm Of(int variable, long coefficient = 1) => new LinearForm(0).Plus(variable, coefficient);

    /// <summary>The sum with a multiple of a variable.</summary>
    public LinearForm Plus(int variable, long coefficient)
    {
        var result = Copy();
        result.Add(variable, coefficient);
        return result;
    }

    /// <summary>The sum with a constant.</summary>
    public LinearForm Plus(long constant)
    {
        var result = Copy();
        result.Constant = checked(Constant + constant);
        return result;
    }

    /// <summary>The sum with a multiple of another form.</summary>
    public LinearForm Plus(LinearForm other, long factor = 1)
    {
        var result = Copy();
        result.Constant = checked(Constant + (other.Constant * factor));
        foreach (var pair in other._coefficients)
            result.Add(pair.Key, checked(pair.Value * factor));
        return result;
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

    private void Add(int variable, long coefficient)
    {
        _coefficients.TryGetValue(variable, out var present);
        var sum = checked(present + coefficient);
        if (sum == 0)
            _coefficients.Remove(variable);
        else
            _coefficients[variable] = sum;
    }

    private LinearForm Copy()
    {
        var result = new LinearForm(Constant);
        foreach (var pair in _coefficients)
            result._coefficients.Add(pair.Key, pair.Value);
        return result;
    }
}
