using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using AutoParallel.CompilerServices;
using AutoParallel.Runtime.Tests.VectorMath;

namespace AutoParallel.Accuracy;

/// <summary>
/// Times the scalar overloads against the platform's functions, which they replace in the scalar code that is generated. The loops
/// are compiled for each function, as calls through a delegate would cost as much as some of the functions.
/// </summary>
internal static class Speed
{
    private const int Count = 1000;

    private const int Repetitions = 25;

    /// <summary>Nanoseconds a call: ours and the platform's, each the least of several runs.</summary>
    public static (double Ours, double Platform) Measure<T>(MathFunction function)
        where T : unmanaged
    {
        var (x, y) = (Arguments<T>(function, 1), Arguments<T>(function, 2));
        var (ours, platform) = (Loop<T>(typeof(LaneMath), function), Loop<T>(typeof(T), function));
        var (best, bestPlatform) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < Repetitions; i++)
        {
            best = Math.Min(best, Time(ours, x, y));
            bestPlatform = Math.Min(bestPlatform, Time(platform, x, y));
        }

        return (best, bestPlatform);
    }

    private static double Time<T>(Action<T[], T[], T[]> loop, T[] x, T[] y)
    {
        var results = new T[Count];
        loop(x, y, results);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 20; i++)
            loop(x, y, results);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / (20 * Count);
    }

    /// <summary>Arguments of an ordinary size in the function's first range.</summary>
    private static T[] Arguments<T>(MathFunction function, int seed)
    {
        var random = new Random(seed);
        var (from, to) = function.Ranges[^1].To > 1000 || function.Ranges[^1].From < -100 ? function.Ranges[1] : function.Ranges[^1];
        (from, to) = function.Arguments == 2 ? (0.1, 10) : (Math.Max(from, -50), Math.Min(to, 50));
        return [.. Enumerable.Range(0, Count).Select(_ => (T)Convert.ChangeType(from + (to - from) * random.NextDouble(), typeof(T), null))];
    }

    /// <summary><c>for (i = 0; i &lt; results.Length; i++) results[i] = f(x[i], y[i]);</c></summary>
    private static Action<T[], T[], T[]> Loop<T>(Type type, MathFunction function)
    {
        var method = type.GetMethod(function.Name, BindingFlags.Public | BindingFlags.Static, [.. Enumerable.Repeat(typeof(T), function.Arguments)])!;
        var (x, y, results) = (Expression.Parameter(typeof(T[])), Expression.Parameter(typeof(T[])), Expression.Parameter(typeof(T[])));
        var index = Expression.Variable(typeof(int));
        var end = Expression.Label();
        Expression[] arguments = [Expression.ArrayIndex(x, index), Expression.ArrayIndex(y, index)];
        var body = Expression.Block(
            Expression.IfThen(Expression.GreaterThanOrEqual(index, Expression.ArrayLength(results)), Expression.Break(end)),
            Expression.Assign(Expression.ArrayAccess(results, index), Expression.Call(method, arguments[..function.Arguments])),
            Expression.PreIncrementAssign(index));
        return Expression.Lambda<Action<T[], T[], T[]>>(Expression.Block([index], Expression.Loop(body, end)), x, y, results).Compile();
    }
}
