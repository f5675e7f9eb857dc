using System.Reflection;
using AutoParallel.CompilerServices.VectorMath;

namespace AutoParallel.Runtime.Tests.VectorMath;

/// <summary>
/// The functions on <see cref="ScalarLane{T}"/>, as on a processor without vectors or without a fused multiply-add, whatever this one has.
/// </summary>
internal static class ScalarFunctions
{
    public static Func<double, double, double> Double(MathFunction function)
    {
        var (unary, binary) = Bind<double>(function, function.Name + "Double");
        return function.Arguments == 1
            ? (x, _) => unary!(new ScalarLane<double>(x)).Value
            : (x, y) => binary!(new ScalarLane<double>(x), new ScalarLane<double>(y)).Value;
    }

    public static Func<float, float, float> Single(MathFunction function)
    {
        if (Kernel(function.Name + "Single") is null)
        {
            var (widened, widenedBinary) = Bind<double>(function, function.Name + "Short");
            return function.Arguments == 1
                ? (x, _) => (float)widened!(new ScalarLane<double>(x)).Value
                : (x, y) => (float)widenedBinary!(new ScalarLane<double>(x), new ScalarLane<double>(y)).Value;
        }

        var (unary, _) = Bind<float>(function, function.Name + "Single");
        return (x, _) => unary!(new ScalarLane<float>(x)).Value;
    }

    private static Type? Kernel(string name) => typeof(ExpDouble).Assembly.GetType($"{typeof(ExpDouble).Namespace}.{name}");

    private static (Func<ScalarLane<T>, ScalarLane<T>>? Unary, Func<ScalarLane<T>, ScalarLane<T>, ScalarLane<T>>? Binary) Bind<T>(
        MathFunction function, string kernel)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var invoke = Kernel(kernel)!.GetMethod("Invoke", BindingFlags.Public | BindingFlags.Static)!.MakeGenericMethod(typeof(ScalarLane<T>));
        return function.Arguments == 1
            ? (invoke.CreateDelegate<Func<ScalarLane<T>, ScalarLane<T>>>(), null)
            : (null, invoke.CreateDelegate<Func<ScalarLane<T>, ScalarLane<T>, ScalarLane<T>>>());
    }
}
