using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>What must stay sequential does, and gives what it always gave.</summary>
public sealed class RefusedTests
{
    [Fact]
    public void Recurrence() => Verify.Same(Ran.Sequential, Refused.Recurrence, (a, b) => Refused.Recurrence(a, b), n => (One(n), Data.Of<int>(n, 2)));

    [Fact]
    public void FarRecurrence() => Verify.Same(Ran.Anything, Refused.FarRecurrence, a => Refused.FarRecurrence(a), One);

    [Fact]
    public void AntiDependence() => Verify.Same(Ran.Anything, Refused.AntiDependence, a => Refused.AntiDependence(a), One);

    [Fact]
    public void Fibonacci() => Verify.Same(Ran.Sequential, Refused.Fibonacci, r => Refused.Fibonacci(r), n => new long[n]);

    [Fact]
    public void Horner() => Verify.Same(Ran.Sequential, Refused.Horner, (x, at) => Refused.Horner(x, at), n => (One(n), 31));

    [Fact]
    public void PrefixSum() => Verify.Same(Ran.Anything, Refused.PrefixSum, x => Refused.PrefixSum(x), One);

    [Fact]
    public void ConditionalOnAccumulator() => Verify.Same(
        Ran.Sequential, Refused.ConditionalOnAccumulator, x => Refused.ConditionalOnAccumulator(x), One);

    [Fact]
    public void MixedOperators() => Verify.Same(Ran.Sequential, Refused.MixedOperators, x => Refused.MixedOperators(x), One);

    [Fact]
    public void ArgMax() => Verify.Same(Ran.Anything, Refused.ArgMax, x => Refused.ArgMax(x), n => Data.Small<int>(n, 50));

    [Fact]
    public void LastIndexOf() => Verify.Same(Ran.Anything, Refused.LastIndexOf, (x, wanted) => Refused.LastIndexOf(x, wanted), n => (Data.Small<int>(n, 50), 3));

    [Fact]
    public void Compact() => Verify.Same(Ran.Anything, Refused.Compact, (x, r) => Refused.Compact(x, r), n => (One(n), new int[n]));

    [Fact]
    public void AddToList() => Verify.Same(Ran.Sequential, Refused.AddToList, (x, r) => Refused.AddToList(x, r), n => (One(n), new List<int>()));

    [Fact]
    public void CountWords() => Verify.Same(
        Ran.Sequential,
        (string[] words) => Counted(Refused.CountWords, words),
        words => Counted((w, counts) => Refused.CountWords(w, counts), words),
        n => Data.Texts(n),
        Sizes.Few,
        nameof(Refused.CountWords));

    [Fact]
    public void Append() => Verify.Same(Ran.Sequential, Refused.Append, words => Refused.Append(words), n => Data.Texts(n), Sizes.Few);

    [Fact]
    public void Concatenate() => Verify.Same(Ran.Sequential, Refused.Concatenate, words => Refused.Concatenate(words), n => Data.Texts(n), Sizes.Few);

    [Fact]
    public void Print() => Verify.Same(
        Ran.Sequential,
        (int[] x) => Written(Refused.Print, x),
        x => Written((values, writer) => Refused.Print(values, writer), x),
        One,
        Sizes.Few,
        nameof(Refused.Print));

    [Fact]
    public void CapturedByLambda() => Verify.Same(Ran.Sequential, Refused.CapturedByLambda, x => Refused.CapturedByLambda(x), One);

    [Fact]
    public void FromRandom() => Verify.Same(
        Ran.Sequential,
        (int[] x) => Drawn(Refused.FromRandom, x),
        x => Drawn((values, random) => Refused.FromRandom(values, random), x),
        One,
        Sizes.Few,
        nameof(Refused.FromRandom));

    [Fact]
    public void StaticField() => Verify.Same(Ran.Sequential, Refused.StaticField, x => Refused.StaticField(x), One);

    [Fact]
    public void SharedObject() => Verify.Same(
        Ran.Sequential, Refused.SharedObject, (node, x) => Refused.SharedObject(node, x), n => (new Node(5), One(n)));

    [Fact]
    public void ObjectsThatMayBeOne() => Verify.Same(
        Ran.Anything,
        Refused.ObjectsThatMayBeOne,
        nodes => Refused.ObjectsThatMayBeOne(nodes),
        n =>
        {
            var shared = new Node(1);
            return Enumerable.Range(0, n).Select(i => i % 3 == 0 ? shared : new Node(i)).ToArray();
        });

    [Fact]
    public void SquareSubscript() => Verify.Same(
        Ran.Anything, Refused.SquareSubscript, (x, modulus) => Refused.SquareSubscript(x, modulus), n => (One(n), n));

    [Fact]
    public void SameElement() => Verify.Same(Ran.Sequential, Refused.SameElement, (x, sum) => Refused.SameElement(x, sum), n => (One(n), new int[1]));

    [Fact]
    public void LinkedList()
    {
        Action<Link?> sequential = Refused.LinkedList;
        Verify.All(
            Ran.Anything,
            nameof(Refused.LinkedList),
            Sizes.Few,
            n => n,
            n => Values(n, sequential),
            n => Values(n, first => Refused.LinkedList(first)));
    }

    [Fact]
    public void Events()
    {
        Action<int[], Action<int>> sequential = Refused.Events;
        Verify.Same(
            Ran.Sequential,
            (int[] x, List<int> seen) => sequential(x, seen.Add),
            (x, seen) => Refused.Events(x, seen.Add),
            n => (One(n), new List<int>()),
            Sizes.Few,
            nameof(Refused.Events));
    }

    [Fact]
    public void ThroughOther()
    {
        foreach (var offset in new[] { 0, 1, 3, 100 })
        {
            Verify.Same(
                Ran.Anything,
                Refused.ThroughOther,
                (a, b, by) => Refused.ThroughOther(a, b, by),
                n => (Data.Of<int>(n + offset), Data.Of<int>(n, 2), offset));
        }
    }

    [Fact]
    public void Method() => Verify.Same(
        Ran.Sequential,
        (Refused refused, int[] x) => ((Action<int[]>)refused.Method)(x),
        (refused, x) => refused.Method(x),
        n => (new Refused(), One(n)),
        kernel: nameof(Refused.Method));

    private static int[] One(int size) => Data.Of<int>(size);

    private static string Counted(Action<string[], Dictionary<string, int>> count, string[] words)
    {
        var counts = new Dictionary<string, int>();
        count(words, counts);
        return string.Join("|", counts.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    private static string Written(Action<int[], TextWriter> write, int[] x)
    {
        var writer = new StringWriter();
        write(x, writer);
        return writer.ToString();
    }

    private static void Drawn(Action<int[], Random> draw, int[] x) => draw(x, new Random(5));

    private static object Values(int length, Action<Link?> run)
    {
        Link? first = null;
        for (var i = 0; i < length; i++)
            first = new Link(i, first);
        run(first);
        var values = new List<int>();
        for (var link = first; link is not null; link = link.Next)
            values.Add(link.Value);
        return values;
    }
}
