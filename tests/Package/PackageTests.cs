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

    /// <summary>Only the compiler of the SDK intercepts them, not the older one that tests load into their process.</summary>
    [Fact]
    public void MembersOfExtensionBlocksAreRerouted()
    {
        const string Use = """
            using AutoParallel;
            var a = Enumerable.Range(0, 500).ToArray();
            int n = 1;
            a.Scale(3);
            int.Twice(a);
            n.Count(a);
            var ran = AutoParallel.CompilerServices.ExecutionCounters.Snapshot().Keys.Select(k => $"{k.Loop[(k.Loop.LastIndexOf('.') + 1)..]} {k.Path}");
            Console.WriteLine($"{a[499]} {n} {string.Join(",", ran.Order(StringComparer.Ordinal))}");

            static class Extensions
            {
                extension(int[] a)
                {
                    [Parallel] public void Scale(int f) { for (int i = 0; i < a.Length; i++) a[i] = a[i] * f; }
                }

                extension(int)
                {
                    [Parallel] public static void Twice(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = a[i] * 2; }
                }

                extension(ref int n)
                {
                    [Parallel] public void Count(int[] a) { n++; for (int i = 0; i < a.Length; i++) a[i] = a[i] + i; }
                }
            }
            """;
        var folder = package.Project("Extensions", $"<OutputType>Exe</OutputType>{Counting}", package.Reference, ("Program.cs", Use));
        var (code, output) = PackedPackage.Run(folder, "run", "-c", "Release", "-v", "quiet");
        Assert.True(code == 0, output);
        Assert.Equal("3493 2 Count#0 Vector,Scale#0 Vector,Twice#0 Vector", output.Trim());
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

    /// <summary>What ahead-of-time compilation demands: nothing that trimming removes or that needs code made at run time.</summary>
    [Fact]
    public void ATrimmedProgramRunsWithoutWarnings()
    {
        var folder = package.Project(
            "Trimmed",
            $"<OutputType>Exe</OutputType><PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained><TrimmerSingleWarn>false</TrimmerSingleWarn>"
                + $"<EnableAotAnalyzer>true</EnableAotAnalyzer><TreatWarningsAsErrors>true</TreatWarningsAsErrors><UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>{Counting}",
            package.Reference,
            ("Program.cs", $"using AutoParallel;\n{Program}\npublic static class Kernels\n{{\n{Kernel}\n}}\n"));
        var (code, output) = PackedPackage.Run(folder, "publish", "-c", "Release", "-v", "quiet", "--nologo", "-o", "out");
        Assert.True(code == 0, output);
        (code, output) = PackedPackage.RunProgram(folder, Path.Combine(folder, "out", "Trimmed"));
        Assert.True(code == 0, output);
        Assert.Equal("7 Vector", output.Trim());
    }

    /// <summary>Generated code names nothing that a type of the user's could be mistaken for, and compiles in the strictest project.</summary>
    [Fact]
    public void NamesThatClashAndStrictOptionsAreNoObstacle()
    {
        var folder = package.Project(
            "Clashing",
            $"<OutputType>Exe</OutputType><Nullable>enable</Nullable><ImplicitUsings>disable</ImplicitUsings><TreatWarningsAsErrors>true</TreatWarningsAsErrors>"
                + $"<CheckForOverflowUnderflow>true</CheckForOverflowUnderflow><AllowUnsafeBlocks>false</AllowUnsafeBlocks>{Counting}",
            package.Reference,
            ("Clashes.cs", """
                namespace Clashing
                {
                    public static class Math { }
                    public static class Vector512 { }
                    public static class Unsafe { }
                    public static class Region { }
                    public struct Span { }
                    public static class Int32 { }
                }

                public static class Schedule { }
                public static class MemoryMarshal { }
                public static class Vector { }
                """),
            ("Program.cs", """
                namespace Clashing
                {
                    public static class Parallel
                    {
                        [AutoParallel.Parallel]
                        public static void Scale(float[] x, float by)
                        {
                            for (int i = 0; i < x.Length; i++)
                                x[i] = x[i] * by + 1;
                        }

                        [AutoParallel.Parallel]
                        public static int Sum(int[] x)
                        {
                            int sum = 0;
                            for (int i = 0; i < x.Length; i++)
                                sum = unchecked(sum + x[i]);
                            return sum;
                        }

                        [AutoParallel.Parallel]
                        public static double Half(double x) => x / 2;
                    }

                    internal static class Start
                    {
                        private static void Main()
                        {
                            var x = new float[1000];
                            System.Array.Fill(x, 2f);
                            Parallel.Scale(x, 3f);
                            var y = new int[5000];
                            System.Array.Fill(y, int.MaxValue);
                            var halves = Parallel.Half(new double[] { 1, 2, 3 });
                            System.Console.WriteLine($"{x[999]} {Parallel.Sum(y)} {halves[2]:F1} {AutoParallel.CompilerServices.ExecutionCounters.Snapshot().Count}");
                        }
                    }
                }
                """));
        var (code, output) = PackedPackage.Run(folder, "run", "-c", "Release", "-v", "quiet");
        Assert.True(code == 0, output);
        Assert.Equal("7 -5000 1.5 3", output.Trim());
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
