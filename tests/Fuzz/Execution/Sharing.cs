namespace AutoParallel.Fuzz.Execution;

/// <summary>Which containers of a call are one and the same.</summary>
public enum Sharing
{
    /// <summary>Each its own.</summary>
    None,

    /// <summary>All of one type are one, and a row of an array of arrays is such an array.</summary>
    Same,

    /// <summary>Spans of one element type are parts of one array, shifted; other containers are shared.</summary>
    Shifted,
}
