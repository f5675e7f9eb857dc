namespace AutoParallel.Compiler.IR;

/// <summary>A place in the user's file, as zero-based lines and columns. The file is the method's.</summary>
public readonly record struct SourceSpan(int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <inheritdoc/>
    public override string ToString() => $"({StartLine + 1},{StartColumn + 1})";
}
