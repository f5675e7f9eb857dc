namespace AutoParallel.Compiler.Emit;

/// <summary>How the JIT is to treat an emitted method.</summary>
internal static class MethodAttributes
{
    /// <summary>As a part of its callers.</summary>
    public const string Inlined = $"[{Attribute}({Options}.AggressiveInlining)]";

    /// <summary>As a method of its own, whose variables do not compete for registers with those of its caller.</summary>
    public const string OutOfLine = $"[{Attribute}({Options}.NoInlining)]";

    /// <summary>Optimised from its first call.</summary>
    public const string Optimized = $"[{Attribute}({Options}.AggressiveOptimization)]";

    /// <summary>Both of its own and optimised from its first call.</summary>
    public const string OutOfLineOptimized = $"[{Attribute}({Options}.NoInlining | {Options}.AggressiveOptimization)]";

    private const string Attribute = "global::System.Runtime.CompilerServices.MethodImpl";

    private const string Options = "global::System.Runtime.CompilerServices.MethodImplOptions";
}
