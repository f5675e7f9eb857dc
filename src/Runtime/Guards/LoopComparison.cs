using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>The test of a counted loop; the index is on its left.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum LoopComparison
{
    /// <summary><c>index &lt; end</c>.</summary>
    Less,

    /// <summary><c>index &lt;= end</c>.</summary>
    LessOrEqual,

    /// <summary><c>index &gt; end</c>.</summary>
    Greater,

    /// <summary><c>index &gt;= end</c>.</summary>
    GreaterOrEqual,

    /// <summary><c>index != end</c>.</summary>
    NotEqual,
}
