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
    /// <summary>In the ordinal order of their keys, none with a coefficient of zero.</summary>
    private readonly Monomial[] _monomials;

    private IReadOnlyList<Term>? _terms;

    private Polynomial(params Monomial[] monomials) => _monomials = monomials;

    /// <summary>The polynomial 0.</summary>
    public static Polynomial Zero { get; } = new();

    /// <summary>A constant polynomial.</summary>
    public static Polynomial Constant(long value) => value == 0 ? Zero : new Polynomial(new Monomial("", value, default));

    /// <summary>The polynomial of one symbolic term.</summary>
    public static Polynomial Of(Term term) => new(new Monomial(term.Text, 1, EquatableArray.Of(term)));

    /// <summary>The value if there is no symbolic term; null otherwise.</summary>
    public long? ConstantValue => _monomials.Length switch
    {
        0 => 0,
        1 when _monomials[0].Key.Length == 0 => _monomials[0].Coefficient,
        _ => null,
    };

    /// <summary>The part without symbolic terms.</summary>
    public long ConstantPart => _monomials.Length > 0 && _monomials[0].Key.Length == 0 ? _monomials[0].Coefficient : 0;

    /// <summary>Whether it is the constant 0.</summary>
    public bool IsZero => _monomials.Length == 0;

    /// <summary>Whether no coefficient is positive.</summary>
    public bool HasOnlyNegativeCoefficients => _monomials.All(m => m.Coefficient < 0);

    /// <summary>All symbolic terms.</summary>
    public IReadOnlyList<Term> Terms => _terms ??= FindTerms();

    /// <summary>The greatest number of symbolic terms multiplied with each other.</summary>
    public int Degree => _monomials.Length == 0 ? 0 : _monomials.Max(m => m.Factors.Count);

    /// <summary>The products that it is the sum of; the constant has no factors.</summary>
    public EquatableArray<Monomial> Monomials => new(_monomials);

    /// <summary>Whether a term occurs.</summary>
    public bool Mentions(Variable variable) => Terms.Any(t => t.Variable == variable);

    /// <summary>The sum. Throws <see cref="OverflowException"/> where a coefficient leaves 64 bits.</summary>
    public static Polynomial operator +(Polynomial left, Polynomial right)
    {
        var (first, second) = (left._monomials, right._monomials);
        if (second.Length == 0)
            return left;
        if (first.Length == 0)
            return right;
        var sum = new List<Monomial>(first.Length + second.Length);
        var (i, j) = (0, 0);
        while (i < first.Length || j < second.Length)
        {
            var order = i == first.Length ? 1 : j == second.Length ? -1 : string.CompareOrdinal(first[i].Key, second[j].Key);
            if (order != 0)
            {
                sum.Add(order < 0 ? first[i++] : second[j++]);
                continue;
            }

            var coefficient = checked(first[i++].Coefficient + second[j].Coefficient);
            if (coefficient != 0)
                sum.Add(second[j] with { Coefficient = coefficient });
            j++;
        }

        return new Polynomial([.. sum]);
    }

    /// <summary>The negated polynomial.</summary>
    public static Polynomial operator -(Polynomial value) =>
        new(Array.ConvertAll(value._monomials, m => m with { Coefficient = checked(-m.Coefficient) }));

    /// <summary>The difference.</summary>
    public static Polynomial operator -(Polynomial left, Polynomial right) => left + -right;

    /// <summary>The product.</summary>
    public static Polynomial operator *(Polynomial left, Polynomial right)
    {
        var result = Zero;
        foreach (var a in left._monomials)
        {
            foreach (var b in right._monomials)
            {
                var coefficient = checked(a.Coefficient * b.Coefficient);
                result += new Polynomial(a.Factors.IsEmpty ? b with { Coefficient = coefficient }
                    : b.Factors.IsEmpty ? a with { Coefficient = coefficient }
                    : Monomial.Of(coefficient, a.Factors.Concat(b.Factors).OrderBy(f => f.Text, StringComparer.Ordinal).ToEquatableArray()));
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
        foreach (var monomial in _monomials)
        {
            var (value, factors) = (monomial.Coefficient, monomial.Factors);
            var degree = 0;
            foreach (var factor in factors)
            {
                if (factor.Variable == variable)
                    degree++;
                else if (factor.Reads.Contains(variable))
                    return null;
            }

            if (degree > 1)
                return null;
            if (degree == 1)
                coefficient += new Polynomial(Monomial.Of(value, factors.Where(f => f.Variable != variable).ToEquatableArray()));
            else
                offset += new Polynomial(monomial);
        }

        return (coefficient, offset);
    }

    /// <summary>Replaces a variable by a polynomial.</summary>
    public Polynomial Substitute(Variable variable, Polynomial value)
    {
        var result = Zero;
        foreach (var (_, coefficient, factors) in _monomials)
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
        if (_monomials.Length == 0)
            return "0L";
        var text = new StringBuilder();
        foreach (var (_, coefficient, factors) in _monomials)
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
        ReferenceEquals(this, other) || (other is not null && HasSameMonomials(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Polynomial);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var monomial in _monomials)
            hash = unchecked((hash * 31) + (monomial.Key.Length << 16) + (int)monomial.Coefficient);
        return hash;
    }

    /// <inheritdoc/>
    public override string ToString() => _monomials.Length == 0
        ? "0"
        : string.Join(" + ", _monomials.Select(m => m.Key.Length == 0 ? $"{m.Coefficient}" : m.Coefficient == 1 ? m.Key : $"{m.Coefficient}·{m.Key}"));

    private bool HasSameMonomials(Polynomial other)
    {
        if (_monomials.Length != other._monomials.Length)
            return false;
        for (var i = 0; i < _monomials.Length; i++)
        {
            if (_monomials[i].Coefficient != other._monomials[i].Coefficient || _monomials[i].Key != other._monomials[i].Key)
                return false;
        }

        return true;
    }

    private List<Term> FindTerms()
    {
        var terms = new List<Term>();
        foreach (var monomial in _monomials)
        {
            foreach (var factor in monomial.Factors)
            {
                if (!terms.Contains(factor))
                    terms.Add(factor);
            }
        }

        return terms;
    }

    /// <summary>A product.</summary>
    /// <param name="Key">The factors' texts: equal keys are equal products.</param>
    /// <param name="Coefficient">By what it is multiplied.</param>
    /// <param name="Factors">In ordinal order; none for the constant.</param>
    public readonly record struct Monomial(string Key, long Coefficient, EquatableArray<Term> Factors)
    {
        /// <summary>The product of a number and some terms in ordinal order.</summary>
        public static Monomial Of(long coefficient, EquatableArray<Term> factors) =>
            new(factors.Count switch { 0 => "", 1 => factors[0].Text, _ => string.Join("·", factors.Select(f => f.Text)) }, coefficient, factors);

        /// <summary>The number and the terms.</summary>
        public void Deconstruct(out long coefficient, out EquatableArray<Term> factors) => (coefficient, factors) = (Coefficient, Factors);
    }
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
