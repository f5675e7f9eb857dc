namespace AutoParallel.Conformance.Kernels;

[Flags]
internal enum Permissions : byte
{
    None = 0,
    Read = 1,
    Write = 2,
    Execute = 4,
    All = 7,
}
