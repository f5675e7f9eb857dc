using System.Runtime.InteropServices;

namespace AutoParallel.Fuzz.Execution;

/// <summary>Memory that a method may write: its content can be kept, put back and compared.</summary>
/// <param name="name">The parameter that it came to be for.</param>
internal abstract class Storage(string name)
{
    /// <summary>The parameter that it came to be for.</summary>
    public string Name { get; } = name;

    /// <summary>A copy of the content.</summary>
    public abstract Array Save();

    /// <summary>Puts a saved content back.</summary>
    public abstract void Restore(Array saved);

    /// <summary>Where the content differs from one that was saved; null if nowhere.</summary>
    public abstract string? Difference(Array expected);

    /// <summary>An array of any rank.</summary>
    internal sealed class OfArray(Array array, string name) : Storage(name)
    {
        public override Array Save() => (Array)array.Clone();

        public override void Restore(Array saved) => Array.Copy(saved, array, saved.Length);

        public override string? Difference(Array expected) => Content.Difference(expected, array);
    }

    /// <summary>The rows of a jagged array: which ones they are, not what they hold.</summary>
    internal sealed class OfRows(Array rows, string name) : Storage(name)
    {
        public override Array Save() => (Array)rows.Clone();

        public override void Restore(Array saved) => Array.Copy(saved, rows, saved.Length);

        public override string? Difference(Array expected)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                if (!ReferenceEquals(expected.GetValue(i), rows.GetValue(i)))
                    return $"[{i}]: another row than expected";
            }

            return null;
        }
    }

    /// <summary>A list.</summary>
    internal sealed class OfList<T>(List<T> list, string name) : Storage(name)
    {
        public override Array Save() => list.ToArray();

        public override void Restore(Array saved)
        {
            var content = (T[])saved;
            if (content.Length == list.Count)
            {
                content.CopyTo(CollectionsMarshal.AsSpan(list));
                return;
            }

            list.Clear();
            list.AddRange(content);
        }

        public override string? Difference(Array expected) =>
            expected.Length == list.Count ? Content.Difference(expected, list.ToArray()) : $": expected {expected.Length} elements, got {list.Count}";
    }
}
