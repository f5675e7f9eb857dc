using System.Reflection;
using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.Generator.Tests;

/// <summary>An edit makes run again only what it touches, and the pipeline keeps no compilation alive.</summary>
public sealed class IncrementalityTests
{
    private const string Kernels = "using AutoParallel; static class C { [Parallel] public static void M(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = i; } }";
    private const string Caller = "static class Caller { public static void Call(int[] a) { C.M(a); } }";
    private const string Other = "static class Other { public static int F(int x) { return x + 1; } }";

    [Fact]
    public void AnUnrelatedEditChangesNothing()
    {
        var reasons = Edit(Other, Other.Replace("x + 1", "x + 2"));
        Assert.All(reasons[TrackingNames.Lowered], IsKept);
        Assert.All(reasons[TrackingNames.Compiled], IsKept);
        Assert.All(reasons[TrackingNames.Kernels], IsKept);
        Assert.All(reasons[TrackingNames.Calls], IsKept);
    }

    [Fact]
    public void AnEditOfTheCallingFileChangesTheStubsAlone()
    {
        var reasons = Edit(Caller, Caller + " // more");
        Assert.All(reasons[TrackingNames.Compiled], IsKept);
        Assert.Contains(IncrementalStepRunReason.Modified, reasons[TrackingNames.Calls]);
    }

    [Fact]
    public void AnEditOfTheLoopChangesItsKernel()
    {
        var reasons = Edit(Kernels, Kernels.Replace("a[i] = i;", "a[i] = i + 1;"));
        Assert.Contains(IncrementalStepRunReason.Modified, reasons[TrackingNames.Lowered]);
        Assert.Contains(IncrementalStepRunReason.Modified, reasons[TrackingNames.Compiled]);
    }

