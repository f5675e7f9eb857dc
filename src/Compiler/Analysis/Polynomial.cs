using System.Globalization;
using System.Text;

using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// A polynomial with integer coefficients over symbolic terms: variables, lengths and other integer values that the loop does
/// not change. It is how subscripts, bounds and distances are compared and computed; the arithmetic is that of the integers,
/// so guards that use it must make sure that the C# arithmetic does not wrap.
/// </summary>
public sealed class Polynomial : IEquatable<Polynomial>
{
    private readonly SortedDictionary<string, (long Coefficient, EquatableArray<Term> Factors)> _monomials;

    private Polynomial(SortedDictionary<string, (long Coefficient, EquatableArray<Term> Factors)> monomials) => _monomials = monomials;

    /// <summary>The polynomial 0.</summary>
    public static Polynomial Zero { get; } = Constant(0);

    /// <summary>A constant polynomial.</summary>
    public static Polynomial Constant(long value)
    {
        var monomials = New();
        if (value != 0)
            monomials[""] = (value, default);
        return new Polynomial(monomials);
    }

    /// <summary>The polynomial of one symbolic term.</summary>
    public static Polynomial Of(Term term)
    {
        var monomials = New();
        monomials[term.Text] = (1, EquatableArray.Of(term));
        return new Polynomial(monomials);
    }

    /// <summary>The value if there is no symbolic term; null otherwise.</summary>
    public long? ConstantValue => _monomials.Count switch
    {
        0 => 0,
        1 when _monomials.TryGetValue("", out var constant) => constant.Coefficient,
        _ => null,
    };

    /// <summary>The part without symbolic terms.</summary>
    public long ConstantPart => _monomials.TryGetValue("", out var constant) ? constant.Coefficient : 0;

    /// <summary>Whether it is the constant 0.</summary>
    public bool IsZero => _monomials.Count == 0;

    /// <summary>Whether no coefficient is positive.</summary>
    public bool HasOnlyNegativeCoefficients => _monomials.Values.All(m => m.Coefficient < 0);

    /// <summary>All symbolic terms.</summary>
    public IEnumerable<Term> Terms => _monomials.Values.SelectMany(m => m.Factors).Distinct();

    /// <summary>The greatest number of symbolic terms multiplied with each other.</summary>
    public int Degree => _monomials.Count == 0 ? 0 : _monomials.Values.Max(m => m.Factors.Count);

    /// <summary>The products that it is the sum of; the constant has no factors.</summary>
    public IEnumerable<(long Coefficient, EquatableArray<Term> Factors)> Monomials => _monomials.Values;

    /// <summary>Whether a term occurs.</summary>
    public bool Mentions(Variable variable) => Terms.Any(t => t.Variable == variable);

    /// <summary>The sum. Throws <see cref="OverflowException"/> where a coefficient leaves 64 bits.</summary>
    public static Polynomial operator +(Polynomial left, Polynomial right)
    {
        var monomials = New();
        foreach (var pair in left._monomials)
            monomials[pair.Key] = pair.Value;
        foreach (var pair in right._monomials)
        {
            var sum = pair.Value.Coefficient;
            if (monomials.TryGetValue(pair.Key, out var present))
                sum = checked(sum + present.Coefficient);
            if (sum == 0)
                monomials.Remove(pair.Key);
            else
                monomials[pair.Key] = (sum, pair.Value.Factors);
        }

        return new Polynomial(monomials);
    }

    /// <summary>The negated polynomial.</summary>
    public static Polynomial operator -(Polynomial value) => value * Constant(-1);

    /// <summary>The difference.</summary>
    public static Polynomial operator -(Polynomial left, Polynomial right) => left + -right;

    /// <summary>The product.</summary>
    public static Polynomial operator *(Polynomial left, Polynomial right)
    {
        var result = Zero;
        foreach (var a in left._monomials.Values)
        {
            foreach (var b in right._monomials.Values)
            {
                var factors = a.Factors.Concat(b.Factors).OrderBy(f => f.Text, StringComparer.Ordinal).ToEquatableArray();
                var monomials = New();
                monomials[Key(factors)] = (checked(a.Coefficient * b.Coefficient), factors);
                result += new Polynomial(monomials);
            }
        }

        return result;
    }

