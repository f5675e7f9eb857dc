using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AutoParallel.Benchmarks.Tsvc.Timing;

/// <summary>The suite in C, compiled by one compiler for this machine.</summary>
internal sealed class CLibrary
{
    private readonly nint _handle;

    private CLibrary(string name, nint handle)
    {
        Name = name;
        _handle = handle;
    }

    /// <summary>The compiler and its options.</summary>
    public string Name { get; }

    /// <summary>Compiles and loads; null and a message where that fails.</summary>
    /// <param name="compiler">The command, which is also the name of Debian's package.</param>
    /// <param name="options">Its options besides <c>-O3 -march=native</c>.</param>
    /// <param name="source">The C source file.</param>
    /// <param name="message">What went wrong.</param>
    public static CLibrary? Make(string compiler, string[] options, string source, out string message)
    {
        var target = $"{source}.{compiler}{string.Concat(options)}.so";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(compiler, ["-O3", "-march=native", .. options, "-shared", "-fPIC", "-w", source, "-o", target, "-lm"])
            {
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            message = process.ExitCode == 0 ? "" : $"{compiler} failed: {errors.Split('\n')[0]}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            message = $"{compiler} is missing; Debian has it: apt install {compiler}";
        }

        if (message.Length > 0)
            return null;
        nint handle = 0;

        // With -ffast-math gcc's startup code makes the thread that loads a library flush denormal numbers to zero.
        var loader = new Thread(() => handle = NativeLibrary.Load(target));
        loader.Start();
        loader.Join();
        return new CLibrary(string.Join(' ', [compiler, .. options]), handle);
    }

    /// <summary>A loop's function, which takes pointers to the arguments.</summary>
    public unsafe delegate* unmanaged<nint*, void> Loop(string method) => (delegate* unmanaged<nint*, void>)NativeLibrary.GetExport(_handle, $"call_{method}");
}
