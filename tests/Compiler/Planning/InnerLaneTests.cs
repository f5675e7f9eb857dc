namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Loops inside loops for the cores that fill lanes once what one iteration leaves to the next is computed again.</summary>
public sealed class InnerLaneTests
{
    private const string Inner = @"\((k|x)\) is vectorised";

    [Theory]
    [InlineData("int s = 0; byte w = 0; for (int k = 0; k < n; k++) { if (c[k] != w) s++; w = c[k]; } a[i] = s;")]
    [InlineData("int s = 0; bool w = true; foreach (char x in t) { bool l = char.IsLetter(x); if (l && !w) s++; w = l; } a[i] = s;")]
    [InlineData("int s = 0; bool w = true; foreach (char x in t) { bool l = char.IsLetter(x); if (l && !w) s++; w = l; } a[i] = w ? s : i;")]
    [InlineData("int s = 0, w = i, v = 5; for (int k = 0; k < n; k++) { s += b[k] ^ v; v = w; w = b[k]; } a[i] = s;")]
    [InlineData("int s = 0; foreach (char x in t) if (char.IsWhiteSpace(x)) s++; a[i] = s;")]
    public void FillsLanes(string inner) => Assert.Matches(Inner, Verdicts(inner));

    [Theory]
    [InlineData("int s = 0; int w = 0; for (int k = 0; k < n; k++) { if (b[k] != w) s++; if (b[k] > 3) w = b[k]; } a[i] = s;")]
    [InlineData("int s = 0; int w = 0; for (int k = 0; k < n; k++) { s += w; w = w * 3 + b[k]; } a[i] = s;")]
    [InlineData("int s = 0; int w = 0; for (int k = 0; k < n; k++) { s += w; w = Place(b[k]); } a[i] = s;")]
    public void StaysInOrder(string inner) => Assert.DoesNotMatch(Inner, Verdicts(inner));

    private static string Verdicts(string inner)
    {
        var method = Compiled.Members(
            "[Parallel] static void M(int[] a, int[][] bs, byte[][] cs, string[] ts, int n) { for (int i = 0; i < a.Length; i++) { int[] b = bs[i]; byte[] c = cs[i]; string t = ts[i]; " + inner + " } } static int Place(int x) => System.Array.IndexOf(new int[3], x);");
        return string.Join("\n", method.Verdicts.Select(v => v.Message));
    }
}
