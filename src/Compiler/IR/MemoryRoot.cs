namespace AutoParallel.Compiler.IR;

/// <summary>The container that a subscript reaches into.</summary>
/// <param name="Text">
/// The expression that yields the container, globally qualified and free of side effects; equal texts whose
/// <paramref name="Reads"/> do not change name the same container.
/// </param>
/// <param name="Kind">What it is.</param>
/// <param name="Element">The element type.</param>
/// <param name="Rank">The number of subscripts; 0 for a field or reference.</param>
/// <param name="Type">The container's own type.</param>
/// <param name="Reads">The variables that <paramref name="Text"/> reads.</param>
/// <param name="Parent">
/// The access that loads the container itself, where it lives in memory: the row <c>a[i]</c> of <c>a[i][j]</c>, the field
/// <c>this.data</c> of <c>this.data[i]</c>. Null where the container is a plain variable.
/// </param>
public sealed record MemoryRoot(
    string Text,
    MemoryKind Kind,
    IrType Element,
    int Rank,
    IrType Type,
    EquatableArray<Variable> Reads,
    MemoryAccess? Parent)
{
    /// <summary>What stands for the object or element in <see cref="Spelling"/>.</summary>
    public const string Holder = "\u0003";

    /// <summary>How a field, or the span of a memory, is written, with <see cref="Holder"/> for what it belongs to; null for what is written as the access that loads it.</summary>
    public string? Spelling { get; init; }

    /// <summary>The same container where what it lies in is reached by another access.</summary>
    public MemoryRoot In(MemoryAccess holder)
    {
        var text = Emit.CSharpPrinter.Print(holder);
        return this with
        {
            Text = Spelling?.Replace(Holder, text) ?? text,
            Reads = holder.Root.Reads.Concat(holder.Subscripts.SelectMany(s => s.VariablesRead())).Distinct().ToEquatableArray(),
            Parent = holder,
        };
    }

    /// <summary>The elements, where the container is an array of integers that nobody ever changes; null for any other.</summary>
    public ConstantTable? Table { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
