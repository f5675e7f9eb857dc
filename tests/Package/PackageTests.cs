namespace AutoParallel.Package.Tests;

/// <summary>The package does its work in a project that adds one reference to it and nothing else.</summary>
public sealed class PackageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Kernel = """
        [Parallel]
        public static void Scale(float[] x, float by)
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = x[i] * by + Offset;
        }

        private static readonly float Offset = 1;
        """;

    private const string Program = """
        var x = new float[1000];
        Array.Fill(x, 2f);
        Kernels.Scale(x, 3f);
        var ran = string.Join(",", AutoParallel.CompilerServices.ExecutionCounters.Snapshot().Keys.Select(k => k.Path).Distinct());
        Console.WriteLine($"{x[999]} {ran}");
        """;

    private const string Counting = "<AutoParallelCountExecutions>true</AutoParallelCountExecutions>";

    [Fact]
    public void ThePackageHoldsWhatItShould()
    {
        var entries = package.Entries;
        foreach (var assembly in new[] { "Compiler", "Generator", "Analyzers", "CodeFixes" })
            Assert.Contains($"analyzers/dotnet/cs/AutoParallel.{assembly}.dll", entries);
        Assert.Contains("lib/net10.0/AutoParallel.dll", entries);
        Assert.Contains("lib/net10.0/AutoParallel.xml", entries);
        Assert.Contains("build/AutoParallel.targets", entries);
        Assert.Contains("buildTransitive/AutoParallel.targets", entries);
        Assert.DoesNotContain("<dependency ", package.Manifest);
    }

    [Fact]
    public void OneReferenceIsEnough()
    {
        var folder = package.Project(
            "Console1",
            $"<OutputType>Exe</OutputType>{Counting}",
            package.Reference,
            ("Program.cs", $"using AutoParallel;\n{Program}\npublic static class Kernels\n{{\n{Kernel}\n}}\n"));
        var (code, output) = PackedPackage.Run(folder, "run", "-c", "Release", "-v", "quiet");
        Assert.True(code == 0, output);
        Assert.Equal("7 Vector", output.Trim());
    }

    [Fact]
    public void CallsThroughAnotherProjectAreRerouted()
    {
        package.Project("Library", Counting, package.Reference, ("Kernels.cs", $"using AutoParallel;\npublic static class Kernels\n{{\n{Kernel}\n}}\n"));
        var folder = package.Project(
            "Application",
            $"<OutputType>Exe</OutputType>{Counting}",
            "<ProjectReference Include=\"../Library/Library.csproj\" />",
            ("Program.cs", Program));
        var (code, output) = PackedPackage.Run(folder, "run", "-c", "Release", "-v", "quiet");
        Assert.True(code == 0, output);
        Assert.Equal("7 Vector", output.Trim());
    }

    [Fact]
    public void SequentialModeRunsWhatIsWritten()
    {
        var folder = package.Project(
            "Stepping",
            $"<OutputType>Exe</OutputType><AutoParallelMode>Sequential</AutoParallelMode>{Counting}",
            package.Reference,
            ("Program.cs", $"using AutoParallel;\n{Program}\npublic static class Kernels\n{{\n{Kernel}\n}}\n"));
        var (code, output) = PackedPackage.Run(folder, "run", "-c", "Release", "-v", "quiet");
        Assert.True(code == 0, output);
        Assert.Equal("7", output.Trim());
    }

    [Fact]
    public void ARaceIsReportedInTheBuild()
    {
        var folder = package.Project(
            "Racing",
            "<OutputType>Library</OutputType>",
            package.Reference,
            ("Kernels.cs", "using AutoParallel;\npublic static class Kernels\n{\n    [Parallel]\n    public static void Sum(int[] a)\n    {\n        for (int i = 1; i < a.Length; i++)\n            a[i] += a[i - 1];\n    }\n}\n"));
        var (code, output) = PackedPackage.Run(folder, "build", "-c", "Release", "-v", "quiet", "--nologo");
        Assert.NotEqual(0, code);
        Assert.Contains("AP1002", output);
        Assert.Contains("iteration i writes 'a[i]', and iteration i+1 reads it as 'a[i - 1]'", output);
    }
}
