namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Subscripts from arrays that nobody ever changes are known at compile time.</summary>
public sealed class TableTests
{
    private const string Table = "private static readonly int[] _table = [5, 0, 9, 2];";

    [Theory]
    [InlineData(Table, "for (int i = 0; i < _table.Length; i++) x[_table[i]] += i;")]
    [InlineData(Table, "for (int i = 0; i < n; i++) { int t = _table[i]; x[t] += 1; x[t + 12] += 3; }")]
    [InlineData(Table, "for (int i = 1; i <= n; i++) x[n + _table[i - 1] * 2] = x[n + _table[i - 1] * 2 + 1] / i;")]
    [InlineData(Table, "for (int i = 0; i < n; i++) m[i / 2, _table[i]] = i;")]
    [InlineData("private static readonly byte[] _table = { 3, 1 }; private static int First() => _table[0];", "for (int i = 0; i < n; i++) x[_table[i]] = x[_table[i]] / 3 + i;")]
    [InlineData("", "int[] places = [3, 1, 2]; for (int i = 0; i < places.Length; i++) x[places[i]] = x[places[i]] / 3 + i;")]
    public void IsProven(string members, string body) => Assert.Contains(Compile(members, body).Verdicts, v => v.RuleId == RuleIds.RunsOnCores);

    [Theory]
    [InlineData(Table, "for (int i = 0; i < n; i++) { int t = _table[i]; x[t] += 1; x[t + 5] += x[t]; }")]
    [InlineData(Table, "for (int i = 0; i < n; i++) x[_table[i & 3]] = x[_table[i & 3]] / 3 + i;")]
    [InlineData(Table, "for (int i = 0; i < n; i++) x[_table[i]] = x[i] / 3 + i;")]
    [InlineData(Table, "for (int i = 0; i < n; i++) x[i < 4 ? _table[i] : 1] = x[1] / 3 + i;")]
    [InlineData("private static readonly int[] _table = [5, 0, 9, 5];", "for (int i = 0; i < n; i++) x[_table[i]] = x[_table[i]] / 3 + i;")]
    [InlineData("private static int[] _table = [5, 0, 9];", "for (int i = 0; i < n; i++) x[_table[i]] = x[_table[i]] / 3 + i;")]
    [InlineData("internal static readonly int[] _table = [5, 0, 9];", "for (int i = 0; i < n; i++) x[_table[i]] = x[_table[i]] / 3 + i;")]
    [InlineData(Table + "static ref int At(int i) => ref _table[i];", "for (int i = 0; i < n; i++) x[_table[i]] = x[_table[i]] / 3 + i;")]
    [InlineData(Table + "static void Swap() { (_table[0], _table[1]) = (_table[1], _table[1]); }", "for (int i = 0; i < n; i++) x[_table[i]] = x[_table[i]] / 3 + i;")]
    [InlineData(Table + "static void Set() { ref int r = ref _table[0]; r = 9; }", "for (int i = 0; i < n; i++) x[_table[i]] = x[_table[i]] / 3 + i;")]
    [InlineData(Table + "static int[] All() => _table;", "for (int i = 0; i < n; i++) x[_table[i]] = x[_table[i]] / 3 + i;")]
    [InlineData(Table + "class Nested { static void Set() { _table[2]++; } }", "for (int i = 0; i < n; i++) x[_table[i]] = x[_table[i]] / 3 + i;")]
    [InlineData("", "int[] places = [3, 1, 2]; places[n] = 1; for (int i = 0; i < places.Length; i++) x[places[i]] = x[places[i]] / 3 + i;")]
    public void IsNot(string members, string body) => Assert.DoesNotContain(Compile(members, body).Verdicts, v => v.RuleId == RuleIds.RunsOnCores);

    private static CompiledMethod Compile(string members, string body) =>
        Compiled.Members($"{members} [Parallel] static void M(double[] x, double[,] m, int n) {{ {body} }}");
}
