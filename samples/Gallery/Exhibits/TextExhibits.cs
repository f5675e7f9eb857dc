using Gallery.Kernels;

namespace Gallery.Exhibits;

/// <summary>The kernel of <see cref="Texts"/> with its data.</summary>
internal static class TextExhibits
{
    private static readonly string[] Vocabulary =
        ["loop", "carried", "dependence", "distance", "vector", "the", "a", "of", "which", "reduction", "grain", "lane", "is"];

    public static Exhibit WordCount(Setting setting)
    {
        var random = new Random(7);
        var lines = new string[setting.Size(200_000, 20_000)];
        for (int i = 0; i < lines.Length; i++)
            lines[i] = string.Join(i % 3 == 0 ? ", " : " ", random.GetItems(Vocabulary, random.Next(16)));
        int expected = 0;
        int actual = 0;
        Func<string[], int> sequential = Texts.CountWords;
        return new Exhibit(
            $"{lines.Length:N0} lines",
            () => expected = sequential(lines),
            () => actual = Texts.CountWords(lines),
            () => Comparison.Bits(expected, actual));
    }
}
