using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Recognises the types whose elements the compiler understands.</summary>
internal static class ContainerTypes
{
    /// <summary>The kind, element type and rank of a container; null for any other type.</summary>
    public static (MemoryKind Kind, ITypeSymbol? Element, int Rank)? Of(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol { IsSZArray: true } array:
                return (MemoryKind.Array, array.ElementType, 1);
            case IArrayTypeSymbol array:
                return array.Rank > 1 ? (MemoryKind.MultiArray, array.ElementType, array.Rank) : null;
            case { SpecialType: SpecialType.System_String }:
                return (MemoryKind.String, null, 1);
            case INamedTypeSymbol { TypeArguments.Length: 1 } named:
                var kind = Names.FullName(named) switch
                {
                    "System.Span" => MemoryKind.Span,
                    "System.ReadOnlySpan" => MemoryKind.ReadOnlySpan,
                    "System.Collections.Generic.List" => MemoryKind.List,
                    "System.Collections.Immutable.ImmutableArray" => MemoryKind.ImmutableArray,
                    _ => (MemoryKind?)null,
                };
                return kind is { } known ? (known, named.TypeArguments[0], 1) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether it is <c>Memory&lt;T&gt;</c> or <c>ReadOnlyMemory&lt;T&gt;</c>.</summary>
    public static bool IsMemory(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } named && Names.FullName(named) is "System.Memory" or "System.ReadOnlyMemory";

    /// <summary>Whether elements cannot be assigned through it.</summary>
    public static bool IsReadOnly(MemoryKind kind) => kind is MemoryKind.ReadOnlySpan or MemoryKind.ImmutableArray or MemoryKind.String;
}
