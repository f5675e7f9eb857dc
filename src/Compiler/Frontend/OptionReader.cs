using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Reads the options of the attribute.</summary>
internal static class OptionReader
{
    private static readonly string[] _schedules = ["Auto", "Static", "Dynamic", "Guided"];

    /// <summary>The options, with defaults where the attribute sets none.</summary>
    public static IR.ParallelOptions Read(IMethodSymbol method)
    {
        var attribute = method.GetAttributes().FirstOrDefault(a => a.AttributeClass is { } type && Names.FullName(type) == MethodFrontend.AttributeName);
        var values = attribute?.NamedArguments.ToDictionary(a => a.Key, a => a.Value.Value) ?? [];
        var schedule = Value("Schedule", 0);
        return new IR.ParallelOptions(
            (FloatMode)Value("FloatMode", 0),
            _schedules[schedule >= 0 && schedule < _schedules.Length ? schedule : 0],
            Value("ChunkSize", 0),
            Value("MaxWorkers", 0),
            Value("Vectorize", true),
            Value("Required", false));

        T Value<T>(string name, T otherwise) => values.TryGetValue(name, out var value) && value is T known ? known : otherwise;
    }
}