    [Fact]
    public void AnEditOfACalleeIsNoticed()
    {
        const string Calling = "using AutoParallel; static class C { [Parallel] public static void M(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = Helper.F(i); } }";
        const string Helper = "static class Helper { public static int Total; public static int F(int x) { return x + 1; } }";
        var compilation = Consumer.Compile([Consumer.Parse(Calling, "C.cs"), Consumer.Parse(Helper, "H.cs")]);
        var driver = Consumer.Driver().RunGenerators(compilation);
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);
        var impure = Consumer.Parse(Helper.Replace("return x + 1;", "Total += x; return x + 1;"), "H.cs");
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], impure));
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
    }

    [Fact]
    public void AnEditOfAnInlinedBodyChangesTheKernel()
    {
        const string Calling = "using AutoParallel; static class C { [Parallel] public static void M(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = Helper.F(i); } }";
        const string Helper = "static class Helper { public static int F(int x) { return x + 71; } }";
        var compilation = Consumer.Compile([Consumer.Parse(Calling, "C.cs"), Consumer.Parse(Helper, "H.cs")]);
        var driver = Consumer.Driver().RunGenerators(compilation);
        Assert.Contains(driver.GetRunResult().GeneratedTrees, t => t.ToString().Contains("71", StringComparison.Ordinal));
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], Consumer.Parse(Helper.Replace("71", "72"), "H.cs")));
        Assert.Contains(driver.GetRunResult().GeneratedTrees, t => t.ToString().Contains("72", StringComparison.Ordinal));
        Assert.DoesNotContain(driver.GetRunResult().GeneratedTrees, t => t.ToString().Contains("71", StringComparison.Ordinal));
    }

    [Fact]
    public void AMemberThatNobodyDependsOnChangesNothing()
    {
        var before = Files(Other);
        var driver = Consumer.Driver().RunGenerators(before);
        var known = MethodFinder.Find(before, false, default).Single();
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[2], Consumer.Parse(Other.Replace("class Other {", "class Other { private static int _more; "), "Other.cs"));
        var result = driver.RunGenerators(after).GetRunResult().Results.Single();
        Assert.Same(known, MethodFinder.Find(after, false, default).Single());
        Assert.All(result.TrackedSteps[TrackingNames.Calls].SelectMany(s => s.Outputs), o => IsKept(o.Reason));
    }

    [Fact]
    public void AnEditOfOneMethodLowersNoOther()
    {
        const string Two = "using AutoParallel; static class C { [Parallel] public static void M(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = i; }\n"
            + "[Parallel] public static void N(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = 2; } }";
        var before = Consumer.Compile([Consumer.Parse(Two, "C.cs")]);
        var driver = Consumer.Driver().RunGenerators(before);
        var after = before.ReplaceSyntaxTree(before.SyntaxTrees[0], Consumer.Parse(Two.Replace("a[i] = i;", "a[i] = i + 1;"), "C.cs"));
        driver.RunGenerators(after);
        var (old, edited) = (MethodFinder.Find(before, false, default), MethodFinder.Find(after, false, default));
        Assert.Equal(2, edited.Count);
        Assert.NotSame(old[0], edited[0]);
        Assert.Same(old[1], edited[1]);
    }

    [Fact]
    public void AMemberThatChangesWhatIsCalledIsNoticed()
    {
        const string Calling = "using AutoParallel; static class C { [Parallel] public static void M(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = Helper.F((short)i); } }";
        const string Helper = "static class Helper { static int _total; public static int F(int x) { return x + 1; } }";
        var compilation = Consumer.Compile([Consumer.Parse(Calling, "C.cs"), Consumer.Parse(Helper, "H.cs")]);
        var driver = Consumer.Driver().RunGenerators(compilation);
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);
        var overloaded = Consumer.Parse(Helper.Replace("} }", "} public static int F(short x) { _total++; return x; } }"), "H.cs");
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], overloaded));
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
    }

    /// <summary>In an editor, a reference to another project is to its compilation, with its source, instead of to its assembly.</summary>
    [Fact]
    public void ABodyInAReferencedProjectChangesNothing()
    {
        const string Library = "public static class Lib { public const int Size = 2; public static int F(int x) { return x + 1; } "
            + "static void Call(int[] a) { M(a); } [AutoParallel.Parallel] public static void M(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = i; } }";
        const string Using = "using AutoParallel; static class C { [Parallel] public static void N(int[] a) { Lib.M(a); "
            + "for (int i = 0; i < a.Length; i++) a[i] = Lib.Size; for (int i = 0; i < a.Length; i++) a[i] = Lib.F(i); } }";
        var alone = Consumer.Compile([Consumer.Parse(Using, "C.cs")]);
        var before = Application(Library);
        var driver = Consumer.Driver().RunGenerators(before);
        Assert.Equal(2, driver.GetRunResult().GeneratedTrees.Length);
        var known = MethodFinder.Find(before, false, default).Single();
        var after = Application(Library.Replace("x + 1", "x + 2"));
        Assert.Same(known, MethodFinder.Find(after, false, default).Single());
        var changed = Application(Library.Replace("Size = 2", "Size = 3"));
        Assert.NotEqual(known, MethodFinder.Find(changed, false, default).Single());

        CSharpCompilation Application(string library)
        {
            var project = alone.WithAssemblyName("Library").ReplaceSyntaxTree(alone.SyntaxTrees[0], Consumer.Parse(library, "Lib.cs"));
            Consumer.Driver().RunGeneratorsAndUpdateCompilation(project, out var generated, out _);
            return alone.AddReferences(generated.ToMetadataReference());
        }
    }

    [Fact]
    public void ModelsHoldNoCompilerObjects()
    {
        var seen = new HashSet<Type>();
        foreach (var root in new[] { typeof(Candidate), typeof(Kernel), typeof(FileCalls), typeof(AutoParallel.Compiler.CompilationFacts) })
            Check(root, seen);
        Assert.True(seen.Count > 10);

        static void Check(Type type, HashSet<Type> seen)
        {
            Assert.False(type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true, $"{type} is held by a model");
            if (type.IsPrimitive || type == typeof(string) || type == typeof(object) || !seen.Add(type))
                return;
            foreach (var argument in type.GetGenericArguments())
                Check(argument, seen);
            if (type.HasElementType)
                Check(type.GetElementType()!, seen);
            if (type.Assembly != typeof(Kernel).Assembly && type.Assembly != typeof(AutoParallel.Compiler.MethodCompiler).Assembly)
                return;
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                Check(field.FieldType, seen);
            foreach (var derived in type.Assembly.GetTypes().Where(t => t.BaseType == type))
                Check(derived, seen);
        }
    }

    [Fact]
    public void NoOldCompilationIsKeptAlive()
    {
        var (driver, old) = RunTwice();
        for (var attempt = 0; attempt < 10 && old.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Old) RunTwice()
    {
        var compilation = Consumer.Compile([Consumer.Parse(Kernels, "C.cs"), Consumer.Parse(Caller, "Caller.cs")]);
        var driver = Consumer.Driver().RunGenerators(compilation);
        var edited = Consumer.Compile([Consumer.Parse(Kernels, "C.cs"), Consumer.Parse(Caller + " ", "Caller.cs")]);
        return (driver.RunGenerators(edited), new WeakReference(compilation));
    }

    private static Dictionary<string, List<IncrementalStepRunReason>> Edit(string before, string after)
    {
        var compilation = Files(Other);
        var driver = Consumer.Driver().RunGenerators(compilation);
        var tree = compilation.SyntaxTrees.Single(t => t.ToString() == before);
        var edited = compilation.ReplaceSyntaxTree(tree, Consumer.Parse(after, tree.FilePath));
        var result = driver.RunGenerators(edited).GetRunResult().Results.Single();
        return result.TrackedSteps.ToDictionary(s => s.Key, s => s.Value.SelectMany(run => run.Outputs).Select(o => o.Reason).ToList());
    }

    private static CSharpCompilation Files(string other) =>
        Consumer.Compile([Consumer.Parse(Kernels, "C.cs"), Consumer.Parse(Caller, "Caller.cs"), Consumer.Parse(other, "Other.cs")]);

    private static void IsKept(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());
}
