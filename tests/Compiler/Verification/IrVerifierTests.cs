using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Tests.Planning;

namespace AutoParallel.Compiler.Tests.Verification;

/// <summary>What no pass may leave behind is found.</summary>
public sealed class IrVerifierTests
{
    private const string Body = "for (int i = 0; i < n; i++) { double v = a[i]; a[i] = v * 2; }";

    [Fact]
    public void WhatIsLoweredIsSound() => Assert.Empty(IrVerifier.Verify(Lowered()));

    [Fact]
    public void VariableOutsideItsScope() => AssertFails(
        loop => loop with { Body = Block([new Block(EquatableArray.Of(loop.Body.Statements[0]), "", default), loop.Body.Statements[1]]) },
        "'v' is read where it is not declared");

    [Fact]
    public void VariableBeforeItsDeclaration() => AssertFails(
        loop => loop with { Body = Block([.. loop.Body.Statements.Reverse()]) },
        "'v' is read where it is not declared");

    [Fact]
    public void TwoVariablesWithOneNumber() => AssertFails(
        loop => loop with { Body = Block([.. loop.Body.Statements, new Declaration(Local(loop) with { Name = "w" }, null, "", default)]) },
        "is both 'v' and 'w'");

    [Fact]
    public void ValueOfAnotherType() => AssertFails(
        loop => loop with { Body = Block([.. loop.Body.Statements, new Assignment(Local(loop), Constant.Int32(1), "", default)]) },
        "assigns a int to a double");

    [Fact]
    public void OperandsOfTwoTypes() => AssertFails(
        loop => loop with { Body = Block([.. loop.Body.Statements, Assign(loop, new Binary(BinaryOperator.Add, new VariableRead(Local(loop)), Constant.Int32(1), Local(loop).Type))]) },
        "have different types");

    [Fact]
    public void ConditionThatIsNoBool() => AssertFails(
        loop => loop with { Body = Block([new If(Constant.Int32(1), loop.Body, loop.Body, "", default)]) },
        "is a condition, and not a bool");

    [Fact]
    public void AssignedIndex() => AssertFails(
        loop => loop with { Body = Block([.. loop.Body.Statements, new Assignment(loop.Space!.Index, Constant.Int32(1), "", default)]) },
        "assigns its index");

    [Fact]
    public void MissingSubscript() => AssertFails(
        loop => loop with { Body = Block([loop.Body.Statements[0], Store(loop) with { Access = Store(loop).Access with { Subscripts = default } }]) },
        "has 0 subscripts, not 1");

    [Fact]
    public void LoopNumberTwice() => AssertFails(loop => loop with { Body = Block([loop]) }, "is used twice");

    [Fact]
    public void TextOfNoLoop() => AssertFails(loop => loop with { BodyText = LoopMarker.For(7) }, "a text names loop 7, which does not exist");

    [Fact]
    public void JumpOutOfNoLoop()
    {
        var jump = new Jump(JumpKind.Break, null, "", default);
        Assert.Contains("'break' is in no loop", IrVerifier.Verify(Lowered() with { Body = Block([jump]) }));
    }

    [Fact]
    public void LocalOfTheLoopBesideItsReplacement()
    {
        var loop = Loop(Lowered());
        Assert.Contains("'v' is read where it is not declared", IrVerifier.Verify(loop, Block([Store(loop)])));
        Assert.Empty(IrVerifier.Verify(loop, Block([loop])));
    }

    private static void AssertFails(Func<Loop, Loop> change, string problem)
    {
        var method = Lowered();
        var loop = Loop(method);
        var statements = method.Body.Statements.Select(s => ReferenceEquals(s, loop) ? change(loop) : s).ToEquatableArray();
        Assert.Contains(IrVerifier.Verify(method with { Body = method.Body with { Statements = statements } }), p => p.Contains(problem, StringComparison.Ordinal));
    }

    private static Method Lowered() => Compiled.Body("double[] a, int n", Body).Method;

    private static Loop Loop(Method method) => method.Body.SelfAndDescendants().OfType<Loop>().Single();

    private static Variable Local(Loop loop) => ((Declaration)loop.Body.Statements[0]).Variable;

    private static Store Store(Loop loop) => (Store)loop.Body.Statements[1];

    private static Assignment Assign(Loop loop, IrExpression value) => new(Local(loop), value, "", default);

    private static Block Block(IEnumerable<Statement> statements) => new(statements.ToEquatableArray(), "", default);
}
