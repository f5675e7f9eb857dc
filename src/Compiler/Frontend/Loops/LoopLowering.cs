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
        if (counted.Assigned is { } assigned)
            others.Add(_lowering.Assignments.Lower(IndexOperations.Statement(assigned), $"{_lowering.Text(assigned.Syntax)};", _lowering.Source(assigned.Syntax)));
        var body = Body(syntax, loop.Body);
        var bodyText = counted.LastSteps ? WithoutLast(syntax.Statement, ref body) : _lowering.Text(syntax.Statement);
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

        var header = counted.Others.Count == 0 && counted.Header.Length == 0 ? default : syntax.Declaration!.Span;
        var replacement = counted.Header.Length > 0 ? counted.Header : counted.Others.Count == 0 ? "" : HeaderOf(syntax, counted);
        Add(Counted(syntax, space, body, bodyText, $"for ({counted.Name})") with { Text = _lowering.LoopText(syntax, header, replacement) }, [.. others, .. counted.Before], null, into);
    }

    /// <summary>Takes the last statement, the step, out of a body.</summary>
    private string WithoutLast(StatementSyntax statement, ref Block body)
    {
        var block = (BlockSyntax)statement;
        body = body with { Statements = body.Statements.Take(body.Statements.Count - 1).ToEquatableArray() };
        return _lowering.TextWithout(block.Span, block.Statements[block.Statements.Count - 1].Span);
    }

    /// <summary>Appends a loop, what must stand before it, and what must follow it.</summary>
    private void Add(Loop loop, IReadOnlyList<Statement> before, Statement? after, List<Statement> into)
    {
        if (before.Count == 0 && after is null)
        {
            into.Add(loop);
            return;
        }

        var text = _lowering.Surround(loop.Id, string.Join(" ", before.Select(o => o.Text)), after?.Text ?? "");
        into.Add(new Block([.. before, loop, .. after is null ? [] : new[] { after }], text, loop.Source));
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
        var reason = statement is BlockSyntax ? counted.Match(loop) : "its number of iterations is not known before it starts";
        if (reason is null)
        {
            Lower(loop, counted, (BlockSyntax)statement, into);
            return;
        }

        var isTop = loop.ConditionIsTop;
        _lowering.LoopStack.Add(syntax);
        var condition = loop.Condition is { } test ? _lowering.Expressions.Lower(test) : null;
        _lowering.LoopStack.RemoveAt(_lowering.LoopStack.Count - 1);
        if (loop.ConditionIsUntil && condition is not null)
            condition = new Unary(UnaryOperator.LogicalNot, condition, IrType.Bool);
        into.Add(Uncounted(syntax, reason!, condition, !isTop, Body(syntax, loop.Body), _lowering.Text(statement), isTop ? "while" : "do"));
    }

    private void Lower(IWhileLoopOperation loop, CountedLoop counted, BlockSyntax block, List<Statement> into)
    {
        var (syntax, space) = (loop.Syntax, counted.Space!);
        var body = Body(syntax, loop.Body);
        var bodyText = counted.LastSteps ? WithoutLast(block, ref body) : _lowering.Text(block);
        var keyword = loop.ConditionIsTop ? "while" : "do";
        var display = counted.IsCounter ? keyword : $"{keyword} ({counted.Name})";
        Statement? after = null;
        var text = _lowering.LoopText(syntax);
        if (counted.Leading is { } leading)
        {
            // The test steps the index once more than there are iterations: each of these begins with its step, and the last one follows the loop.
            var step = $"{_lowering.Text(leading.Syntax)};";
            after = _lowering.Assignments.Lower(leading, step, _lowering.Source(leading.Syntax));
            body = body with { Statements = body.Statements.Prepend(_lowering.Assignments.Lower(leading, step, _lowering.Source(leading.Syntax))).ToEquatableArray() };
            bodyText = $"{step} {bodyText}";
            text = _lowering.WithoutStep(syntax, leading.Syntax.Span, _lowering.Text(leading.Target.Syntax), block.OpenBraceToken.Span.End, step);
        }

        Add(Counted(syntax, space, body, bodyText, display) with { Text = text }, counted.Before, after, into);
    }
}
