using System.Diagnostics;
using System.Globalization;

namespace SideBySide.Peers;

/// <summary>A process that measures on request; see <see cref="Serving.Server"/> for its language.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    private Peer(string name, Process process, string description)
    {
        Name = name;
        Description = description;
        _process = process;
    }

    public string Name { get; }

    /// <summary>What the peer is, with its version.</summary>
    public string Description { get; }

    /// <summary>Starts the process and waits until it is ready.</summary>
    /// <exception cref="PeerException">It cannot be started or ends at once.</exception>
    public static Peer Start(string name, string description, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            Process process = Process.Start(start) ?? throw new PeerException($"{program} did not start");
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var peer = new Peer(name, process, description);
            string greeting = peer.Receive();
            return greeting.StartsWith("ready ", StringComparison.Ordinal)
                ? new Peer(name, process, $"{description}, {greeting[6..]}")
                : throw new PeerException($"{program} said: {greeting}");
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new PeerException($"{program}: {exception.Message}");
        }
    }

    /// <summary>Sends one request.</summary>
    /// <returns>The numbers of the answer, or null where the peer has no such kernel.</returns>
    /// <exception cref="PeerException">The process has ended.</exception>
    public double[]? Ask(string request)
    {
        _process.StandardInput.WriteLine(request);
        _process.StandardInput.Flush();
        string answer = Receive();
        return answer.StartsWith("error", StringComparison.Ordinal)
            ? null
            : [.. answer.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(2000))
            _process.Kill();
        _process.Dispose();
    }

    private string Receive() =>
        _process.StandardOutput.ReadLine() ?? throw new PeerException($"{Name} ended unexpectedly");
}
