using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AutoParallel.Package.Tests;

/// <summary>The package as it is packed, in a feed of its own, and projects that consume it outside the repository.</summary>
public sealed class PackedPackage : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("autoparallel-").FullName;

    /// <summary>Packs once for all tests.</summary>
    public PackedPackage()
    {
        var (code, output) = Run(RepositoryRoot(), "pack", "src/Runtime/Runtime.csproj", "-c", "Release", "-o", Feed, "--nologo", "-v", "quiet", "-m:1", $"-p:Version={Version}");
        Assert.True(code == 0, output);
        File.WriteAllText(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>A version that no cache holds yet.</summary>
    public string Version { get; } = $"0.1.0-test{DateTime.UtcNow:yyyyMMddHHmmss}";

    /// <summary>Where the package is.</summary>
    public string Feed => Path.Combine(_root, "feed");

    /// <summary>The files in the package.</summary>
    public IReadOnlyList<string> Entries
    {
        get
        {
            using var archive = System.IO.Compression.ZipFile.OpenRead(Directory.GetFiles(Feed, "*.nupkg").Single());
            return [.. archive.Entries.Select(e => e.FullName)];
        }
    }

    /// <summary>The text of the package's manifest.</summary>
    public string Manifest
    {
        get
        {
            using var archive = System.IO.Compression.ZipFile.OpenRead(Directory.GetFiles(Feed, "*.nupkg").Single());
            using var reader = new StreamReader(archive.GetEntry("AutoParallel.nuspec")!.Open());
            return reader.ReadToEnd();
        }
    }

    /// <summary>Writes a project of the given files beside the others.</summary>
    public string Project(string name, string properties, string items, params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """);
        foreach (var (file, text) in files)
            File.WriteAllText(Path.Combine(folder, file), text);
        return folder;
    }

    /// <summary>The one reference that a consumer adds.</summary>
    public string Reference => $"<PackageReference Include=\"AutoParallel\" Version=\"{Version}\" />";

    /// <summary>Runs the SDK in a folder.</summary>
    public static (int Code, string Output) Run(string folder, params string[] arguments) => RunProgram(folder, "dotnet", arguments);

    /// <summary>Runs a program in a folder.</summary>
    public static (int Code, string Output) RunProgram(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var variable in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(variable);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var cached = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages", "autoparallel", Version);
        if (Directory.Exists(cached))
            Directory.Delete(cached, recursive: true);
        Directory.Delete(_root, recursive: true);
    }

    private static string RepositoryRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
