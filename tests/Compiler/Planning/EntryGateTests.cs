using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Whether the arguments alone tell that no loop of a method can pay.</summary>
public sealed class EntryGateTests
{
    [Fact]
    public void ALengthIsComparedWithTheLeastTripCount()
    {
        var gate = GateOf("for (int i = 0; i < a.Length; i++) a[i] = b[i] + 1;");
        Assert.Equal("(a is not null && (long)(a.Length) > 31L)", gate);
    }

    [Fact]
    public void ALocalThatIsAssignedOnceStandsForItsValue() =>
        Assert.Equal("(-2L + (long)n > 31L)", GateOf("int last = n - 1; for (int i = 1; i < last; i++) a[i] = b[i] + 1;"));

    [Fact]
    public void OneOfSeveralLoopsIsEnough()
    {
        var gate = GateOf("for (int i = 0; i < n; i++) a[i] = 1; for (int i = 0; i < m; i++) b[i] = 1;");
        Assert.Equal("((long)n > 31L) || ((long)m > 31L)", gate);
    }

    [Fact]
    public void ScalarWorkIsAskedOfWhatTheLoopTookBefore()
    {
        var gate = GateOf("for (int i = 0; i < n; i++) { string s = a[i].ToString(); int x = 0; while (x < s.Length) x++; a[i] = x; }");
        Assert.Matches(@"^\(\(long\)n > \d+L && global::AutoParallel\.CompilerServices\.Region\.MayPay<Loop0>\(.* \* \(double\)\(\(long\)n\)\)\)$", gate);
    }

    [Theory]
    [InlineData("i < n; i++", @"\(double\)\(\(long\)n\)")]
    [InlineData("i <= n; i++", @"\(\(double\)\(\(long\)n\) \+ 1d\)")]
    [InlineData("i < n; i += 3", @"global::System\.Math\.Ceiling\(\(double\)\(\(long\)n\) / 3d\)")]
    [InlineData("i <= n; i += 3", @"\(global::System\.Math\.Floor\(\(double\)\(\(long\)n\) / 3d\) \+ 1d\)")]
    public void TheTripCountIsThatOfTheLoop(string header, string trip) => Assert.Matches(
        $@"MayPay<Loop0>\(.* \* {trip}\)\)$", GateOf($"for (int i = 0; {header}) {{ string s = a[i].ToString(); int x = 0; while (x < s.Length) x++; a[i] = x; }}"));

    [Theory]
    [InlineData("n = a.Length; for (int i = 0; i < n; i++) a[i] = b[i] + 1;")]
    [InlineData("int k = b[0]; for (int i = 0; i < k; i++) a[i] = i;")]
    [InlineData("int k = n; while (k > 100) k /= 2; for (int i = 0; i < k; i++) a[i] = b[i] + 1;")]
    [InlineData("for (int i = 0; i < 1000; i++) a[i] = b[i] + 1;")]
    public void NothingIsSaidOfWhatTheArgumentsDoNotTell(string body) => Assert.Null(GateOf(body));

    [Fact]
    public void OfALoopItAsksWhatKeepsItsValueInThatLoop()
    {
        const string Body = "int last = m - 1; for (int i = 0; i < n; i++) { int s = 0; for (int j = 0; j < last; j++) s += b[i * m + j] & 7; a[i] = s; }";
        Assert.Equal("((long)last > 7L)", GateOfOuterLoop(Body));
    }

    [Fact]
    public void OfALoopAroundOneThatIsAlwaysShortItIsNeverOpen() =>
        Assert.Equal(EntryGate.Never, GateOfOuterLoop("for (int i = 0; i < n; i++) { int s = 0; for (int j = 0; j < 3; j++) s += b[3 * i + j] & 7; a[i] = s / m; }"));

    [Fact]
    public void OfALoopItSaysNothingOfInnerBoundsThatChange() =>
        Assert.Null(GateOfOuterLoop("for (int i = 0; i < n; i++) { int s = 0; for (int j = 0; j < i; j++) s += b[i + j] & 7; a[i] = s / m; }"));

    private static string? GateOfOuterLoop(string body)
    {
        var method = MethodOf(body);
        var plans = LoopPlanner.Plan(method, new PassLog(false)).Loops;
        var outer = plans.Values.First(p => p.OnCores);
        return EntryGate.Of(outer.Loop, method, [.. plans.Values.Where(p => p != outer)]);
    }

    private static string? GateOf(string body) => PlanOf(body).Gate;

    private static Method MethodOf(string body) => Compiled.Body("int[] a, int[] b, int n, int m", body).Method;

    private static MethodPlan PlanOf(string body)
    {
        var plan = LoopPlanner.Plan(MethodOf(body), new PassLog(false));
        Assert.NotEmpty(plan.Loops);
        return plan;
    }
}
