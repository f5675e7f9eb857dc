namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>A function of one argument, written once for lanes of any number.</summary>
internal interface IUnaryFunction<T>
    where T : unmanaged
{
    static abstract TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>;
}
