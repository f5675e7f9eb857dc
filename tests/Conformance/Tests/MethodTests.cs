using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

namespace AutoParallel.Conformance.Tests;

/// <summary>Methods of every kind and signature, and every way to call them that the compiler can reroute.</summary>
public sealed class MethodTests
{
    private delegate void RefOutIn(ref int total, out int largest, in int offset, int[] x);

    private delegate void RefArray(ref int total, int[] x);

    private delegate void OutArray(int[] x, out int total);

    private delegate void InArray(in Particle particle, double[] x);

    private delegate int Fold(ReadOnlySpan<int> x);

    private delegate ref int RefReturn(int[] x);

    private delegate void OutTuple(int[] x, out (int Low, int High) range);

    [Fact]
    public void Expression() => Verify.Same(Ran.Anything, Methods.Expression, x => Methods.Expression(x), One);

    [Fact]
    public void Extension() => Verify.Same(Ran.Vector, Methods.Extension, (x, factor) => x.Extension(factor), n => (One(n), 3));

    [Fact]
    public void ExtensionCalledAsStatic() => Verify.Same(
        Ran.Vector, Methods.Extension, (x, factor) => Methods.Extension(x, factor), n => (One(n), 3));

    [Fact]
    public void ExtensionOfConditionalAccess() => Verify.Same(
        Ran.Vector, Methods.Extension, (int[] x, int factor) => MaybeNull(x)?.Extension(factor), n => (One(n), -3));

    [Fact]
    public void GenericSumOfInt() => Verify.Same(Ran.Anything, Methods.GenericSum<int>, x => Methods.GenericSum(x), One);

    [Fact]
    public void GenericSumOfDecimal() => Verify.Same(
        Ran.Anything, Methods.GenericSum<decimal>, x => Methods.GenericSum<decimal>(x), n => Data.Of<decimal>(n), Sizes.Few);

    [Fact]
    public void GenericAxpyOfFloat() => Verify.Same(
        Ran.Parallel,
        Methods.GenericAxpy<float>,
        (a, x, y) => Methods.GenericAxpy(a, x, y),
        n => (1.5f, Data.Of<float>(n), Data.Of<float>(n, 2)));

    [Fact]
    public void GenericAxpyOfByte() => Verify.Same(
        Ran.Parallel,
        Methods.GenericAxpy<byte>,
        (a, x, y) => Methods.GenericAxpy(a, x, y),
        n => ((byte)77, Data.Of<byte>(n), Data.Of<byte>(n, 2)));

    [Fact]
    public void GenericCallInGenericMethod() => Verify.Same(
        Ran.Parallel, Methods.Fill<long>, (x, value) => FillOf(x, value), n => (new long[n], long.MinValue));

    [Fact]
    public void FillWithStrings() => Verify.Same(
        Ran.Parallel, Methods.Fill<string>, (x, value) => Methods.Fill(x, value), n => (new string[n], "text"));

    [Fact]
    public void FillOfCovariantArray() => Verify.Same(
        Ran.Anything, Methods.Fill<object>, (x, value) => Methods.Fill(x, value), n => ((object[])new string[n], (object)7), Sizes.Few);

    [Fact]
    public void Map() => Verify.Same(
        Ran.Sequential,
        Methods.Map<int, string>,
        (x, r, map) => Methods.Map(x, r, map),
        n => (One(n), new string[n], (Func<int, string>)(v => v.ToString())),
        Sizes.Few);

    [Fact]
    public void RefOutAndIn()
    {
        RefOutIn sequential = Methods.RefOutIn;
        Verify.Same(
            Ran.Vector,
            (int[] x, int offset) =>
            {
                int total = 9;
                sequential(ref total, out int largest, in offset, x);
                return (total, largest);
            },
            (x, offset) =>
            {
                int total = 9;
                Methods.RefOutIn(ref total, out int largest, in offset, x);
                return (total, largest);
            },
            n => (One(n), 11),
            kernel: nameof(Methods.RefOutIn));
    }

