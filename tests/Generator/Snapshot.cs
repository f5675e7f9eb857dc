using System.Runtime.CompilerServices;

namespace AutoParallel.Generator.Tests;

/// <summary>
/// Compares text with a file beside the test, by the file convention of Verify: <c>Class.Test.verified.cs</c> is what is expected,
/// <c>Class.Test.received.cs</c> what came instead. Set AUTOPARALLEL_UPDATE_SNAPSHOTS=1 to accept what comes.
/// </summary>
internal static class Snapshot
{
    /// <summary>Fails unless the text is the verified one.</summary>
    public static void Matches(string actual, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var name = $"{Path.ChangeExtension(file, null)}.{test}";
        var (verified, received) = ($"{name}.verified.cs", $"{name}.received.cs");
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("AUTOPARALLEL_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(verified, actual);
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        File.Delete(received);
        if (expected != actual)
            File.WriteAllText(received, actual);
        Assert.Equal(expected, actual);
    }
}
