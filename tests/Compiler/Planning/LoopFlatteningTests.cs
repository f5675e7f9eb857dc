using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>Loops around one that each lane leaves on its own, and which of them are flattened.</summary>
public sealed class LoopFlatteningTests
{
    [Theory]
    [InlineData("long v = a[i]; int c = 0; while (v > 1) { v >>= 1; c++; } b[i] = c;", true)]
    [InlineData("int v = a[i]; while (v > k) { v >>= 1; if (v == 7) break; } b[i] = v;", true)]
    [InlineData("int v = a[i]; int s = 0; while (v > 0) { s = s * 31 + v; v = v - 3 - (s & 1); } b[i] = s;", true)]
    [InlineData("long v = a[i]; int c = 0; while (c < 99 && v > 1) { v >>= 1; c++; } b[i] = c;", false)]
    [InlineData("int v = a[i]; while (v > 1) { v = a[v]; } b[i] = v;", false)]
    [InlineData("int v = a[i]; int w = v; while (v > 1) { v >>= 1; } while (w > 1) { w >>= 2; } b[i] = v + w;", false)]
    [InlineData("b[i] = a[i] >> 1;", false)]
    public void IsFlattened(string body, bool isFlattened) => Assert.Equal(isFlattened, Plan($"for (int i = 0; i < k; i++) {{ {body} }}") is not null);

    [Theory]
    [InlineData("int v = a[i]; int c = 0; while (v > 1) { v >>= 1; c++; } n += c;", true)]
    [InlineData("int v = a[i]; float c = 0; while (v > 1) { v >>= 1; c += 0.1f; } f += c;", false)]
    public void IsFlattenedAroundSumsInAnyOrder(string body, bool isFlattened) =>
        Assert.Equal(isFlattened, Plan($"int n = 0; float f = 0; for (int i = 0; i < k; i++) {{ {body} }} b[0] = n + (int)f;") is not null);

    [Theory]
    [InlineData("long v = a[i]; int c = 0; while (v > 1) { v >>= 1; c++; } b[i] = c;", 8, 3)]
    [InlineData("double x = a[i], y = i, z = 1; while (x * y > z) { x = x - y; y = y * z; z = z + 1; } b[i] = (int)x;", 6, 2)]
    public void RegistersLimitTheVectors(string body, int wide, int narrow)
    {
        var plan = Plan($"for (int i = 0; i < k; i++) {{ {body} }}")!;
        Assert.Equal((wide, narrow), (plan.Vectors(512), plan.Vectors(256)));
    }

    private static LoopFlattening? Plan(string statements) =>
        LoopPlanner.Plan(Compiled.Body("int[] a, int[] b, int k", statements).Method, new PassLog(false)).Loops.Values.Single().Vector?.Flattening;
}
