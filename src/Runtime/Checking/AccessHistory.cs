namespace AutoParallel.CompilerServices;

/// <summary>
/// Which iterations have touched one element so far, as much of it as a later access can conflict with: the iterations run in their
/// order and the first conflict ends the loop, so only one of them has written, and of those that read, the last two tell.
/// </summary>
internal struct AccessHistory
{
    private (long Iteration, int Site)? _write;
    private (long Iteration, int Site)? _read;
    private (long Iteration, int Site)? _earlierRead;

    /// <summary>The access of another iteration that one of this iteration conflicts with.</summary>
    public readonly (long Iteration, int Site)? Conflict(long iteration, bool isWrite)
    {
        if (_write is { } write && write.Iteration != iteration)
            return write;
        if (!isWrite)
            return null;
        return _read is { } read && read.Iteration != iteration ? read : _earlierRead;
    }

    /// <summary>Remembers an access.</summary>
    public void Add(long iteration, int site, bool isWrite)
    {
        if (isWrite)
        {
            _write ??= (iteration, site);
        }
        else if (_read is not { } read || read.Iteration != iteration)
        {
            _earlierRead = _read;
            _read = (iteration, site);
        }
    }
}
