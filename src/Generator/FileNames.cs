using System.Text;

namespace AutoParallel.Generator;

/// <summary>
/// Names generated files after the user's: without the folder, which is another one on each machine, and numbered where two files
/// have one name.
/// </summary>
internal sealed class FileNames
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name for the next file.</summary>
    public string Next(string path)
    {
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        var end = path.LastIndexOf('.');
        var name = new StringBuilder();
        foreach (var c in path.Substring(start, (end > start ? end : path.Length) - start))
            name.Append(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '-' ? c : '_');
        _counts.TryGetValue(name.ToString(), out var count);
        _counts[name.ToString()] = count + 1;

        // No cleaned name has a dot, so that the number cannot make it another file's name.
        return count == 0 ? name.ToString() : $"{name}.{count + 1}";
    }
}
