using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoParallel.CompilerServices;

/// <summary>Finds out where the runtime puts the fields of a struct.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordLayout
{
    /// <summary>A struct of zeros with a value at an offset in bytes; all zeros where the value does not fit there.</summary>
    /// <typeparam name="TRecord">The struct, one without references.</typeparam>
    /// <typeparam name="TField">A primitive number type, or an enumeration.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TRecord With<TRecord, TField>(int offset, TField value)
        where TRecord : struct
        where TField : struct
    {
        TRecord record = default;
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<TRecord>() && offset >= 0 && offset + Unsafe.SizeOf<TField>() <= Unsafe.SizeOf<TRecord>())
            Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref Unsafe.As<TRecord, byte>(ref record), offset), value);
        return record;
    }
}
