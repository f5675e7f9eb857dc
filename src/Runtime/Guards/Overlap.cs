using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoParallel.CompilerServices;

/// <summary>Whether two stretches of memory share bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Overlap
{
    /// <summary>Whether no byte lies in both; an empty span shares nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreDisjoint<TLeft, TRight>(ReadOnlySpan<TLeft> left, ReadOnlySpan<TRight> right)
    {
        if (left.IsEmpty || right.IsEmpty)
            return true;
        var offset = Offset(left, right);
        return (nuint)offset >= (nuint)((nint)left.Length * Unsafe.SizeOf<TLeft>())
            && (nuint)(-offset) >= (nuint)((nint)right.Length * Unsafe.SizeOf<TRight>());
    }

    /// <summary>
    /// Whether an element of one either is the element of the same number in the other or shares no byte with it: both start at the
    /// same place with elements of one size, or share nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreSameOrDisjoint<TLeft, TRight>(ReadOnlySpan<TLeft> left, ReadOnlySpan<TRight> right) =>
        (Unsafe.SizeOf<TLeft>() == Unsafe.SizeOf<TRight>() && Offset(left, right) == 0) || AreDisjoint(left, right);

    private static nint Offset<TLeft, TRight>(ReadOnlySpan<TLeft> left, ReadOnlySpan<TRight> right) => Unsafe.ByteOffset(
        ref Unsafe.As<TLeft, byte>(ref MemoryMarshal.GetReference(left)),
        ref Unsafe.As<TRight, byte>(ref MemoryMarshal.GetReference(right)));
}
