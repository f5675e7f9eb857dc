using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>The C# by which guards ask containers for their memory, length and identity.</summary>
public static class ContainerText
{
    /// <summary>All elements as a read-only span; not for null containers.</summary>
    public static string Span(MemoryRoot root)
    {
        var element = root.Element.Text;
        return root.Kind switch
        {
            MemoryKind.List => $"(global::System.ReadOnlySpan<{element}>)global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan({root.Text})",
            MemoryKind.ImmutableArray => $"{root.Text}.AsSpan()",
            MemoryKind.MultiArray => "global::System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan("
                + $"ref global::System.Runtime.CompilerServices.Unsafe.As<byte, {element}>(ref global::System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference((global::System.Array){root.Text})), {root.Text}.Length)",
            MemoryKind.Reference => $"new global::System.ReadOnlySpan<{element}>(in {root.Text})",
            _ => $"(global::System.ReadOnlySpan<{element}>){root.Text}",
        };
    }

    /// <summary>The object whose identity tells two containers apart.</summary>
    public static string Reference(MemoryRoot root) => root.Kind == MemoryKind.ImmutableArray
        ? $"global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray({root.Text})"
        : root.Text;

    /// <summary>The length of one dimension.</summary>
    public static string Length(MemoryRoot root, int dimension) => root.Kind switch
    {
        MemoryKind.MultiArray => $"{root.Text}.GetLength({dimension})",
        MemoryKind.List => $"{root.Text}.Count",
        _ => $"{root.Text}.Length",
    };

    /// <summary>That the container is there, so that the guards after it can look into it; null where that cannot be asked safely.</summary>
    public static IReadOnlyList<Guard>? NotNull(MemoryRoot root)
    {
        var requires = new List<string>();
        if (!EarlyEvaluation.IsSafe(root, requires))
            return null;
        EarlyEvaluation.RequireNotNull(root, requires);
        return [.. requires.Select(r => new Guard(r, $"'{root.Text}' is there"))];
    }
}
