using System.Reflection;
using System.Runtime.Intrinsics;

using AutoParallel.Conformance.Checking;

using Xunit.Sdk;

namespace AutoParallel.Conformance;

/// <summary>
/// Runs every check of the assembly outside the test runner and prints, for each, a hash of all its results. What the environment
/// says of the processor's vectors holds for the whole process, so a width can only be tested in a process of its own.
/// </summary>
internal static class Program
{
    /// <summary>What the first line of the output begins with; the width in bits follows.</summary>
    public const string WidthLabel = "width ";

    /// <summary>What the hash of a check that failed is replaced by.</summary>
    public const string Failed = "FAILED";

    private static int Main(string[] arguments)
    {
        Console.WriteLine($"{WidthLabel}{Width()}");
        var filter = arguments.Length > 0 ? arguments[0] : "";
        var failures = 0;
        foreach (var check in Checks().Where(c => Name(c).Contains(filter, StringComparison.Ordinal)))
            failures += Run(check) ? 0 : 1;
        return failures == 0 ? 0 : 1;
    }

    /// <summary>The tests that are checks of kernels: all facts but those that start processes themselves.</summary>
    public static IEnumerable<MethodInfo> Checks() =>
        from type in typeof(Program).Assembly.GetTypes()
        where type.IsPublic && type.GetCustomAttribute<OwnProcessesAttribute>() is null
        orderby type.FullName
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.GetCustomAttribute<FactAttribute>() is not null
        orderby method.Name
        select method;

    /// <summary>The name that a check has in the output.</summary>
    public static string Name(MethodInfo check) => $"{check.DeclaringType!.Name}.{check.Name}";

    private static bool Run(MethodInfo check)
    {
        try
        {
            foreach (var arguments in Arguments(check))
            {
                if (check.Invoke(Activator.CreateInstance(check.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task running)
                    running.GetAwaiter().GetResult();
            }

            Console.WriteLine($"{Name(check)} {ResultLog.Take()}");
            return true;
        }
        catch (Exception exception)
        {
            ResultLog.Take();
            Console.WriteLine($"{Name(check)} {Failed} {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" | ")}");
            return false;
        }
    }

    /// <summary>The arguments of each run: those of a theory's lines of data, or none.</summary>
    private static IEnumerable<object?[]?> Arguments(MethodInfo check)
    {
        var lines = check.GetCustomAttributes<DataAttribute>().SelectMany(d => d.GetData(check)).ToList();
        return lines.Count == 0 ? [null] : lines;
    }

    private static int Width() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
