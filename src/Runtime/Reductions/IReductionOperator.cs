using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>An associative and commutative operator, or one that is treated as such.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IReductionOperator<T>
{
    /// <summary>The value that changes nothing when combined.</summary>
    static abstract T Identity { get; }

    /// <summary>Whether it is the addition of <typeparamref name="T"/>, which vectors have too.</summary>
    static virtual bool IsSum => false;

    /// <summary>Combines two values; the left one comes first in the sequential order.</summary>
    static abstract T Combine(T left, T right);
}
