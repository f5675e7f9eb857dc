namespace AutoParallel;

/// <summary>
/// Two iterations of a loop touched the same element, at least one of them writing it, in a project built with
/// <c>AutoParallelMode=Checked</c>: run in parallel, the loop would race.
/// </summary>
public sealed class RaceException : InvalidOperationException
{
    /// <summary>An exception without a race, as serialisers and tests make it.</summary>
    public RaceException()
        : this("Two iterations of a loop touched the same element.")
    {
    }

    /// <inheritdoc cref="RaceException()"/>
    public RaceException(string message)
        : base(message)
    {
        Loop = First = Second = Element = "";
    }

    /// <inheritdoc cref="RaceException()"/>
    public RaceException(string message, Exception innerException)
        : base(message, innerException)
    {
        Loop = First = Second = Element = "";
    }

    internal RaceException(string loop, string element, object? value, long firstIteration, string first, long secondIteration, string second)
        : base($"{loop} is not independent: iteration {firstIteration} {first}, and iteration {secondIteration} {second}. Both are {element}, which held {Show(value)} in between. Write to an element of its own in each iteration, or let the loop run sequentially.")
    {
        Loop = loop;
        Element = element;
        Value = value;
        FirstIteration = firstIteration;
        First = first;
        SecondIteration = secondIteration;
        Second = second;
    }

    /// <summary>The method and the loop.</summary>
    public string Loop { get; }

    /// <summary>What both touched, such as <c>element [7] of double[100]</c>.</summary>
    public string Element { get; }

    /// <summary>What it held between the two accesses.</summary>
    public object? Value { get; }

    /// <summary>The loop's index in the iteration that came first.</summary>
    public long FirstIteration { get; }

    /// <summary>What that did, with the expression, file and line.</summary>
    public string First { get; }

    /// <summary>The loop's index in the iteration that came second.</summary>
    public long SecondIteration { get; }

    /// <summary>What that did, with the expression, file and line.</summary>
    public string Second { get; }

    private static string Show(object? value)
    {
        const int Most = 60;
        var text = value switch
        {
            null => "null",
            string quoted => $"\"{quoted}\"",
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text.Length <= Most ? text : text[..Most] + "…";
    }
}
