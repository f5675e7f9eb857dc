using System.Numerics;
using System.Runtime.Intrinsics;

using AutoParallel.CompilerServices;

namespace AutoParallel.Runtime.Tests;

/// <summary>Every class of characters in lanes of every size and number, for every character, against the method of <c>char</c>.</summary>
public sealed class CharacterTests
{
    [Fact]
    public void Letters() => Check<Letters>(char.IsLetter);

    [Fact]
    public void LettersAndDigits() => Check<LettersAndDigits>(char.IsLetterOrDigit);

    [Fact]
    public void Digits() => Check<Digits>(char.IsDigit);

    [Fact]
    public void Numbers() => Check<Numbers>(char.IsNumber);

    [Fact]
    public void UpperLetters() => Check<UpperLetters>(char.IsUpper);

    [Fact]
    public void LowerLetters() => Check<LowerLetters>(char.IsLower);

    [Fact]
    public void WhiteSpace() => Check<WhiteSpace>(char.IsWhiteSpace);

    [Fact]
    public void Separators() => Check<Separators>(char.IsSeparator);

    [Fact]
    public void Controls() => Check<Controls>(char.IsControl);

    [Fact]
    public void Surrogates() => Check<Surrogates>(char.IsSurrogate);

    [Fact]
    public void HighSurrogates() => Check<HighSurrogates>(char.IsHighSurrogate);

    [Fact]
    public void LowSurrogates() => Check<LowSurrogates>(char.IsLowSurrogate);

    [Fact]
    public void Ascii() => Check<AsciiCharacters>(char.IsAscii);

    [Fact]
    public void AsciiLetters() => Check<AsciiLetters>(char.IsAsciiLetter);

    [Fact]
    public void AsciiLettersAndDigits() => Check<AsciiLettersAndDigits>(char.IsAsciiLetterOrDigit);

    [Fact]
    public void AsciiDigits() => Check<AsciiDigits>(char.IsAsciiDigit);

    [Fact]
    public void AsciiUpperLetters() => Check<AsciiUpperLetters>(char.IsAsciiLetterUpper);

    [Fact]
    public void AsciiLowerLetters() => Check<AsciiLowerLetters>(char.IsAsciiLetterLower);

    [Fact]
    public void AsciiHexDigits() => Check<AsciiHexDigits>(char.IsAsciiHexDigit);

    [Fact]
    public void AsciiUpperHexDigits() => Check<AsciiUpperHexDigits>(char.IsAsciiHexDigitUpper);

    [Fact]
    public void AsciiLowerHexDigits() => Check<AsciiLowerHexDigits>(char.IsAsciiHexDigitLower);

    private static void Check<TClass>(Func<char, bool> isIn)
        where TClass : ICharacterClass
    {
        Check<TClass, ushort>(isIn);
        Check<TClass, int>(isIn);
        Check<TClass, long>(isIn);
    }

    private static void Check<TClass, T>(Func<char, bool> isIn)
        where TClass : ICharacterClass
        where T : struct, IBinaryInteger<T>
    {
        for (var first = 0; first < 0x10000; first += Vector128<T>.Count)
            Same(first, isIn, Lanes(LaneCharacters.AreIn<TClass, T>(Vector128<T>.Indices + Vector128.Create(T.CreateTruncating(first)))));
        for (var first = 0; first < 0x10000; first += Vector256<T>.Count)
            Same(first, isIn, Lanes(LaneCharacters.AreIn<TClass, T>(Vector256<T>.Indices + Vector256.Create(T.CreateTruncating(first)))));
        for (var first = 0; first < 0x10000; first += Vector512<T>.Count)
            Same(first, isIn, Lanes(LaneCharacters.AreIn<TClass, T>(Vector512<T>.Indices + Vector512.Create(T.CreateTruncating(first)))));
    }

    private static T[] Lanes<T>(Vector128<T> vector)
    {
        var lanes = new T[Vector128<T>.Count];
        vector.CopyTo(lanes);
        return lanes;
    }

    private static T[] Lanes<T>(Vector256<T> vector)
    {
        var lanes = new T[Vector256<T>.Count];
        vector.CopyTo(lanes);
        return lanes;
    }

    private static T[] Lanes<T>(Vector512<T> vector)
    {
        var lanes = new T[Vector512<T>.Count];
        vector.CopyTo(lanes);
        return lanes;
    }

    private static void Same<T>(int first, Func<char, bool> isIn, T[] lanes)
        where T : struct, IBinaryInteger<T>
    {
        for (var at = 0; at < lanes.Length; at++)
        {
            if (lanes[at] != (isIn((char)(first + at)) ? T.Zero - T.One : T.Zero))
                Assert.Fail($"character {first + at:X4} in {lanes.Length} lanes of '{typeof(T).Name}'");
        }
    }
}
