using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>Which form of a loop ran.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ExecutionPath
{
    /// <summary>The loop as the user wrote it.</summary>
    Sequential,

    /// <summary>The region, with the user's body.</summary>
    Scalar,

    /// <summary>The region, in vector lanes.</summary>
    Vector,

    /// <summary>The iterations in their order, watched for races.</summary>
    Checked,
}
