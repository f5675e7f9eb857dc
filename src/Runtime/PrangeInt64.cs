namespace AutoParallel;

/// <summary>The integers from a start towards an end, as <see cref="Loops.Prange(long)"/> gives them.</summary>
public readonly struct PrangeInt64
{
    private readonly long _start;
    private readonly long _end;
    private readonly long _step;

    internal PrangeInt64(long start, long end, long step)
    {
        ArgumentOutOfRangeException.ThrowIfZero(step);
        _start = start;
        _end = end;
        _step = step;
    }

    /// <summary>Enumerates in order, on the current thread.</summary>
    public Enumerator GetEnumerator() => new(_start, _end, _step);

    /// <summary>Enumerates a range.</summary>
    public struct Enumerator
    {
        private readonly long _step;
        private long _current;
        private ulong _left;

        internal Enumerator(long start, long end, long step)
        {
            _step = step;
            _left = Count(start, end, step);
            _current = unchecked(start - step);
        }

        /// <summary>The current integer.</summary>
        public readonly long Current => _current;

        /// <summary>Moves on; false at the end.</summary>
        public bool MoveNext()
        {
            if (_left == 0)
                return false;
            _left--;
            _current = unchecked(_current + _step);
            return true;
        }

        private static ulong Count(long start, long end, long step)
        {
            if (step > 0 ? start >= end : start <= end)
                return 0;
            var distance = step > 0 ? unchecked((ulong)end - (ulong)start) : unchecked((ulong)start - (ulong)end);
            var size = step > 0 ? (ulong)step : unchecked(0UL - (ulong)step);
            return ((distance - 1) / size) + 1;
        }
    }
}
