using System.Diagnostics;
using System.Runtime.Intrinsics;

using AutoParallel.Conformance.Checking;

namespace AutoParallel.Conformance.Tests;

/// <summary>Every check once more with each vector width the processor has, and none: no result may depend on it.</summary>
[OwnProcesses]
public sealed class WidthTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <summary>Two at a time: much of a check, such as the sequential side, runs on one thread.</summary>
    private static readonly SemaphoreSlim _places = new(2);

    [Fact]
    public async Task ResultsDoNotDependOnTheWidth()
    {
        var runs = await Task.WhenAll(
            Run(null, null), Run("DOTNET_EnableHWIntrinsic", null), Run("DOTNET_EnableAVX2", null), Run("DOTNET_EnableAVX512", null));
        var (widest, narrower) = (runs[0], runs[1..]);
        Assert.Equal(0, narrower[0].Width);
        Assert.Equal(Program.Checks().Count(), widest.Hashes.Count);
        foreach (var other in narrower)
        {
            Assert.Equal(widest.Hashes.Keys.Order(), other.Hashes.Keys.Order());
            var different = widest.Hashes.Keys.Where(name => widest.Hashes[name] != other.Hashes[name]).ToList();
            Assert.True(
                different.Count == 0,
                $"{widest.Width} and {other.Width} bits give different results in:\n"
                    + string.Join("\n", different.Select(name => $"{name}: {widest.Hashes[name]} and {other.Hashes[name]}")));
        }

        Assert.DoesNotContain(widest.Hashes, check => check.Value.StartsWith(Program.Failed, StringComparison.Ordinal));
    }

    /// <summary>The switches that narrow the vectors do what this test thinks they do.</summary>
    [Fact]
    public async Task EachSwitchNarrowsTheVectors()
    {
        const string NoCheck = "no check has this name";
        Assert.True((await Run("DOTNET_EnableAVX512", NoCheck)).Width <= 256);
        Assert.True((await Run("DOTNET_EnableAVX2", NoCheck)).Width <= 128);
        Assert.Equal(0, (await Run("DOTNET_EnableHWIntrinsic", NoCheck)).Width);
        Assert.Equal(Vector512.IsHardwareAccelerated, (await Run(null, NoCheck)).Width == 512);
    }

    private static async Task<(int Width, Dictionary<string, string> Hashes)> Run(string? disabled, string? filter)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        if (filter is not null)
            start.ArgumentList.Add(filter);
        if (disabled is not null)
            start.Environment[disabled] = "0";
        await _places.WaitAsync();
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Assert.True(lines.Length > 0 && lines[0].StartsWith(Program.WidthLabel, StringComparison.Ordinal), await errors);
            Assert.Equal("", await errors);
            return (int.Parse(lines[0][Program.WidthLabel.Length..]), lines.Skip(1).ToDictionary(l => l[..l.IndexOf(' ')], l => l[(l.IndexOf(' ') + 1)..]));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(true);
            _places.Release();
        }
    }
}
