using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler;

/// <summary>
/// Remembers what became of the methods compiled last. The compiler is a pure function of the IR, and the IR of a method stays equal while
/// others are edited: the generator, the analyzers and the next keystroke need not compile it again.
/// </summary>
public static class KnownMethods
{
    /// <summary>The entries of one generation; the older of two is dropped when the younger is full.</summary>
    private const int Capacity = 512;

    private static readonly object _gate = new();
    private static Dictionary<(Method Method, CompilationFacts Facts), CompiledMethod> _young = [];
    private static Dictionary<(Method Method, CompilationFacts Facts), CompiledMethod> _old = [];

    /// <summary>As <see cref="MethodCompiler.Compile"/>.</summary>
    public static CompiledMethod Compile(Method method, CompilationFacts facts)
    {
        var key = (method, facts);
        lock (_gate)
        {
            if (_young.TryGetValue(key, out var known))
                return known;
            if (_old.TryGetValue(key, out known))
                return Keep(key, known);
        }

        var compiled = MethodCompiler.Compile(method, facts);
        lock (_gate)
            return Keep(key, compiled);
    }

    private static CompiledMethod Keep((Method Method, CompilationFacts Facts) key, CompiledMethod compiled)
    {
        if (_young.Count >= Capacity)
            (_young, _old) = ([], _young);
        return _young[key] = compiled;
    }
}
