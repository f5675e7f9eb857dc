using System.Reflection;
using System.Runtime.Intrinsics;

using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;

namespace AutoParallel.Compiler.Tests.Knowledge;

using FloatMode = AutoParallel.Compiler.IR.FloatMode;

/// <summary>The table of the runtime's functions and the runtime say the same.</summary>
public sealed class RuntimeFunctionTests
{
    private static readonly Assembly _runtime = typeof(Loops).Assembly;

    [Theory]
    [InlineData(RuntimeFunctions.Reproducible, FloatMode.Reproducible)]
    [InlineData(RuntimeFunctions.Fast, FloatMode.Fast)]
    public void EveryFunctionOfTheRuntimeStandsForItsNamesake(string library, FloatMode mode)
    {
        var functions = _runtime.GetType(library)!.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.GetParameters()[0].ParameterType is { } type && (type == typeof(float) || type == typeof(double)))
            .ToList();
        Assert.NotEmpty(functions);
        foreach (var function in functions)
        {
            var kind = function.GetParameters()[0].ParameterType == typeof(float) ? ScalarKind.Single : ScalarKind.Double;
            var owner = kind == ScalarKind.Single ? "System.Single" : "System.Double";
            Assert.Equal($"{library}.{function.Name}", RuntimeFunctions.Of(owner, function.Name, [.. function.GetParameters().Select(_ => kind)], mode));
            foreach (var parameter in function.GetParameters())
                Assert.Equal(parameter.Name, RuntimeFunctions.Parameter($"{library}.{function.Name}", parameter.Position));
        }
    }

    /// <summary>Each has the overloads for lanes, with the namesake's parameters.</summary>
    [Fact]
    public void EveryFunctionOfTheTableIsOneOfTheRuntime()
    {
        Type[] owners = [typeof(double), typeof(float), typeof(Math), typeof(MathF)];
        var count = 0;
        foreach (var method in owners.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static)))
        {
            ScalarKind[] kinds = [.. method.GetParameters().Select(p => p.ParameterType == typeof(float) ? ScalarKind.Single : p.ParameterType == typeof(double) ? ScalarKind.Double : ScalarKind.Other)];
            Assert.Null(RuntimeFunctions.Of(method.DeclaringType!.FullName!, method.Name, kinds, FloatMode.Strict));
            foreach (var mode in new[] { FloatMode.Reproducible, FloatMode.Fast })
            {
                if (RuntimeFunctions.Of(method.DeclaringType.FullName!, method.Name, kinds, mode) is not { } function)
                    continue;
                count++;
                Assert.True(RuntimeFunctions.Contains(function));
                var scalar = method.GetParameters()[0].ParameterType;
                var library = _runtime.GetType(function[..function.LastIndexOf('.')])!;
                foreach (var type in new[] { scalar, typeof(Vector128<>).MakeGenericType(scalar), typeof(Vector256<>).MakeGenericType(scalar), typeof(Vector512<>).MakeGenericType(scalar) })
                    Assert.NotNull(library.GetMethod(method.Name, [.. kinds.Select(_ => type)]));
            }
        }

        Assert.True(count > 100);
    }
}
