namespace AutoParallel.Conformance.Kernels;

internal interface ISource<TSelf>
    where TSelf : ISource<TSelf>
{
    static abstract void Fill(int[] x);
}
