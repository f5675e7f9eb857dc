using System.Diagnostics;

using AutoParallel.Fuzz.Generation;

namespace AutoParallel.Fuzz.Execution;

/// <summary>
/// A process of this program with narrower vectors. It runs what was compiled here: compiling costs most of the time.
/// </summary>
internal sealed class WidthProcess : IDisposable
{
    /// <summary>The argument by which the program becomes such a process.</summary>
    public const string Argument = "--serve";

    private const string Done = "done";

    private readonly Process _process;
    private readonly string _name;
    private string? _file;

    /// <summary>Starts it.</summary>
    /// <param name="name">The runtime's variable that switches wider vectors off.</param>
    public WidthProcess(string name)
    {
        _name = name;
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add(Argument);
        start.Environment[name] = "0";
        _process = Process.Start(start)!;
    }

    /// <summary>Lets it run all methods of a program.</summary>
    public void Start(IReadOnlyList<FuzzMethod> methods, CompiledProgram program)
    {
        _file = Path.GetTempFileName();
        File.WriteAllBytes(_file, program.Image);
        var entries = methods.Select((m, i) => $"{m.Seed}{(program.Methods[i].Generated.Length > 0 ? "+" : "-")}");
        _process.StandardInput.WriteLine($"{_file} {string.Join(' ', entries)}");
    }

    /// <summary>The failures of what was started last.</summary>
    public IEnumerable<Failure> Await()
    {
        if (_file is null)
            yield break;
        while (true)
        {
            var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"the process with {_name}=0 ended");
            if (line == Done)
                break;
            var (seed, difference) = (ulong.Parse(line[..line.IndexOf(' ')]), line[(line.IndexOf(' ') + 1)..]);
            yield return new Failure(MethodGenerator.Generate(seed), null, $"with {_name}=0: {difference}");
        }

        File.Delete(_file);
        _file = null;
    }

    /// <summary>What the process does: runs programs whose names come in, until no more come.</summary>
    public static int Serve(TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            var methods = parts[1..].Select(p => MethodGenerator.Generate(ulong.Parse(p[..^1]))).ToList();
            var parameters = methods.Select(m => m.AllParameters).ToList();
            using var bench = Workbench.Load(File.ReadAllBytes(parts[0]), parameters, [.. parts[1..].Select(p => p[^1] == '+')]);
            for (var i = 0; i < methods.Count; i++)
            {
                if (Fuzzer.FirstFailure(methods[i], bench.Kernels[i]) is { } failure)
                    output.WriteLine($"{methods[i].Seed} {failure.Inputs}: {failure.Difference.Replace('\n', ' ')}");
            }

            Watchdog.Rest();
            output.WriteLine(Done);
            output.Flush();
        }

        return 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(10_000);
        if (!_process.HasExited)
            _process.Kill(true);
        _process.Dispose();
        if (_file is not null)
            File.Delete(_file);
    }
}