    [Fact]
    public void RefAccumulator()
    {
        RefArray sequential = Methods.RefAccumulator;
        Verify.Same(
            Ran.Anything,
            (int[] x) =>
            {
                int total = 9;
                sequential(ref total, x);
                return total;
            },
            x =>
            {
                int total = 9;
                Methods.RefAccumulator(ref total, x);
                return total;
            },
            One,
            kernel: nameof(Methods.RefAccumulator));
    }

    /// <summary>The accumulator is an element of the array that is summed.</summary>
    [Fact]
    public void RefAccumulatorInTheArray()
    {
        RefArray sequential = Methods.RefAccumulator;
        Verify.Same(
            Ran.Anything,
            (int[] x) => sequential(ref x[x.Length / 2], x),
            x => Methods.RefAccumulator(ref x[x.Length / 2], x),
            One,
            kernel: nameof(Methods.RefAccumulator));
    }

    [Fact]
    public void RefOperandInTheArray()
    {
        RefArray sequential = Methods.RefElement;
        Verify.Same(
            Ran.Anything,
            (int[] x) => sequential(ref x[x.Length / 2], x),
            x => Methods.RefElement(ref x[x.Length / 2], x),
            One,
            kernel: nameof(Methods.RefElement));
    }

    [Fact]
    public void OutAccumulator()
    {
        OutArray sequential = Methods.OutAccumulator;
        Verify.Same(
            Ran.Anything,
            (int[] x) =>
            {
                sequential(x, out int total);
                return total;
            },
            x =>
            {
                Methods.OutAccumulator(x, out int total);
                return total;
            },
            One,
            kernel: nameof(Methods.OutAccumulator));
    }

    [Fact]
    public void InFactor()
    {
        InArray sequential = Methods.InFactor;
        Verify.Same(
            Ran.Anything,
            (double[] x) => sequential(new Particle { Speed = 1.5 }, x),
            x => Methods.InFactor(new Particle { Speed = 1.5 }, x),
            n => Data.Of<double>(n),
            kernel: nameof(Methods.InFactor));
    }

    [Fact]
    public void Params() => Verify.Same(Ran.Vector, Methods.Params, x => Methods.Params(x), One);

    [Fact]
    public void ParamsExpanded()
    {
        Func<int[], int> sequential = Methods.Params;
        Assert.Equal(sequential([1, 2, 3, 4]), Methods.Params(1, 2, 3, 4));
        Assert.Equal(sequential([]), Methods.Params());
    }

    [Fact]
    public void ParamsSpan()
    {
        Fold sequential = Methods.ParamsSpan;
        Verify.Same(Ran.Vector, (int[] x) => sequential(x), x => Methods.ParamsSpan(x), One, kernel: nameof(Methods.ParamsSpan));
        Assert.Equal(6, Methods.ParamsSpan(1, 2, 3));
    }

    [Fact]
    public void Scoped()
    {
        Fold sequential = Methods.Scoped;
        Verify.Same(Ran.Vector, (int[] x) => sequential(x), x => Methods.Scoped(x), One, kernel: nameof(Methods.Scoped));
    }

    [Fact]
    public void DefaultArguments()
    {
        Action<int[], int, int, string?> sequential = Methods.Defaults;
        Verify.Same(Ran.Anything, (int[] x) => sequential(x, 5, 2, "none"), x => Methods.Defaults(x), One, kernel: "Defaults");
        Verify.Same(Ran.Anything, (int[] x) => sequential(x, 5, 9, "none"), x => Methods.Defaults(x, multiply: 9), One, kernel: "Defaults");
        Verify.Same(
            Ran.Anything, (int[] x) => sequential(x, 1, 2, "ab"), x => Methods.Defaults(name: "ab", add: 1, x: x), One, kernel: "Defaults");
        Verify.Same(Ran.Anything, (int[] x) => sequential(x, 1, 2, null), x => Methods.Defaults(x, 1, 2, null), One, Sizes.Few, "Defaults");
    }

