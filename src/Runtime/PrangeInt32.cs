namespace AutoParallel;

/// <summary>The integers from a start towards an end, as <see cref="Loops.Prange(int)"/> gives them.</summary>
public readonly struct PrangeInt32
{
    private readonly int _start;
    private readonly int _end;
    private readonly int _step;

    internal PrangeInt32(int start, int end, int step)
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
        private readonly long _end;
        private readonly int _step;
        private long _current;

        internal Enumerator(int start, int end, int step)
        {
            _current = (long)start - step;
            _end = end;
            _step = step;
        }

        /// <summary>The current integer.</summary>
        public readonly int Current => (int)_current;

        /// <summary>Moves on; false at the end.</summary>
        public bool MoveNext()
        {
            var next = _current + _step;
            if (_step > 0 ? next >= _end : next <= _end)
                return false;
            _current = next;
            return true;
        }
    }
}
