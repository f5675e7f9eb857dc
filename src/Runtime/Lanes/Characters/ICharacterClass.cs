using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>
/// A set of characters that <c>char</c> has a method for. Its ASCII characters are two ranges of codes, the bits of which may be set in part before
/// they are compared: with 0x20 a range of letters is one of both cases.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICharacterClass
{
    /// <summary>Bits that are set before a code is compared with the first range.</summary>
    static virtual int Folded => 0;

    /// <summary>The first code of the first range.</summary>
    static abstract int First { get; }

    /// <summary>The number of codes in the first range.</summary>
    static abstract int Count { get; }

    /// <summary>The first code of the second range.</summary>
    static virtual int OtherFirst => 0;

    /// <summary>The number of codes in the second range.</summary>
    static virtual int OtherCount => 0;

    /// <summary>Whether the ranges say it for codes above ASCII too.</summary>
    static virtual bool IsWhole => false;

    /// <summary>Whether the set has the character: the answer of the method of <c>char</c>.</summary>
    static abstract bool Contains(char value);
}
