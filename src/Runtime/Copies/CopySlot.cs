using System.Runtime.InteropServices;

namespace AutoParallel.CompilerServices;

/// <summary>A place for one copy, on a pair of cache lines of its own.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct CopySlot
{
    /// <summary>The copy, or null.</summary>
    [FieldOffset(64)]
    public Array? Copy;
}
