namespace AutoParallel.Compiler.IR;

/// <summary>The test of a counted loop; the index is on its left.</summary>
public enum LoopComparison
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    NotEqual,
}

/// <summary>The loop's iteration space: <c>for (index = Start; index Comparison End; index += Step)</c>.</summary>
/// <param name="Index">The induction variable; the body does not assign it.</param>
/// <param name="Start">Its first value, evaluated once.</param>
/// <param name="Comparison">The test.</param>
/// <param name="End">The other side of the test; proven loop-invariant by the analyses, not by the frontend.</param>
/// <param name="Step">A constant or an expression the analyses must prove loop-invariant.</param>
/// <param name="IndexLivesOutside">
/// Whether the index is declared outside the loop (a counted <c>while</c>, or <c>for (i = 0; …)</c>), so that its final value is live.
/// </param>
public sealed record IterationSpace(
    Variable Index,
    IrExpression Start,
    LoopComparison Comparison,
    IrExpression End,
    IrExpression Step,
    bool IndexLivesOutside)
{
    /// <summary>
    /// How many bounds <see cref="End"/> is the least or the greatest of, where the test asks for them one after the other: each only where those
    /// before it leave an iteration. 1 where it is one value.
    /// </summary>
    public int BoundsInTurn { get; init; } = 1;

    /// <summary>The bounds that the test asks for, in order.</summary>
    public IReadOnlyList<IrExpression> Bounds
    {
        get
        {
            var bounds = new List<IrExpression>();
            var rest = End;
            while (bounds.Count + 1 < BoundsInTurn && rest is MathCall { Arguments: { Count: 2 } arguments })
            {
                bounds.Insert(0, arguments[1]);
                rest = arguments[0];
            }

            bounds.Insert(0, rest);
            return bounds;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Index} = {Start}; {Index} {IrPrinter.Symbol(Comparison)} {End}; {Index} += {Step}";
}

/// <summary>Options of a <c>Prange</c>, as constants; a property of the attribute applies where one is null.</summary>
/// <param name="IsIndependent">Whether the user asserts that no iteration touches memory that another writes.</param>
public sealed record RangeMark(string? ScheduleText, string? ChunkSizeText, string? MaxWorkersText, bool IsIndependent);

/// <summary>A loop of any kind.</summary>
/// <param name="Id">Unique in the method, in order of appearance; the number in <see cref="LoopMarker"/>.</param>
/// <param name="Space">The iteration space of a counted loop; null for any other loop.</param>
/// <param name="NotCounted">Why <paramref name="Space"/> is null, in the user's words.</param>
/// <param name="Condition">
/// For a loop without iteration space: what is tested before each iteration (after it, if <paramref name="TestsAtEnd"/>);
/// null means <c>true</c> or not expressible.
/// </param>
/// <param name="TestsAtEnd">Whether it is a <c>do … while</c>.</param>
/// <param name="Body">
/// The body. For a counted loop it excludes the increment and, in a <c>foreach</c>, begins with the declaration of the element
/// as a load at the hidden index. For any other loop it includes the incrementors of a <c>for</c> at its end, unless a
/// <c>continue</c> would skip them, in which case the loop is not expressible and <paramref name="NotCounted"/> says so.
/// </param>
/// <param name="BodyText">
/// For a counted loop: the statements of one iteration as emitted text with the index in scope by its name; nested loops as
/// <see cref="LoopMarker"/>. For a <c>foreach</c> it begins with the declaration of the element.
/// </param>
/// <param name="Mark">The options if this is a loop over <c>Prange</c>.</param>
/// <param name="Keyword">The span of the loop keyword, where verdicts are shown.</param>
/// <param name="Display">How messages name it, such as <c>for (i)</c>.</param>
/// <param name="IsInTry">Whether a <c>try</c>, <c>using</c> or <c>lock</c> of the method encloses it.</param>
/// <param name="Text">The whole loop as emitted sequential text.</param>
public sealed record Loop(
    int Id,
    IterationSpace? Space,
    string? NotCounted,
    IrExpression? Condition,
    bool TestsAtEnd,
    Block Body,
    string BodyText,
    RangeMark? Mark,
    SourceSpan Keyword,
    string Display,
    bool IsInTry,
    string Text,
    SourceSpan Source)
    : Statement(Text, Source)
{
    /// <summary>Variables that <see cref="BodyText"/> reads and <see cref="Body"/> need not, since calls in it were inlined.</summary>
    public EquatableArray<Variable> TextReads { get; init; }

    /// <summary>Whether a <c>checked</c>, <c>unchecked</c> or <c>unsafe</c> block of the method is around it, without which <see cref="Text"/> means something else.</summary>
    public bool HasContext { get; init; }

    /// <summary>Whether a <c>try</c> of the method encloses it, so that the method may go on after an exception of an iteration.</summary>
    public bool IsHandled { get; init; }

    /// <summary>Whether the body ends with the steps of a <c>for</c> and a <c>continue</c> in it jumps over them, which the user's does not.</summary>
    public bool ContinueSkipsSteps { get; init; }

    /// <summary>Local functions of the method that <see cref="BodyText"/> calls and that are declared outside the loop.</summary>
    public EquatableArray<FunctionText> Functions { get; init; }

    /// <summary>
    /// Whether the text of a loop inside calls a local function that this loop declares: the function may no longer be in the IR of the body, so
    /// that nothing printed from that declares it.
    /// </summary>
    public bool HidesFunctions => Body.SelfAndDescendants().OfType<Loop>().Any(inner => inner.Functions.Any(f => !Functions.Contains(f)));

    /// <summary>Whether the loop stands in an inlined body, and so in no text: it runs as a part of the loop around it.</summary>
    public bool IsInlined { get; init; }

    /// <summary>The structs from outside that the body assigns number by number.</summary>
    public EquatableArray<StructAccumulator> Accumulators { get; init; }

    /// <summary>
    /// Whether <see cref="Body"/> uses parts of structs that the text around has as wholes: it runs as a part of the loop around it, or as it is
    /// written.
    /// </summary>
    public bool IsTied { get; init; }

    /// <summary>Whether a body that was inlined into it calls functions that <see cref="Text"/> does not, the runtime's own.</summary>
    public bool InlinesMathematics { get; init; }

    /// <summary>Locals from outside that hold one value in the whole method, in the order of their declarations.</summary>
    public EquatableArray<FixedLocal> FixedLocals { get; init; }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Children => new([Body]);

    /// <inheritdoc/>
    public override EquatableArray<IrExpression> Expressions => Space is { } space
        ? new([space.Start, space.End, space.Step])
        : Condition is null ? default : new([Condition]);
}

/// <summary>The declaration of a local function as emitted text, and where the user wrote it.</summary>
public sealed record FunctionText(string Text, SourceSpan Source);

/// <summary>A local that holds one value from its declaration on, and that value.</summary>
public sealed record FixedLocal(Variable Variable, IrExpression Value);

/// <summary>The place of a nested loop inside a statement's text.</summary>
public static class LoopMarker
{
    private const char Open = '\u0001';
    private const char Close = '\u0002';

    /// <summary>The marker of a loop.</summary>
    public static string For(int loopId) => $"{Open}{loopId}{Close}";

    /// <summary>Replaces each marker in <paramref name="text"/> by what <paramref name="replace"/> gives for its loop.</summary>
    public static string Expand(string text, Func<int, string> replace)
    {
        var start = text.IndexOf(Open);
        if (start < 0)
            return text;
        var result = new System.Text.StringBuilder();
        var from = 0;
        while (start >= 0)
        {
            var end = text.IndexOf(Close, start);
            result.Append(text, from, start - from);
            result.Append(replace(int.Parse(text.Substring(start + 1, end - start - 1))));
            from = end + 1;
            start = text.IndexOf(Open, from);
        }

        return result.Append(text, from, text.Length - from).ToString();
    }
}
