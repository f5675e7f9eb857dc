namespace AutoParallel.Conformance.Checking;

/// <summary>What one call did: its result, the state of its arguments afterwards, or its exception.</summary>
/// <param name="Arguments">The arguments after the call.</param>
/// <param name="Result">What it returned.</param>
/// <param name="Exception">What it threw.</param>
internal sealed record Outcome(object? Arguments, object? Result, Exception? Exception)
{
    /// <summary>The content that must not differ; after an exception that is the exception alone.</summary>
    public byte[] Content { get; } = Exception is null ? Bits.Of((Arguments, Result)) : Bits.Of((Exception.GetType().FullName, Exception.Message));

    /// <summary>Makes the call.</summary>
    public static Outcome Of<TArguments>(Func<TArguments, object?> call, TArguments arguments)
    {
        try
        {
            return new Outcome(arguments, call(arguments), null);
        }
        catch (Exception exception)
        {
            return new Outcome(arguments, null, exception);
        }
    }

    /// <summary>How this differs from the outcome it should be.</summary>
    public string DifferenceTo(Outcome expected)
    {
        if (Exception is not null || expected.Exception is not null)
            return $"expected {Text(expected.Exception)}, got {Text(Exception)}";
        return Bits.Difference((expected.Arguments, expected.Result), (Arguments, Result));
    }

    private static string Text(Exception? exception) => exception is null ? "no exception" : exception.ToString();
}
