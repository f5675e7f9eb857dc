using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoParallel.CompilerServices;

/// <summary>
/// The classes of <c>char</c> over lanes that hold codes from 0 to 65,535: those of ASCII by comparing with ranges, and those of vectors with
/// any other code by looking up what the methods of <c>char</c> say.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneCharacters
{
    private const int AsciiLimit = 0x80;

    /// <summary>All bits set in the lanes whose code is in the class, none in the others.</summary>
    /// <typeparam name="TClass">The class.</typeparam>
    /// <typeparam name="T">A signed integer type of at least 4 bytes, or <c>ushort</c>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AreIn<TClass, T>(Vector512<T> codes)
        where TClass : ICharacterClass
        where T : struct, IBinaryInteger<T>
    {
        return TClass.IsWhole || !AreAnyBeyondAscii(codes) ? AreInAscii<TClass, T>(codes) : AreInTable<TClass, T>(codes);
    }

    /// <summary>Whether some code is none of ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAnyBeyondAscii<T>(Vector512<T> codes)
        where T : struct, IBinaryInteger<T> =>
        Vector512.GreaterThanOrEqualAny(codes, Vector512.Create(T.CreateTruncating(AsciiLimit)));

    /// <summary>As <see cref="AreIn{TClass, T}(Vector512{T})"/>, where all codes are of ASCII or the class is ranges as a whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AreInAscii<TClass, T>(Vector512<T> codes)
        where TClass : ICharacterClass
        where T : struct, IBinaryInteger<T>
    {
        var result = AreIn(codes | Vector512.Create(T.CreateTruncating(TClass.Folded)), TClass.First, TClass.Count);
        return TClass.OtherCount == 0 ? result : result | AreIn(codes, TClass.OtherFirst, TClass.OtherCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> AreIn<T>(Vector512<T> codes, int first, int count)
        where T : struct, IBinaryInteger<T>
    {
        if (count == 1)
            return Vector512.Equals(codes, Vector512.Create(T.CreateTruncating(first)));
        var distance = codes - Vector512.Create(T.CreateTruncating(first));
        if (Unsafe.SizeOf<T>() == 8)
            return Vector512.LessThan(distance.AsUInt64(), Vector512.Create((ulong)count)).As<ulong, T>();
        return Unsafe.SizeOf<T>() == 4
            ? Vector512.LessThan(distance.AsUInt32(), Vector512.Create((uint)count)).As<uint, T>()
            : Vector512.LessThan(distance.AsUInt16(), Vector512.Create((ushort)count)).As<ushort, T>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> AreInTable<TClass, T>(Vector512<T> codes)
        where TClass : ICharacterClass
        where T : struct, IBinaryInteger<T>
    {
        var words = CharacterTable<TClass>.Words;
        if (Unsafe.SizeOf<T>() == 4)
        {
            var code = codes.AsInt32();
            return (-(LaneShift.UnsignedRight(LaneGather512.Load<int, int>(ref words[0], code >>> 5), code & Vector512.Create(31)) & Vector512<int>.One)).As<int, T>();
        }

        if (Unsafe.SizeOf<T>() == 8)
        {
            var code = codes.AsInt64();
            return (-(LaneShift.UnsignedRight(LaneGather512.Load<int, long>(ref words[0], code >>> 5), code & Vector512.Create(31L)) & Vector512<long>.One)).As<long, T>();
        }

        var result = Vector512<T>.Zero;
        for (var lane = 0; lane < Vector512<T>.Count; lane++)
        {
            if (TClass.Contains((char)ushort.CreateTruncating(codes.GetElement(lane))))
                result = result.WithElement(lane, T.Zero - T.One);
        }

        return result;
    }

    /// <summary>All bits set in the lanes whose code is in the class, none in the others.</summary>
    /// <typeparam name="TClass">The class.</typeparam>
    /// <typeparam name="T">A signed integer type of at least 4 bytes, or <c>ushort</c>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AreIn<TClass, T>(Vector256<T> codes)
        where TClass : ICharacterClass
        where T : struct, IBinaryInteger<T>
    {
        return TClass.IsWhole || !AreAnyBeyondAscii(codes) ? AreInAscii<TClass, T>(codes) : AreInTable<TClass, T>(codes);
    }

    /// <summary>Whether some code is none of ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAnyBeyondAscii<T>(Vector256<T> codes)
        where T : struct, IBinaryInteger<T> =>
        Vector256.GreaterThanOrEqualAny(codes, Vector256.Create(T.CreateTruncating(AsciiLimit)));

    /// <summary>As <see cref="AreIn{TClass, T}(Vector256{T})"/>, where all codes are of ASCII or the class is ranges as a whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AreInAscii<TClass, T>(Vector256<T> codes)
        where TClass : ICharacterClass
        where T : struct, IBinaryInteger<T>
    {
        var result = AreIn(codes | Vector256.Create(T.CreateTruncating(TClass.Folded)), TClass.First, TClass.Count);
        return TClass.OtherCount == 0 ? result : result | AreIn(codes, TClass.OtherFirst, TClass.OtherCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> AreIn<T>(Vector256<T> codes, int first, int count)
        where T : struct, IBinaryInteger<T>
    {
        if (count == 1)
            return Vector256.Equals(codes, Vector256.Create(T.CreateTruncating(first)));
        var distance = codes - Vector256.Create(T.CreateTruncating(first));
        if (Unsafe.SizeOf<T>() == 8)
            return Vector256.LessThan(distance.AsUInt64(), Vector256.Create((ulong)count)).As<ulong, T>();
        return Unsafe.SizeOf<T>() == 4
            ? Vector256.LessThan(distance.AsUInt32(), Vector256.Create((uint)count)).As<uint, T>()
            : Vector256.LessThan(distance.AsUInt16(), Vector256.Create((ushort)count)).As<ushort, T>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<T> AreInTable<TClass, T>(Vector256<T> codes)
        where TClass : ICharacterClass
        where T : struct, IBinaryInteger<T>
    {
        var words = CharacterTable<TClass>.Words;
        if (Unsafe.SizeOf<T>() == 4)
        {
            var code = codes.AsInt32();
            return (-(LaneShift.UnsignedRight(LaneGather256.Load<int, int>(ref words[0], code >>> 5), code & Vector256.Create(31)) & Vector256<int>.One)).As<int, T>();
        }

        if (Unsafe.SizeOf<T>() == 8)
        {
            var code = codes.AsInt64();
            return (-(LaneShift.UnsignedRight(LaneGather256.Load<int, long>(ref words[0], code >>> 5), code & Vector256.Create(31L)) & Vector256<long>.One)).As<long, T>();
        }

        var result = Vector256<T>.Zero;
        for (var lane = 0; lane < Vector256<T>.Count; lane++)
        {
            if (TClass.Contains((char)ushort.CreateTruncating(codes.GetElement(lane))))
                result = result.WithElement(lane, T.Zero - T.One);
        }

        return result;
    }

    /// <summary>All bits set in the lanes whose code is in the class, none in the others.</summary>
    /// <typeparam name="TClass">The class.</typeparam>
    /// <typeparam name="T">A signed integer type of at least 4 bytes, or <c>ushort</c>.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AreIn<TClass, T>(Vector128<T> codes)
        where TClass : ICharacterClass
        where T : struct, IBinaryInteger<T>
    {
        return TClass.IsWhole || !AreAnyBeyondAscii(codes) ? AreInAscii<TClass, T>(codes) : AreInTable<TClass, T>(codes);
    }

    /// <summary>Whether some code is none of ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAnyBeyondAscii<T>(Vector128<T> codes)
        where T : struct, IBinaryInteger<T> =>
        Vector128.GreaterThanOrEqualAny(codes, Vector128.Create(T.CreateTruncating(AsciiLimit)));

    /// <summary>As <see cref="AreIn{TClass, T}(Vector128{T})"/>, where all codes are of ASCII or the class is ranges as a whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AreInAscii<TClass, T>(Vector128<T> codes)
        where TClass : ICharacterClass
        where T : struct, IBinaryInteger<T>
    {
        var result = AreIn(codes | Vector128.Create(T.CreateTruncating(TClass.Folded)), TClass.First, TClass.Count);
        return TClass.OtherCount == 0 ? result : result | AreIn(codes, TClass.OtherFirst, TClass.OtherCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> AreIn<T>(Vector128<T> codes, int first, int count)
        where T : struct, IBinaryInteger<T>
    {
        if (count == 1)
            return Vector128.Equals(codes, Vector128.Create(T.CreateTruncating(first)));
        var distance = codes - Vector128.Create(T.CreateTruncating(first));
        if (Unsafe.SizeOf<T>() == 8)
            return Vector128.LessThan(distance.AsUInt64(), Vector128.Create((ulong)count)).As<ulong, T>();
        return Unsafe.SizeOf<T>() == 4
            ? Vector128.LessThan(distance.AsUInt32(), Vector128.Create((uint)count)).As<uint, T>()
            : Vector128.LessThan(distance.AsUInt16(), Vector128.Create((ushort)count)).As<ushort, T>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<T> AreInTable<TClass, T>(Vector128<T> codes)
        where TClass : ICharacterClass
        where T : struct, IBinaryInteger<T>
    {
        var words = CharacterTable<TClass>.Words;
        if (Unsafe.SizeOf<T>() == 4)
        {
            var code = codes.AsInt32();
            return (-(LaneShift.UnsignedRight(LaneGather128.Load<int, int>(ref words[0], code >>> 5), code & Vector128.Create(31)) & Vector128<int>.One)).As<int, T>();
        }

        if (Unsafe.SizeOf<T>() == 8)
        {
            var code = codes.AsInt64();
            return (-(LaneShift.UnsignedRight(LaneGather128.Load<int, long>(ref words[0], code >>> 5), code & Vector128.Create(31L)) & Vector128<long>.One)).As<long, T>();
        }

        var result = Vector128<T>.Zero;
        for (var lane = 0; lane < Vector128<T>.Count; lane++)
        {
            if (TClass.Contains((char)ushort.CreateTruncating(codes.GetElement(lane))))
                result = result.WithElement(lane, T.Zero - T.One);
        }

        return result;
    }
}
