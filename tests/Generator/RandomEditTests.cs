using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoParallel.Generator.Tests;

/// <summary>Whatever is remembered from one run to the next, a run after an edit generates what a first run would.</summary>
public sealed class RandomEditTests
{
    private const int Edits = 160;

    /// <summary>
    /// The files of a project: each element is a place, with the texts that may stand there. They differ in bodies, in
    /// declarations that others depend on with and without naming them, and in declarations that nobody depends on.
    /// </summary>
    private static readonly (string Path, string[][] Places)[] _files =
    [
        ("Kernels.cs",
        [
            ["using System; using AutoParallel;\nnamespace App;\n"],
            ["", "\n", "using static App.More;\n"],
            ["public static partial class Kernels\n{\n    [Parallel]\n    public static void A(int[] a) { for (int i = 0; i < a.Length; i++) "],
            ["a[i] = i;", "a[i] = Helper.F(i);", "a[i] = Helper.F(i) + a[0];", "a[i] = Limit;", "a[i] = Helper.G((short)i);", "a[i] += i", "a[i] = a[i].Twice();"],
            [" }\n"],
            ["    private static int _unused; \n", "", "    // nothing\n", "    private static int Unrelated(int x) { return x; }\n"],
            ["    [Parallel]\n    public static int B(int[] a) { int sum = 0; for (int i = 0; i < a.Length; i++) sum += "],
            ["a[i]", "new Pair(i, 2).First", "Pair.Make(a[i]).Second", "a[i] * Local(i)"],
            ["; return sum; }\n"],
            ["    private static int Local(int x) => "],
            ["x + 1", "x + Limit", "Helper.F(x)"],
            [";\n}\n"],
        ]),
        ("Part.cs",
        [
            ["namespace App;\npublic static partial class Kernels\n{\n    public const int Limit = "],
            ["1", "2", "Helper.Size"],
            [";\n"],
            ["", "    public static int Free(int x) { return x; }\n", "    [AutoParallel.Parallel] public static void C(int[] a) { for (int i = 1; i < a.Length; i++) a[i] = i; }\n"],
            ["}\n"],
        ]),
        ("Helper.cs",
        [
            ["namespace App;\npublic static class Helper\n{\n    public const int Size = "],
            ["3", "4"],
            [";\n    private static int _total;\n    public static int F(int x) { "],
            ["return x + 1;", "_total += x; return x;", "return G(x);", "return x + Size;", "if (x > Size) return x; x *= _scale; return x - _scale;"],
            [" }\n    public static int G(int x) { return "],
            ["x", "x * 2", "_total++"],
            ["; }\n"],
            ["", "    public static int G(short x) { _total++; return x; }\n", "    private static int H(int x) => x;\n"],
            ["    private static readonly int _scale = 2;\n", "    private static short _scale;\n", "    private static int _scale => G(3);\n"],
            ["}\n"],
        ]),
        ("Types.cs",
        [
            ["namespace App;\n"],
            ["public struct Pair", "public class Pair", "public record Pair"],
            ["\n{\n    public Pair(int first, int second) { First = first; Second = second; }\n    public int First "],
            ["{ get; }", "{ get; set; }", "{ get => field; private set { System.Console.WriteLine(value); field = value; } }"],
            ["\n    public int Second;\n    public static Pair Make(int x) => "],
            ["new Pair(x, x)", "new Pair(1, Helper.F(x))"],
            [";\n"],
            ["", "    private int _hidden = Helper.F(1);\n", "    private void Hidden() { }\n"],
            ["}\n"],
        ]),
        ("More.cs",
        [
            ["namespace App;\npublic static class More\n{\n"],
            ["", "    public static int Twice(this int x) => x * 2;\n", "    public static int Twice(this int x) { System.Console.WriteLine(x); return x; }\n"],
            ["", "    public const int Limit = 9;\n"],
            ["}\n"],
            ["", "public class Math { public static int Abs(int x) => x; }\n", "public class Inner;\n"],
        ]),
        ("Global.cs", [["global using System.Collections.Generic;\n", "global using Math = System.MathF;\n", "global using static App.Helper;\n"], ["", "class Empty;\n"]]),
        ("Caller.cs",
        [
            ["namespace App;\npublic static class Caller\n{\n    public static void Call(int[] a)\n    {\n"],
            ["", "        int n = 0;\n", "        // more\n"],
            ["        Kernels.A(a);\n"],
            ["", "        Kernels.B(a);\n", "        Kernels.C(a);\n", "        A(a);\n"],
            ["    }\n"],
            ["", "    private static void A(int[] a) { }\n"],
            ["}\n"],
        ]),
        ("Shapes.cs",
        [
            ["namespace App;\npublic interface IShape { void Fill(int[] a); }\npublic abstract class Base "],
            ["", ": IShape "],
            ["{ public abstract void Fill(int[] a); }\n"],
        ]),
        ("Square.cs",
        [
            ["using AutoParallel;\nnamespace App;\npublic "],
            ["", "sealed ", "abstract "],
            ["class Square : "],
            ["Base", "IShape"],
            ["\n{\n    "],
            ["[Parallel] ", ""],
            ["public "],
            ["override ", "virtual ", ""],
            ["void Fill(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = "],
            ["i", "Helper.F(i)"],
            ["; }\n}\n"],
        ]),
        ("Circle.cs",
        [
            ["using AutoParallel;\nnamespace App;\npublic class Circle : "],
            ["Square", "Base", "IShape"],
            ["\n{\n    [Parallel] public "],
            ["override ", ""],
            ["void Fill(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = 2; }\n}\n"],
        ]),
        ("Drawing.cs",
        [
            ["namespace App;\nclass Drawing { void M(int[] a, "],
            ["IShape", "Base", "Square"],
            [" s) { s.Fill(a); } }\n"],
        ]),
        ("Other.cs", [["namespace App;\nclass Other { void M(int[] a) { Kernels.A(a); } "], ["", "int _f;", "int N() { return 1; }", "class Kernels { public static void A(int[] a) { } }"], ["}\n"]]),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnEditGivesWhatAFirstRunGives(int seed)
    {
        var random = new Random(seed);
        var choices = _files.Select(f => f.Places.Select(p => 0).ToArray()).ToArray();
        var compilation = Consumer.Compile(_files.Select((f, i) => Consumer.Parse(Text(i), f.Path)));
        var driver = Consumer.Driver().RunGenerators(compilation);
        var differences = 0;
        for (var edit = 0; edit < Edits; edit++)
        {
            var before = Generated(driver);
            var file = random.Next(_files.Length);
            var places = Enumerable.Range(0, _files[file].Places.Length).Where(p => _files[file].Places[p].Length > 1).ToArray();
            var place = places[random.Next(places.Length)];
            choices[file][place] = (choices[file][place] + random.Next(1, _files[file].Places[place].Length)) % _files[file].Places[place].Length;
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[file], Consumer.Parse(Text(file), _files[file].Path));
            driver = driver.RunGenerators(compilation);
            var fresh = Consumer.Compile(_files.Select((f, i) => Consumer.Parse(Text(i), f.Path)));
            var expected = Generated(Consumer.Driver().RunGenerators(fresh));
            Assert.True(expected == Generated(driver), $"edit {edit}: {_files[file].Path} {_files[file].Places[place][choices[file][place]]}\n{expected}\nbut\n{Generated(driver)}");
            if (before != expected)
                differences++;
        }

        Assert.True(differences > Edits / 6, $"only {differences} edits changed anything");

        string Text(int file) => string.Concat(_files[file].Places.Select((p, i) => p[choices[file][i]]));
    }

    private static string Generated(GeneratorDriver driver) => string.Join(
        "\n",
        driver.GetRunResult().GeneratedTrees.OrderBy(t => t.FilePath, StringComparer.Ordinal).Select(t => $"== {t.FilePath}\n{t}"));
}
