using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>Spans by which the log of a checked loop knows the elements of other spans of the same memory.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRaceSpans
{
    /// <summary>The number of spans.</summary>
    int Count { get; }

    /// <summary>Looks for an element.</summary>
    /// <param name="element">The element's first byte.</param>
    /// <param name="span">The number, from 0, of a span that holds it: the same one for the same element.</param>
    /// <param name="offset">How far in that span it is, in bytes.</param>
    /// <returns>Whether one of the spans holds it.</returns>
    bool Find(ref byte element, out int span, out long offset);
}
