using System.Runtime.CompilerServices;

namespace AutoParallel.Fuzz;

/// <summary>What traced programs report to: every element they access, and where an iteration of an outermost loop begins.</summary>
public static class Trace
{
    private const long RowFactor = 1L << 32;

    private static readonly Dictionary<(object Container, long Element), Access> _accesses = new(new Comparer());
    private static readonly Stack<(object? Row, long Index)> _pending = new();
    private static readonly Dictionary<int, (int Iterations, bool HasConflict)> _loops = [];
    private static int _loop = -1;
    private static int _iteration;
    private static bool _hasConflict;

    /// <summary>The outermost loops that ran: how many iterations, and whether two of them met in an element that one writes.</summary>
    internal static IReadOnlyDictionary<int, (int Iterations, bool HasConflict)> Loops => _loops;

    /// <summary>Forgets everything.</summary>
    internal static void Reset()
    {
        _loops.Clear();
        _accesses.Clear();
        _pending.Clear();
        _loop = -1;
    }

    /// <summary>An outermost loop begins.</summary>
    public static void Begin(int loop)
    {
        (_loop, _iteration, _hasConflict) = (loop, -1, false);
        _accesses.Clear();
        _pending.Clear();
    }

    /// <summary>An iteration of it begins.</summary>
    public static void Iterate() => _iteration++;

    /// <summary>It has ended.</summary>
    public static void End()
    {
        _loops[_loop] = (_iteration + 1, _hasConflict);
        _loop = -1;
    }

    /// <summary>An element is read.</summary>
    public static int Read(object container, int index) => (int)Note(container, index, false);

    /// <inheritdoc cref="Read(object, int)"/>
    public static long Read(object container, long index) => Note(container, index, false);

    /// <summary>An element is written.</summary>
    public static int Write(object container, int index) => (int)Note(container, index, true);

    /// <inheritdoc cref="Write(object, int)"/>
    public static long Write(object container, long index) => Note(container, index, true);

    /// <summary>The first subscript of two.</summary>
    public static int First(int index)
    {
        _pending.Push((null, index));
        return index;
    }

    /// <inheritdoc cref="First(int)"/>
    public static long First(long index)
    {
        _pending.Push((null, index));
        return index;
    }

    /// <summary>An element of a matrix, whose first subscript came before, is read.</summary>
    public static int ReadSecond(object matrix, int index) => (int)Second(matrix, index, false);

    /// <inheritdoc cref="ReadSecond(object, int)"/>
    public static long ReadSecond(object matrix, long index) => Second(matrix, index, false);

    /// <summary>An element of a matrix, whose first subscript came before, is written.</summary>
    public static int WriteSecond(object matrix, int index) => (int)Second(matrix, index, true);

    /// <inheritdoc cref="WriteSecond(object, int)"/>
    public static long WriteSecond(object matrix, long index) => Second(matrix, index, true);

    /// <summary>A row whose subscript comes next.</summary>
    public static T[] Row<T>(T[] row)
    {
        _pending.Push((row, 0));
        return row;
    }

    /// <summary>An element of the row that came before is read.</summary>
    public static int ReadInRow(int index) => (int)Note(_pending.Pop().Row!, index, false);

    /// <inheritdoc cref="ReadInRow(int)"/>
    public static long ReadInRow(long index) => Note(_pending.Pop().Row!, index, false);

    /// <summary>An element of the row that came before is written.</summary>
    public static int WriteInRow(int index) => (int)Note(_pending.Pop().Row!, index, true);

    /// <inheritdoc cref="WriteInRow(int)"/>
    public static long WriteInRow(long index) => Note(_pending.Pop().Row!, index, true);

    private static long Second(object matrix, long index, bool isWrite)
    {
        Note(matrix, (_pending.Pop().Index * RowFactor) + index, isWrite);
        return index;
    }

    private static long Note(object container, long index, bool isWrite)
    {
        if (_loop < 0 || _hasConflict)
            return index;
        var key = (container, index);
        if (!_accesses.TryGetValue(key, out var before))
        {
            _accesses.Add(key, new Access(_iteration, isWrite, false));
            return index;
        }

        var isOther = before.IsShared || before.Iteration != _iteration;
        _hasConflict |= isOther && (isWrite || before.IsWritten);
        _accesses[key] = new Access(_iteration, before.IsWritten || isWrite, isOther);
        return index;
    }

    /// <param name="Iteration">The last that accessed the element.</param>
    /// <param name="IsWritten">Whether any wrote it.</param>
    /// <param name="IsShared">Whether several accessed it.</param>
    private readonly record struct Access(int Iteration, bool IsWritten, bool IsShared);

    /// <summary>Containers are told apart by identity; spans, which have none, by the parameter's name.</summary>
    private sealed class Comparer : IEqualityComparer<(object Container, long Element)>
    {
        public bool Equals((object Container, long Element) x, (object Container, long Element) y) =>
            x.Element == y.Element && (ReferenceEquals(x.Container, y.Container) || (x.Container is string a && y.Container is string b && a == b));

        public int GetHashCode((object Container, long Element) obj) =>
            HashCode.Combine(obj.Container is string name ? name.GetHashCode(StringComparison.Ordinal) : RuntimeHelpers.GetHashCode(obj.Container), obj.Element);
    }
}
