namespace SideBySide;

/// <summary>What the program does.</summary>
internal enum Mode
{
    /// <summary>Compares the peers.</summary>
    SideBySide,

    /// <summary>Compares the peers at the eighteen kernels, with verdicts and totals.</summary>
    Scoreboard,

    /// <summary>Compares rerouted calls with the methods as written, at many sizes.</summary>
    NeverSlower,

    /// <summary>Is a peer.</summary>
    Serve,
}
