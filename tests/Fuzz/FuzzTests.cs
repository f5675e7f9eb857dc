using System.Runtime.CompilerServices;

using AutoParallel.Fuzz.Execution;
using AutoParallel.Fuzz.Generation;

namespace AutoParallel.Fuzz;

/// <summary>A slice of the fuzzer's seeds, always the same; <see cref="Program"/> tries others.</summary>
public sealed class FuzzTests
{
    private const int Count = 320;

    [ModuleInitializer]
    internal static void SetWorkers() => Environment.SetEnvironmentVariable(Workers.EnvironmentVariable, "8");

    [Fact]
    public void RandomMethodsGiveWhatTheyGiveSequentially()
    {
        var coverage = new Coverage();
        var failures = new Fuzzer(coverage, []).Run(1, Count).ToList();
        Assert.True(failures.Count == 0, string.Join("\n", failures.Select(f => $"{f.Difference}\n{f.ToTest()}")));
        Assert.True(coverage.Scalar > Count / 10 && coverage.Vector > Count / 10 && coverage.Proven > coverage.Independent * 3 / 4, $"too little of the generated code was tried: {coverage}");
    }

    [Fact]
    public void ASeedAlwaysGivesTheSameMethod() => Assert.Equal(MethodGenerator.Generate(7).Source, MethodGenerator.Generate(7).Source);

    /// <summary>The comparison sees what it must see.</summary>
    [Fact]
    public void ADifferenceIsFound()
    {
        Assert.NotNull(Content.Difference(new[] { 0.0 }, new[] { -0.0 }));
        Assert.NotNull(Content.Difference((1, new[] { 1, 2 }), (1, new[] { 1, 3 })));
        Assert.NotNull(Content.Difference(new Memory<float>([1]), new Memory<float>([2])));
        Assert.Null(Content.Difference(new[] { float.NaN }, new[] { -float.NaN }));
    }

    /// <summary>Inputs are the same each time, and share what they say they share.</summary>
    [Fact]
    public void InputsAreRepeatable()
    {
        (string, string)[] parameters = [("int[]", "a0"), ("Span<float>", "a1"), ("int[]", "a2"), ("Span<float>", "a3"), ("double[,]", "a4")];
        foreach (var inputs in Inputs.Standard(false, 77))
        {
            var first = Arguments.Make(parameters, inputs).All;
            Assert.Null(Content.Difference(first, Arguments.Make(parameters, inputs).All));
            Assert.Equal(inputs.Sharing != Sharing.None, ReferenceEquals(first[0], first[2]));
            Assert.Equal(
                inputs.Sharing != Sharing.None,
                ((Memory<float>)first[1]).Span.Overlaps(((Memory<float>)first[3]).Span));
        }
    }

    /// <summary>What a call has written does not reach the next.</summary>
    [Fact]
    public void ArgumentsAreReset()
    {
        (string, string)[] parameters = [("int[]", "a0"), ("List<float>", "a1"), ("double[,]", "a2"), ("long[][]", "a3"), ("IntPair[]", "a4")];
        var inputs = Inputs.Standard(false, 77)[3];
        var arguments = Arguments.Make(parameters, inputs);
        var before = arguments.Save();
        ((int[])arguments.All[0])[1]++;
        ((List<float>)arguments.All[1]).Add(3);
        ((double[,])arguments.All[2])[0, 1] = 77;
        ((long[][])arguments.All[3])[2][1]--;
        ((long[][])arguments.All[3])[0] = [];
        ((IntPair[])arguments.All[4])[5].Y++;
        Assert.NotNull(arguments.Difference(before));
        arguments.Reset();
        Assert.Null(arguments.Difference(before));
    }

    /// <summary>A loop is independent if no two of its iterations meet in an element, and that is not what the compiler is asked.</summary>
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a0[i] = i;", 1)]
    [InlineData("for (int i = 1; i < n; i++) a0[i] = a0[i - 1];", 0)]
    [InlineData("for (int i = 0; i < n; i++) a0[i] = a0[i + n];", 1)]
    [InlineData("for (int i = 0; i < n; i++) { o += a0[i]; a0[i] = o; }", 0)]
    [InlineData("for (int i = 0; i < n; i++) { int v = a0[i]; o = v + 1; a0[i] = o; }", 1)]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a0[i * m + j] = j;", 1)]
    public void IndependenceIsFoundByEnumeration(string loop, int expected)
    {
        var program = Workbench.Compile([$"[Parallel] public static int Kernel(int[] a0, int n, int m, int o) {{ {loop} return o; }}"], true, true);
        using var bench = Workbench.Load(program);
        var facts = program.Methods[0];
        Assert.Equal(expected, facts.Traced!.Independent(bench.Kernels[0].Traced!, facts.Parameters, false, 5, facts.Generated).Count(l => l.IsProven));
    }
}