    /// <summary>
    /// Splits into <c>coefficient * variable + offset</c>, neither mentioning the variable; null where the variable occurs to a
    /// higher power or inside another term.
    /// </summary>
    public (Polynomial Coefficient, Polynomial Offset)? SplitBy(Variable variable)
    {
        var coefficient = Zero;
        var offset = Zero;
        foreach (var (value, factors) in _monomials.Values)
        {
            var degree = factors.Count(f => f.Variable == variable);
            if (degree > 1)
                return null;
            var rest = factors.Where(f => f.Variable != variable).ToEquatableArray();
            if (rest.Any(f => f.Reads.Contains(variable)))
                return null;
            var monomials = New();
            monomials[Key(rest)] = (value, rest);
            if (degree == 1)
                coefficient += new Polynomial(monomials);
            else
                offset += new Polynomial(monomials);
        }

        return (coefficient, offset);
    }

    /// <summary>Replaces a variable by a polynomial.</summary>
    public Polynomial Substitute(Variable variable, Polynomial value)
    {
        var result = Zero;
        foreach (var (coefficient, factors) in _monomials.Values)
        {
            var product = Constant(coefficient);
            foreach (var factor in factors)
                product *= factor.Variable == variable ? value : Of(factor);
            result += product;
        }

        return result;
    }

    /// <summary>The C# expression, computed in <c>long</c>, or another type that holds it, without overflow checks.</summary>
    public string ToCSharp(string type = "long")
    {
        if (_monomials.Count == 0)
            return "0L";
        var text = new StringBuilder();
        foreach (var (coefficient, factors) in _monomials.Values)
        {
            if (text.Length > 0)
                text.Append(coefficient < 0 ? " - " : " + ");
            else if (coefficient < 0)
                text.Append('-');
            var magnitude = coefficient < 0 ? unchecked((ulong)-coefficient) : (ulong)coefficient;
            if (factors.IsEmpty || magnitude != 1)
                text.Append(magnitude.ToString(CultureInfo.InvariantCulture)).Append('L');
            for (var i = 0; i < factors.Count; i++)
            {
                if (i > 0 || magnitude != 1)
                    text.Append(" * ");
                text.Append('(').Append(type).Append(')').Append(factors[i].CSharp);
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(Polynomial? other) =>
        other is not null && _monomials.Count == other._monomials.Count
        && _monomials.All(p => other._monomials.TryGetValue(p.Key, out var m) && m.Coefficient == p.Value.Coefficient);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Polynomial);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _monomials.Aggregate(17, (hash, pair) => unchecked((hash * 31) + pair.Key.GetHashCode() + (int)pair.Value.Coefficient));

    /// <inheritdoc/>
    public override string ToString() => _monomials.Count == 0
        ? "0"
        : string.Join(" + ", _monomials.Select(p => p.Key.Length == 0 ? $"{p.Value.Coefficient}" : p.Value.Coefficient == 1 ? p.Key : $"{p.Value.Coefficient}·{p.Key}"));

    private static SortedDictionary<string, (long Coefficient, EquatableArray<Term> Factors)> New() => new(StringComparer.Ordinal);

    private static string Key(EquatableArray<Term> factors) => string.Join("·", factors.Select(f => f.Text));
}

/// <summary>An indivisible integer value of a <see cref="Polynomial"/>.</summary>
/// <param name="Text">Its identity: equal texts are equal values.</param>
/// <param name="CSharp">How it is computed.</param>
/// <param name="Variable">The variable, if it is nothing else.</param>
/// <param name="Reads">All variables it depends on.</param>
/// <param name="IsNarrow">Whether its type has 32 bits or fewer, so that products of two such values cannot leave 64 bits.</param>
/// <param name="Requires">C# conditions that must hold before <paramref name="CSharp"/> may be evaluated, such as "not null".</param>
public sealed record Term(
    string Text,
    string CSharp,
    Variable? Variable,
    EquatableArray<Variable> Reads,
    bool IsNarrow,
    EquatableArray<string> Requires = default)
{
    /// <summary>The values that its type allows, where they are known.</summary>
    public Interval? Range { get; init; }

    /// <summary>The value and the power of two whose quotient, rounded down, it is; null for any other term.</summary>
    public (Polynomial Dividend, long Divisor)? Floor { get; init; }
}
