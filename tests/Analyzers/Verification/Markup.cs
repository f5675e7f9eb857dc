using System.Text;

using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Analyzers.Tests.Verification;

/// <summary>
/// Source with expected diagnostics: <c>[|code|]</c> for the rule under test, <c>{|AP1002:code|}</c> for another one.
/// </summary>
/// <param name="Source">The source without marks.</param>
/// <param name="Expected">The rule and place of each mark, in order of the opening marks.</param>
internal sealed record Markup(string Source, IReadOnlyList<(string Rule, TextSpan Span)> Expected)
{
    /// <summary>Reads marks.</summary>
    public static Markup Parse(string text, string rule)
    {
        text = text.ReplaceLineEndings("\n");
        var source = new StringBuilder();
        var open = new Stack<int>();
        var expected = new List<(string Rule, int Start, int End)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (At("[|"))
            {
                open.Push(expected.Count);
                expected.Add((rule, source.Length, -1));
                i++;
            }
            else if (At("{|AP"))
            {
                open.Push(expected.Count);
                expected.Add((text.Substring(i + 2, 6), source.Length, -1));
                i += 8;
            }
            else if (At("|]") || (At("|}") && open.Count > 0))
            {
                var index = open.Pop();
                expected[index] = expected[index] with { End = source.Length };
                i++;
            }
            else
            {
                source.Append(text[i]);
            }

            bool At(string mark) => string.CompareOrdinal(text, i, mark, 0, mark.Length) == 0;
        }

        Assert.Empty(open);
        return new Markup(source.ToString(), [.. expected.Select(e => (e.Rule, TextSpan.FromBounds(e.Start, e.End)))]);
    }
}
