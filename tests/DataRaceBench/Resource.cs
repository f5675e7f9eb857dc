namespace AutoParallel.DataRaceBench;

/// <summary>The data that the assembly carries.</summary>
internal static class Resource
{
    /// <summary>The names of the files of cases.</summary>
    public static IEnumerable<string> Cases => typeof(Resource).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("Cases/", StringComparison.Ordinal));

    /// <summary>The text of one.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
