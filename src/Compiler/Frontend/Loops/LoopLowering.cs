using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Lowers loops: counted ones with their iteration space, others with their condition.</summary>
internal sealed class LoopLowering
{
    private readonly Lowering _lowering;

    public LoopLowering(Lowering lowering) => _lowering = lowering;

    /// <summary>Appends the loop, with the declarations that stand in front of it.</summary>
    public void Lower(ILoopOperation loop, List<Statement> into) => _lowering.Structs.Accumulate(loop, into, () => Append(loop, into));

    private void Append(ILoopOperation loop, List<Statement> into)
    {
        switch (loop)
        {
            case IForLoopOperation forLoop:
                Lower(forLoop, into);
                break;
            case IWhileLoopOperation whileLoop:
                Lower(whileLoop, into);
                break;
            case IForEachLoopOperation forEach:
                new ForEachLowering(_lowering, this).Lower(forEach, into);
                break;
        }
    }

    /// <summary>Lowers the body of a loop.</summary>
    public Block Body(SyntaxNode loop, IOperation body)
    {
        _lowering.LoopStack.Add(loop);
        var block = _lowering.Statements.LowerBlock(body);
        _lowering.LoopStack.RemoveAt(_lowering.LoopStack.Count - 1);
        return block;
    }

    /// <summary>A loop with iteration space.</summary>
    public Loop Counted(SyntaxNode syntax, IterationSpace space, Block body, string bodyText, string display, RangeMark? mark = null) => _lowering.Structs.Tied(new Loop(
        _lowering.LoopId(syntax),
        space,
        null,
        null,
        false,
        body,
        _lowering.InStatementContext(syntax, bodyText),
        mark,
        Keyword(syntax),
        display,
        _lowering.TryDepth > 0,
        _lowering.LoopText(syntax),
        _lowering.Source(syntax))
    {
        HasContext = _lowering.HasStatementContext(syntax),
        Functions = _lowering.Functions.Of(syntax),
        TextReads = _lowering.Functions.ReadsOf(syntax, space.Index),
        IsHandled = _lowering.HandlerDepth > 0,
    });

    /// <summary>A loop without iteration space.</summary>
    public Loop Uncounted(SyntaxNode syntax, string reason, IrExpression? condition, bool testsAtEnd, Block body, string bodyText, string display) => _lowering.Structs.Tied(new Loop(
        _lowering.LoopId(syntax),
        null,
        reason,
        condition,
        testsAtEnd,
        body,
        _lowering.InStatementContext(syntax, bodyText),
        null,
        Keyword(syntax),
        display,
        _lowering.TryDepth > 0,
        _lowering.LoopText(syntax),
        _lowering.Source(syntax))
    {
        Functions = _lowering.Functions.Of(syntax),
    });

    /// <summary>The place of a loop's keyword.</summary>
    public SourceSpan Keyword(SyntaxNode syntax) => !_lowering.HasText ? default : Spans.Of(syntax switch
    {
        ForStatementSyntax node => node.ForKeyword,
        CommonForEachStatementSyntax node => node.ForEachKeyword,
        WhileStatementSyntax node => node.WhileKeyword,
        DoStatementSyntax node => node.DoKeyword,
        _ => syntax.GetFirstToken(),
    });

    /// <summary>Whether a <c>continue</c> goes to the loop's end.</summary>
    public static bool HasContinue(ILoopOperation loop) => loop.Body.Descendants().OfType<IBranchOperation>()
        .Any(b => SymbolEqualityComparer.Default.Equals(b.Target, loop.ContinueLabel));

    private void Lower(IForLoopOperation loop, List<Statement> into)
    {
        var syntax = (ForStatementSyntax)loop.Syntax;
        var counted = new CountedLoop(_lowering);
        if (counted.Match(loop) is { } reason)
        {
            into.Add(While(loop, syntax, reason));
            return;
        }

        _lowering.LoopId(syntax);
        var space = counted.Space!;
        var others = counted.Others.Select(d => _lowering.Statements.Declaration(
            d,
            _lowering.HasText ? $"{_lowering.Names.Of(d.Symbol.Type)} {_lowering.Text(d.Syntax)};" : "",
            _lowering.Source(d.Syntax))).ToList();
        var body = Body(syntax, loop.Body);
        var bodyText = _lowering.Text(syntax.Statement);
        if (counted.Trailing.Count > 0)
        {
            var statements = body.Statements.ToList();
            foreach (var step in counted.Trailing)
                _lowering.Statements.Lower(step, statements);
            body = body with { Statements = statements.ToEquatableArray() };
            bodyText += string.Concat(counted.Trailing.Select(t => $" {_lowering.Text(t.Syntax)};"));
        }

        if (counted.InEachIteration.Count > 0)
        {
            body = body with { Statements = counted.InEachIteration.Concat(body.Statements).ToEquatableArray() };
            bodyText = string.Concat(counted.InEachIteration.Select(d => $"{d.Text} ")) + bodyText;
        }

        var header = others.Count == 0 && counted.Header.Length == 0 ? default : syntax.Declaration!.Span;
        var replacement = counted.Header.Length > 0 ? counted.Header : others.Count == 0 ? "" : HeaderOf(syntax, counted);
        Add(Counted(syntax, space, body, bodyText, $"for ({space.Index.Name})") with { Text = _lowering.LoopText(syntax, header, replacement) }, [.. others, .. counted.Before], into);
    }

