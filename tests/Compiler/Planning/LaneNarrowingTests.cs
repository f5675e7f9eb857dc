using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Tests.Planning;

/// <summary>The width of lanes for what C# computes in <c>int</c>: 16 bits where those hold all that the stored values keep.</summary>
public sealed class LaneNarrowingTests
{
    [Theory]
    [InlineData("b[i] = (byte)((77 * a[3 * i] + 150 * a[3 * i + 1] + 29 * a[3 * i + 2]) >> 8);", 2)]
    [InlineData("b[i] = (byte)((a[i] * k + c[i] * (256 - k)) >> 8);", 2)]
    [InlineData("int p = 2 * i; w[i] = (ushort)((a[p] << 8) | a[p + 1]);", 2)]
    [InlineData("b[i] = (byte)Math.Clamp(a[i] + 2 * s[i], 0, 255);", 2)]
    [InlineData("b[i] = (byte)Math.Abs(a[i] - c[i]);", 2)]
    [InlineData("t[i] = a[i] - c[i] > 40;", 2)]
    [InlineData("int v = a[i]; if (a[i] > 9) v = -v; b[i] = (byte)(v * v);", 2)]
    [InlineData("b[i] = (byte)((a[i] * c[i]) >> 9);", 2)]
    [InlineData("s[i] = (sbyte)((s[i] * s[i]) >> 9);", 2)]
    [InlineData("b[i] = (byte)((a[i] * a[i] * a[i]) >> 9);", 4)]
    [InlineData("w[i] = (ushort)((w[i] + w[i] + 1) >> 1);", 4)]
    [InlineData("b[i] = (byte)(a[i] * 2 > k ? k : a[i]);", 4)]
    [InlineData("b[i] = (byte)(a[2 * i] + 1);", 4)]
    [InlineData("b[i] = (byte)(a[i] + n[i]);", 4)]
    [InlineData("if (a[i] > 9) b[i] = 1;", 4)]
    [InlineData("b[i] = (byte)(a[i] + i);", 4)]
    public void HasLanesOf(string body, int bytes)
    {
        var method = Compiled.Body("byte[] a, byte[] b, byte[] c, sbyte[] s, ushort[] w, bool[] t, int[] n, int k", $"for (int i = 0; i < k; i++) {{ {body} }}");
        Assert.Equal(bytes, LoopPlanner.Plan(method.Method, new PassLog(false)).Loops.Values.Single().Vector!.LaneBytes);
    }
}
