using System.Reflection;
using System.Runtime.InteropServices;

namespace AutoParallel.Benchmarks.Tsvc.Timing;

/// <summary>The arguments of a loop as C takes them: pointers into a workspace's arrays, which stay where they are meanwhile.</summary>
internal sealed unsafe class CArguments : IDisposable
{
    /// <summary>Room for the numbers that a loop returns.</summary>
    private const int MostResults = 4;

    private readonly List<GCHandle> _pinned = [];
    private readonly float[] _result = new float[MostResults];

    /// <summary>Pins the arguments of a method.</summary>
    public CArguments(MethodInfo method, Workspace workspace)
    {
        var values = method.GetParameters().Select(p => workspace.Named(p.Name!)).Append(_result).ToList();
        Pointers = (nint*)NativeMemory.Alloc((nuint)(values.Count * sizeof(nint)));
        for (var i = 0; i < values.Count; i++)
        {
            var handle = GCHandle.Alloc(values[i], GCHandleType.Pinned);
            _pinned.Add(handle);
            Pointers[i] = handle.AddrOfPinnedObject();
        }
    }

    /// <summary>One for each argument, and one for the result.</summary>
    public nint* Pointers { get; }

    /// <summary>The numbers that the loop returned.</summary>
    public ReadOnlySpan<float> Result => _result;

    public void Dispose()
    {
        foreach (var handle in _pinned)
            handle.Free();
        NativeMemory.Free(Pointers);
    }
}
