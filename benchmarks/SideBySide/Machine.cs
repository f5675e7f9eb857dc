using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SideBySide;

/// <summary>What the numbers were measured on.</summary>
internal static class Machine
{
    public static string Description { get; } = string.Join(
        ", ",
        Processor(),
        $"{Environment.ProcessorCount} processors",
        Vectors(),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);

    private static string Vectors() => Vector512.IsHardwareAccelerated ? "512-bit vectors"
        : Vector256.IsHardwareAccelerated ? "256-bit vectors"
        : Vector128.IsHardwareAccelerated ? "128-bit vectors"
        : "no vectors";

    /// <summary>
    /// The operating system's name for the processor, and the family and model that the processor itself gives, because
    /// virtual machines blur the name.
    /// </summary>
    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        string name = File.Exists(Info)
            ? File.ReadLines(Info).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) ?? ""
            : "";
        name = name.Contains(':') ? name[(name.IndexOf(':') + 1)..].Trim() : RuntimeInformation.ProcessArchitecture.ToString();
        if (!X86Base.IsSupported)
            return name;
        int signature = X86Base.CpuId(1, 0).Eax;
        int family = ((signature >> 8) & 0xF) + ((signature >> 20) & 0xFF);
        int model = ((signature >> 4) & 0xF) | ((signature >> 12) & 0xF0);
        return $"{name} (family {family}, model {model})";
    }
}