    [Fact]
    public void NamedArgumentsAreEvaluatedInOrder()
    {
        var order = new List<int>();
        int Note(int value)
        {
            order.Add(value);
            return value;
        }

        int[] x = [1, 2, 3];
        Methods.Defaults(multiply: Note(4), x: x, add: Note(6));
        Assert.Equal([4, 6], order);
        Assert.Equal([14, 18, 22], x);
    }

    [Fact]
    public void ReferenceReturn()
    {
        RefReturn sequential = Methods.RefReturn;
        Verify.Same(
            Ran.Anything,
            (int[] x) =>
            {
                ref int first = ref sequential(x);
                first += 100;
            },
            x =>
            {
                ref int first = ref Methods.RefReturn(x);
                first += 100;
            },
            One,
            kernel: nameof(Methods.RefReturn));
    }

    [Fact]
    public void Recursive() => Verify.Same(Ran.Parallel, PlainRecursive, (x, depth) => Methods.Recursive(x, depth), n => (One(n), 4));

    [Fact]
    public void CallsAnother() => Verify.Same(
        Ran.Anything, PlainScale, (rows, factor) => Methods.CallsAnother(rows, factor), n => (Data.Rows<int>(n, 50), 3), Sizes.Sides);

    [Fact]
    public void CallsAnotherWithOneRowTwice() => Verify.Same(
        Ran.Anything,
        PlainScale,
        (rows, factor) => Methods.CallsAnother(rows, factor),
        n => (Enumerable.Repeat(Data.Of<int>(500), n).ToArray(), 3),
        Sizes.Sides);

    [Fact]
    public async Task Asynchronous()
    {
        Func<int[], Task<int>> sequential = Methods.Asynchronous;
        foreach (var size in Sizes.Few)
            Assert.Equal(await sequential(One(size)), await Methods.Asynchronous(One(size)));
    }

    [Fact]
    public void Iterator()
    {
        Func<int[], IEnumerable<int>> sequential = Methods.Iterator;
        foreach (var size in Sizes.Few)
            Assert.Equal(sequential(One(size)), Methods.Iterator(One(size)));
    }

    [Fact]
    public void PrivateTable() => Verify.Same(Ran.Parallel, Methods.PrivateTable, x => Methods.PrivateTable(x), One);

    [Fact]
    public void CountsCalls()
    {
        var before = Methods.Calls;
        Verify.Same(Ran.Sequential, Methods.CountsCalls, x => Methods.CountsCalls(x), One, Sizes.Few);
        Assert.Equal(Sizes.Few.Sum() * (1 + Verify.WorkerCounts.Count), Methods.Calls - before);
    }

    [Fact]
    public void ArgumentIsAssigned() => Verify.Same(
        Ran.Vector, Methods.ArgumentIsAssigned, (x, by) => Methods.ArgumentIsAssigned(x, by), n => (One(n), 4));

    [Fact]
    public void Keywords() => Verify.Same(Ran.Vector, Methods.@class, (x, by) => Methods.@class(x, by), n => (One(n), 4));

    [Fact]
    public void OutOfTuple()
    {
        OutTuple sequential = Methods.TupleReturn;
        Verify.Same(
            Ran.Vector,
            (int[] x) =>
            {
                sequential(x, out var range);
                return range;
            },
            x =>
            {
                Methods.TupleReturn(x, out var range);
                return range;
            },
            One,
            kernel: nameof(Methods.TupleReturn));
    }

    [Fact]
    public void PrivateMethod() => AssertRerouted(Ran.Vector, One, x => Methods.CallPrivate(x), x => x.Aggregate(0, (a, b) => a ^ b));

    [Fact]
    public void MethodOfPrivateType() => AssertRerouted(
        Ran.Vector,
        One,
        x =>
        {
            Methods.Outer.CallInner(x);
            return x;
        },
        x => x.Select(v => v * 2).ToArray());

