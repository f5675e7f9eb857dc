namespace AutoParallel.CompilerServices.VectorMath;

/// <summary>A function of one argument and two results, written once for lanes of any number.</summary>
internal interface IPairFunction<T>
    where T : unmanaged
{
    static abstract (TLanes First, TLanes Second) Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>;
}
