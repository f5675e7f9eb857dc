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
        var failures = Fuzzer.Run(1, Count, coverage).ToList();
        Assert.True(failures.Count == 0, string.Join("\n", failures.Select(f => $"{f.Difference}\n{f.ToTest()}")));
        Assert.True(coverage.Scalar > Count / 10 && coverage.Vector > Count / 10, $"too little of the generated code was tried: {coverage}");
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
            var first = Arguments.Make(parameters, inputs);
            Assert.Null(Content.Difference(first, Arguments.Make(parameters, inputs)));
            Assert.Equal(inputs.Sharing != Sharing.None, ReferenceEquals(first[0], first[2]));
            Assert.Equal(
                inputs.Sharing != Sharing.None,
                ((Memory<float>)first[1]).Span.Overlaps(((Memory<float>)first[3]).Span));
        }
    }
}
