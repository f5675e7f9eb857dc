using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every loop of <see cref="Characters"/>, over ASCII alone at first and all other characters behind.</summary>
public sealed class CharacterTests
{
    private static readonly int[] _sizes = [.. Enumerable.Range(0, 70), 127, 129, 255, 1000, 70_003];

    private delegate void AsciiOf(ReadOnlySpan<ushort> text, Span<int> result);

    [Fact]
    public void Letters() => Verify.Same(Ran.Vector, Characters.Letters, text => Characters.Letters(text), n => new string(Text(n)), _sizes);

    [Fact]
    public void Unicode() => Verify.Same(Ran.Vector, Characters.Unicode, (text, result) => Characters.Unicode(text, result), n => (Text(n), new int[n]), _sizes);

    [Fact]
    public void Ascii()
    {
        AsciiOf original = Characters.Ascii;
        Verify.Same(
            Ran.Vector,
            (ushort[] text, int[] result) => original(text, result),
            (text, result) => Characters.Ascii(text, result),
            n => (Array.ConvertAll(Text(n), c => (ushort)c), new int[n]),
            _sizes,
            nameof(Characters.Ascii));
    }

    [Fact]
    public void Marks() => Verify.Same(Ran.Vector, Characters.Marks, (text, result) => Characters.Marks(text, result), n => (Text(n), new bool[n]), _sizes);

    [Fact]
    public void DigitSum() => Verify.Same(Ran.Vector, Characters.DigitSum, text => Characters.DigitSum(text), n => Array.ConvertAll(Text(n), c => (byte)c), _sizes);

    [Fact]
    public void LettersOfLines() => Verify.Same(
        Ran.Parallel,
        Characters.LettersOfLines,
        (lines, result) => Characters.LettersOfLines(lines, result),
        n => (Lines(n), new int[n]),
        [0, 1, 17, 100, 1000]);

    [Fact]
    public void Words() => Verify.Same(Ran.Vector, Characters.Words, text => Characters.Words(text), n => new string(Text(n)), _sizes);

    [Fact]
    public void WordsOfLines() => Verify.Same(Ran.Vector, Characters.WordsOfLines, lines => Characters.WordsOfLines(lines), Lines, [0, 1, 17, 100, 1000]);

    [Fact]
    public void WordsOfNoLine() => Verify.Same(
        Ran.Anything, Characters.WordsOfLines, lines => Characters.WordsOfLines(lines), n => Lines(n).Append(null!).Concat(Lines(n)).ToArray(), [1, 17, 1000]);

    [Fact]
    public void WordsAcrossLines() => Verify.Same(
        Ran.Anything, Characters.WordsAcrossLines, (lines, ends) => Characters.WordsAcrossLines(lines, ends), n => (Lines(n), new int[n]), [0, 1, 17, 100, 1000]);

    private static string[] Lines(int count) => [.. Enumerable.Range(0, count).Select(i => new string(Text((i % 40 == 7 ? 700 : i * 7 % 300) + 120).AsSpan(i % 120)))];

    /// <summary>Words of ASCII, with another character in some vectors from the hundredth place on.</summary>
    private static char[] Text(int length) =>
        [.. Enumerable.Range(0, length).Select(i => i < 100 || i % 37 < 30 ? (char)(i * 7 % 128) : (char)(i * 31 % 0x10000))];
}
