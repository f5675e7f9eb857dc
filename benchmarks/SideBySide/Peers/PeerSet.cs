using System.Diagnostics;

namespace SideBySide.Peers;

/// <summary>All peers that this machine has. C is compiled here, for this machine.</summary>
internal sealed class PeerSet : IDisposable
{
    private static readonly string[] CompilerOptions = ["-O3", "-march=native", "-ffast-math", "-fopenmp"];

    private readonly List<Peer> _peers = [];
    private readonly List<string> _missing = [];
    private readonly DirectoryInfo _build = Directory.CreateTempSubdirectory("side-by-side-");

    public IReadOnlyList<Peer> Peers => _peers;

    /// <summary>For each peer that this machine lacks, why and what would bring it.</summary>
    public IReadOnlyList<string> Missing => _missing;

    public static PeerSet Start()
    {
        var set = new PeerSet();
        set.AddOwn(PeerNames.Ours, "[Parallel], FloatMode.Reproducible");
        set.AddCompiled("gcc", "apt install gcc");
        set.AddCompiled("clang", "apt install clang libomp-dev");
        set.AddNumba();
        set.AddOwn(PeerNames.Sequential, "the method as written");
        set.AddOwn(PeerNames.ParallelFor, "Parallel.For and Parallel.ForEach by hand");
        set.AddOwn(PeerNames.Tensors, "TensorPrimitives, where it has the operation");
        return set;
    }

    public void Dispose()
    {
        foreach (Peer peer in _peers)
            peer.Dispose();
        _build.Delete(recursive: true);
    }

    /// <summary>Starts this program again, also where it runs as an argument of <c>dotnet</c>.</summary>
    private void AddOwn(string way, string description)
    {
        string program = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [typeof(PeerSet).Assembly.Location, "--serve", way]
            : ["--serve", way];
        _peers.Add(Peer.Start(way, description, program, arguments));
    }

    private void AddCompiled(string compiler, string cure)
    {
        string program = Path.Combine(_build.FullName, compiler);
        string[] sources = [.. ((string[])["peer.c", "workloads.c"]).Select(file => Path.Combine(AppContext.BaseDirectory, "c", file))];
        try
        {
            Execute(compiler, [.. CompilerOptions, .. sources, "-o", program, "-lm"]);
            string version = Execute(compiler, "--version").Split('\n')[0];
            _peers.Add(Peer.Start(compiler, $"{version}, {string.Join(' ', CompilerOptions)}", program));
        }
        catch (PeerException exception)
        {
            _missing.Add($"{compiler} with OpenMP is missing ({exception.Message}); Debian has it: {cure}");
        }
    }

    /// <summary>Tries the Python that is first on the path, then Debian's own, which its packages are for.</summary>
    private void AddNumba()
    {
        string script = Path.Combine(AppContext.BaseDirectory, "python", "peer.py");
        string reason = "";
        foreach (string python in (string[])["python3", "/usr/bin/python3"])
        {
            try
            {
                Execute(python, "-c", "import numba");
                _peers.Add(Peer.Start("numba", "parallel=True, fastmath=True", python, script));
                return;
            }
            catch (PeerException exception)
            {
                reason = exception.Message;
            }
        }

        _missing.Add($"numba is missing ({reason}); Debian has it: apt install python3-numba");
    }

    private static string Execute(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start) ?? throw new PeerException($"{program} did not start");
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0)
                return output;
            string reason = errors.Result.Trim().Split('\n')[^1];
            throw new PeerException(reason.Length > 0 ? reason : "it failed");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new PeerException($"no {program} on the path");
        }
    }
}
