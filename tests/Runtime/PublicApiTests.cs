using System.Reflection;

namespace AutoParallel.Runtime.Tests;

/// <summary>The public surface is what the file says; set AUTOPARALLEL_UPDATE_SNAPSHOTS=1 to write it anew.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void TheSurfaceIsFrozen()
    {
        var actual = string.Join("\n", Surface()) + "\n";
        var source = Path.Combine(SourceFolder(), "PublicApi.txt");
        if (Environment.GetEnvironmentVariable("AUTOPARALLEL_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(source, actual);
        Assert.Equal(File.ReadAllText(source), actual);
    }

    private static IEnumerable<string> Surface()
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var type in typeof(Workers).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            yield return type.FullName!;
            foreach (var member in type.GetMembers(Declared).Where(IsVisible).Select(m => $"  {m.MemberType} {m}").Order(StringComparer.Ordinal))
                yield return member;
        }
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily,
        FieldInfo field => field.IsPublic || field.IsFamily,
        PropertyInfo property => property.GetAccessors(true).Any(a => a.IsPublic || a.IsFamily),
        _ => false,
    };

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