    [Fact]
    public void InstanceMethodWithPrivateFields() => Verify.Same(
        Ran.Vector, (Image image) => Sequential(image.Amplify), image => image.Amplify(), Picture);

    [Fact]
    public void InstanceMethodWithPrivateProperty() => Verify.Same(
        Ran.Parallel, (Image image, float by) => Sequential(() => Of<float>(image.Shift)(by)), (image, by) => image.Shift(by), n => (Picture(n), 0.5f));

    [Fact]
    public void InstanceMethodWithStaticTable() => Verify.Same(
        Ran.Parallel, (Image image) => Sequential(image.Smooth), image => image.Smooth(), Picture);

    [Fact]
    public void InstanceMethodThatCallsPrivate() => Verify.Same(
        Ran.Parallel, (Image image) => ((Func<float>)image.Brightest)(), image => image.Brightest(), Picture);

    [Fact]
    public void SumIntoField() => Verify.Same(
        Ran.Sequential, (Image image) => Sequential(image.SumIntoField), image => image.SumIntoField(), Picture, Sizes.Few);

    [Fact]
    public void ChangeGain() => Verify.Same(
        Ran.Sequential, (Image image) => Sequential(image.ChangeGain), image => image.ChangeGain(), Picture, Sizes.Few);

    [Fact]
    public void ReplaceScratch() => Verify.Same(
        Ran.Sequential, (Image image) => Sequential(image.ReplaceScratch), image => image.ReplaceScratch(), Picture, Sizes.Few);

    [Fact]
    public void ReturnsAnother() => Verify.Same(
        Ran.Parallel, (Image image, float by) => ((Func<float, Image>)image.Brighter)(by), (image, by) => image.Brighter(by), n => (Picture(n), 0.5f));

    [Fact]
    public void AddOther() => Verify.Same(
        Ran.Parallel, (Image image, Image other) => Of<Image>(image.Add)(other), (image, other) => image.Add(other), n => (Picture(n), Picture(n + 1)));

    [Fact]
    public void AddItself() => Verify.Same(
        Ran.Anything, (Image image) => Of<Image>(image.Add)(image), image => image.Add(image), Picture);

    [Fact]
    public void NullReceiver() => Verify.Same(
        Ran.Anything,
        (Image? image) => typeof(Image).GetMethod(nameof(Image.Amplify))!.CreateDelegate<Action<Image?>>()(image),
        image => image!.Amplify(),
        _ => (Image?)null,
        [0]);

    [Fact]
    public void StructReceiver()
    {
        foreach (var size in Sizes.Few)
        {
            var expected = Pair(size);
            SequentialScale(ref expected);
            var actual = Pair(size);
            actual.Scale();
            Assert.Equal(Bits.Of(expected), Bits.Of(actual));
            Assert.Equal(((Func<double>)expected.LargestX)(), actual.LargestX());
        }
    }

    [Fact]
    public void GenericTypeOfInt() => GenericType(n => Data.Of<int>(n), 7);

    [Fact]
    public void GenericTypeOfDouble() => GenericType(n => Data.Of<double>(n), 0.1);

    [Fact]
    public void GenericMethodOfGenericType() => Verify.Same(
        Ran.Anything,
        (Series<double> s, int[] r) => Of<int[]>(s.ConvertTo<int>)(r),
        (s, r) => s.ConvertTo(r),
        n => (new Series<double>(Data.Of<double>(n)), new int[n]));

    [Fact]
    public void VirtualCallOfBase() => Verify.Same(
        Ran.Vector, (Shape shape, int[] x) => Of<int[]>(shape.Apply)(x), (shape, x) => shape.Apply(x), n => (new Shape(), One(n)));

    [Fact]
    public void VirtualCallOfParallelOverride() => Verify.Same(
        Ran.Anything, (Shape shape, int[] x) => Of<int[]>(shape.Apply)(x), (shape, x) => shape.Apply(x), n => ((Shape)new RoundShape(), One(n)));