    /// <summary>Appends a loop and the declarations that must stand before it.</summary>
    private void Add(Loop loop, IReadOnlyList<Statement> before, List<Statement> into)
    {
        if (before.Count == 0)
        {
            into.Add(loop);
            return;
        }

        var text = _lowering.Surround(loop.Id, string.Join(" ", before.Select(o => o.Text)));
        into.Add(new Block(before.Append(loop).ToEquatableArray(), text, loop.Source));
    }

    private string HeaderOf(ForStatementSyntax syntax, CountedLoop counted) => !_lowering.HasText || counted.Declarator is not { } index
        ? ""
        : $"{_lowering.Names.Of(index.Symbol.Type)} {_lowering.Text(index.Syntax)}";

    /// <summary>Declarations, then a loop that tests, runs the body and steps.</summary>
    private Block While(IForLoopOperation loop, ForStatementSyntax syntax, string reason)
    {
        var statements = new List<Statement>();
        foreach (var operation in loop.Before)
            _lowering.Statements.Lower(operation, statements);
        var inner = new List<Statement>();
        _lowering.LoopStack.Add(syntax);
        var condition = loop.Condition is { } test ? _lowering.Expressions.Lower(test) : null;
        inner.AddRange(_lowering.Statements.LowerBlock(loop.Body).Statements);
        foreach (var step in loop.AtLoopBottom)
            _lowering.Statements.Lower(step, inner);
        _lowering.LoopStack.RemoveAt(_lowering.LoopStack.Count - 1);
        var bodyText = _lowering.Text(syntax.Statement);
        var body = new Block(inner.ToEquatableArray(), bodyText, _lowering.Source(syntax.Statement));
        var skips = HasContinue(loop) && !loop.AtLoopBottom.IsEmpty;
        var isTold = !skips || reason.StartsWith("'continue'", StringComparison.Ordinal);
        statements.Add(Uncounted(
            syntax,
            isTold ? reason : $"{reason}, and 'continue' jumps over the rest of its body",
            condition,
            false,
            body,
            bodyText,
            "for") with
        {
            ContinueSkipsSteps = skips,
        });
        return new Block(statements.ToEquatableArray(), LoopMarker.For(_lowering.LoopId(syntax)), _lowering.Source(syntax));
    }

    private void Lower(IWhileLoopOperation loop, List<Statement> into)
    {
        var syntax = loop.Syntax;
        var statement = syntax is WhileStatementSyntax node ? node.Statement : ((DoStatementSyntax)syntax).Statement;
        var counted = new CountedLoop(_lowering);
        if (loop.ConditionIsTop && counted.Match(loop) is null && counted.Space is { } space && statement is BlockSyntax block)
        {
            var step = block.Statements[block.Statements.Count - 1];
            var lowered = Body(syntax, loop.Body);
            var statements = lowered.Statements.Take(lowered.Statements.Count - (counted.IsCounter ? 0 : 1)).ToEquatableArray();
            var bodyText = counted.IsCounter ? _lowering.Text(block) : _lowering.TextWithout(block.Span, step.Span);
            var display = counted.IsCounter ? "while" : $"while ({space.Index.Name})";
            Add(Counted(syntax, space, lowered with { Statements = statements }, bodyText, display), counted.Before, into);
            return;
        }

        var isTop = loop.ConditionIsTop;
        _lowering.LoopStack.Add(syntax);
        var condition = loop.Condition is { } test ? _lowering.Expressions.Lower(test) : null;
        _lowering.LoopStack.RemoveAt(_lowering.LoopStack.Count - 1);
        if (loop.ConditionIsUntil && condition is not null)
            condition = new Unary(UnaryOperator.LogicalNot, condition, IrType.Bool);
        into.Add(Uncounted(
            syntax,
            "its number of iterations is not known before it starts",
            condition,
            !isTop,
            Body(syntax, loop.Body),
            _lowering.Text(statement),
            isTop ? "while" : "do"));
    }
}
