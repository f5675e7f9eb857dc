namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>A function of two arguments, written once for lanes of any number.</summary>
internal interface IBinaryFunction<T>
    where T : unmanaged
{
    static abstract TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T>;
}
