using System.Reflection;
using System.Runtime.Intrinsics;
using AutoParallel.CompilerServices;

namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>A function of the library in all its overloads, with the exact value to compare with.</summary>
public sealed class MathFunction
{
    private readonly Type _library;

    /// <param name="library"><see cref="LaneMath"/> or <see cref="FastLaneMath"/>.</param>
    /// <param name="name">The function's name there and in <see cref="double"/>.</param>
    /// <param name="arguments">How many arguments it has.</param>
    /// <param name="exact">The value to more than 100 bits, where it is finite.</param>
    /// <param name="precise">The value to almost 53 bits, with the special values; null for the function of <see cref="double"/>.</param>
    /// <param name="ranges">Intervals of the first argument in which the function has something to show.</param>
    public MathFunction(
        Type library,
        string name,
        int arguments,
        Func<BigFloat, BigFloat, BigFloat> exact,
        Func<double, double, double>? precise,
        params (double From, double To)[] ranges)
    {
        _library = library;
        Name = name;
        Arguments = arguments;
        Exact = exact;
        Ranges = ranges;
        HasDouble = library.GetMethod(name, Enumerable.Repeat(typeof(double), arguments).ToArray()) is not null;
        Double = HasDouble ? Bind<double>(library) : (_, _) => throw new NotSupportedException();
        Single = Bind<float>(library);
        Expected = precise ?? Bind<double>(typeof(double));
    }

    public string Name { get; }

    /// <summary>The library that the function is of.</summary>
    public Type Library => _library;

    /// <summary>Whether the library has the function for <see langword="double"/>; it always has it for <see langword="float"/>.</summary>
    public bool HasDouble { get; }

    public int Arguments { get; }

    public Func<BigFloat, BigFloat, BigFloat> Exact { get; }

    public (double From, double To)[] Ranges { get; }

    public Func<double, double, double> Double { get; }

    public Func<float, float, float> Single { get; }

    /// <summary>The value to almost 53 bits, with the special values.</summary>
    public Func<double, double, double> Expected { get; }

    public override string ToString() => Name;

    /// <summary>Whether a finite value is within 1 ULP, of its own type, of the exact one.</summary>
    public bool IsWithinOneUlp(double x, double y, double value, bool isSingle) =>
        (isSingle ? Ulp.Error((float)value, Exact(x, y)) : Ulp.Error(value, Exact(x, y))) <= 1;

    public Func<Vector128<T>, Vector128<T>, Vector128<T>> Vector128<T>() => Bind<Vector128<T>>(_library);

    public Func<Vector256<T>, Vector256<T>, Vector256<T>> Vector256<T>() => Bind<Vector256<T>>(_library);

    public Func<Vector512<T>, Vector512<T>, Vector512<T>> Vector512<T>() => Bind<Vector512<T>>(_library);

    private Func<T, T, T> Bind<T>(Type type)
    {
        var signature = Enumerable.Repeat(typeof(T), Arguments).ToArray();
        var method = type.GetMethod(Name, BindingFlags.Public | BindingFlags.Static, signature)
            ?? throw new MissingMethodException(type.FullName, Name);
        if (Arguments == 2)
            return method.CreateDelegate<Func<T, T, T>>();
        var unary = method.CreateDelegate<Func<T, T>>();
        return (x, _) => unary(x);
    }
}