    [Fact]
    public void VirtualCallOfPlainOverride() => Verify.Same(
        Ran.Sequential, (Shape shape, int[] x) => Of<int[]>(shape.Apply)(x), (shape, x) => shape.Apply(x), n => ((Shape)new PlainShape(), One(n)));

    [Fact]
    public void InterfaceCall() => Verify.Same(
        Ran.Anything, (IFilter filter, int[] x) => Of<int[]>(filter.Apply)(x), (filter, x) => filter.Apply(x), n => ((IFilter)new Shape(), One(n)));

    [Fact]
    public void DefaultInterfaceMethod() => Verify.Same(
        Ran.Anything, (IFilter filter, int[] x) => Of<int[]>(filter.Default)(x), (filter, x) => filter.Default(x), n => ((IFilter)new Shape(), One(n)));

    [Fact]
    public void ProtectedMethod() => AssertRerouted(
        Ran.Vector,
        One,
        x =>
        {
            new Shape().CallProtected(x);
            return x;
        },
        x => x.Select(v => v * 2 + 2).ToArray());

    [Fact]
    public void StaticAbstractMember() => Verify.Same(Ran.Anything, Ramp.Fill, x => FillBy<Ramp>(x), n => new int[n]);

    [Fact]
    public void StaticMethodOfStruct() => Verify.Same(Ran.Vector, Ramp.Fill, x => Ramp.Fill(x), n => new int[n]);

    private static int[] One(int size) => Data.Of<int>(size);

    private static int[]? MaybeNull(int[] x) => x;

    private static Image Picture(int size) => new(Data.Ordinary<float>(size), 7);

    private static Vector2D Pair(int size) => new(Data.Of<double>(size), Data.Of<double>(size, 2));

    private static void FillBy<TSource>(int[] x)
        where TSource : ISource<TSource> => TSource.Fill(x);

    private static void FillOf<T>(T[] x, T value) => Methods.Fill(x, value);

    /// <summary>As <see cref="Methods.Recursive"/>, whose own recursive call is rerouted.</summary>
    private static int PlainRecursive(int[] x, int depth)
    {
        var sum = x.Aggregate(0, (total, value) => unchecked(total + (value ^ depth)));
        return depth == 0 ? sum : unchecked(sum + PlainRecursive(x, depth - 1));
    }

    /// <summary>As <see cref="Methods.CallsAnother"/>, whose own call is rerouted.</summary>
    private static void PlainScale(int[][] rows, int factor)
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                row[i] *= factor;
        }
    }

    private static void Sequential(Action call) => call();

    private static Action<T> Of<T>(Action<T> method) => method;

    private static void SequentialScale(ref Vector2D pair)
    {
        var scale = typeof(Vector2D).GetMethod(nameof(Vector2D.Scale))!;
        object boxed = pair;
        scale.Invoke(boxed, null);
        pair = (Vector2D)boxed;
    }

    private static void GenericType<T>(Func<int, T[]> make, T value)
        where T : struct, System.Numerics.INumber<T>
    {
        Verify.Same(Ran.Parallel, (Series<T> s) => Of<T>(s.Add)(value), s => s.Add(value), n => new Series<T>(make(n)));
        Verify.Same(Ran.Anything, (Series<T> s) => ((Func<T>)s.Largest)(), s => s.Largest(), n => new Series<T>(make(n)), Sizes.Few);
    }

    /// <summary>For methods of which no delegate can be made from here: what they must do is said in other words.</summary>
    private static void AssertRerouted<TResult>(Ran ran, Func<int, int[]> make, Func<int[], TResult> rerouted, Func<int[], TResult> expected) =>
        Verify.All(ran, "a hidden method", Sizes.All, make, x => expected(x) is int[] changed ? Keep(x, changed) : expected(x), x => rerouted(x));

    private static object Keep(int[] x, int[] changed)
    {
        changed.CopyTo(x, 0);
        return x;
    }
}
