using System.Runtime.CompilerServices;

using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Lowers statements.</summary>
internal sealed class StatementLowering
{
    private readonly Lowering _lowering;
    private readonly OpaqueStatements _opaque;
    private List<ILocalSymbol> _pending = [];

    public StatementLowering(Lowering lowering)
    {
        _lowering = lowering;
        _opaque = new OpaqueStatements(lowering);
    }

    /// <summary>The body of a method, lambda or callee.</summary>
    public Block LowerBody(IReadOnlyList<IOperation> operations, SyntaxNode syntax)
    {
        if (operations.Count == 1 && operations[0] is IBlockOperation block)
            return LowerBlock(block);
        var statements = new List<Statement>();
        foreach (var operation in operations)
            Lower(operation, statements);
        return new Block(statements.ToEquatableArray(), _lowering.Text(syntax), _lowering.Source(syntax));
    }

    /// <summary>A block, or an embedded statement as one.</summary>
    public Block LowerBlock(IOperation operation)
    {
        var statements = new List<Statement>();
        if (operation is IBlockOperation block)
        {
            foreach (var child in block.Operations)
                Lower(child, statements);
        }
        else
        {
            Lower(operation, statements);
        }

        var syntax = StatementSyntax(operation.Syntax);
        return new Block(statements.ToEquatableArray(), _lowering.Text(syntax), _lowering.Source(syntax));
    }

    /// <summary>Notes a variable that an expression declares, for a declaration in front of its statement.</summary>
    public void Declare(ILocalSymbol local)
    {
        if (!_pending.Contains(local, SymbolEqualityComparer.Default))
            _pending.Add(local);
    }

    /// <summary>Appends the IR of a statement, preceded by the variables that its expressions declare.</summary>
    public void Lower(IOperation operation, List<Statement> into)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _lowering.Cancellation.ThrowIfCancellationRequested();
        var outer = _pending;
        _pending = [];
        var statements = new List<Statement>();
        Append(operation, statements);
        foreach (var local in _pending)
            into.Add(new Declaration(_lowering.VariableOf(local), null, "", _lowering.Source(operation.Syntax)));
        into.AddRange(statements);
        _pending = outer;
    }

    private void Append(IOperation operation, List<Statement> into)
    {
        var syntax = StatementSyntax(operation.Syntax);
        var source = _lowering.Source(syntax);
        switch (operation)
        {
            case IBlockOperation block:
                into.Add(LowerBlock(block) with { Text = _lowering.Text(syntax) });
                break;
            case IVariableDeclarationGroupOperation group:
                Declarations(group, syntax, into);
                break;
            case IExpressionStatementOperation statement:
                AppendExpression(statement.Operation, _lowering.Text(syntax), source, into);
                break;
            case IConditionalOperation branch:
                into.Add(new If(
                    _lowering.Expressions.Lower(branch.Condition),
                    LowerBlock(branch.WhenTrue),
                    branch.WhenFalse is { } otherwise ? LowerBlock(otherwise) : Block.Empty,
                    _lowering.Text(syntax),
                    source));
                break;
            case ILoopOperation loop:
                _lowering.Loops.Lower(loop, into);
                break;
            case IReturnOperation { Kind: OperationKind.Return } result:
                into.Add(new Jump(JumpKind.Return, result.ReturnedValue is { } value ? _lowering.Expressions.Lower(value) : null, ReturnText(result, syntax), source));
                break;
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } branch:
                if (LeavesSwitch(branch))
                    _opaque.LeaveSection(source, into);
                else
                    into.Add(new Jump(branch.BranchKind == BranchKind.Break ? JumpKind.Break : JumpKind.Continue, null, _lowering.Text(syntax), source));
                break;
            case IThrowOperation thrown:
                into.Add(Expression(thrown, _lowering.Text(syntax), source));
                break;
            case IEmptyOperation:
                break;
            default:
                if (operation.Type is not null || operation is IAssignmentOperation or IInvocationOperation or IIncrementOrDecrementOperation)
                    into.Add(Expression(operation, _lowering.Text(syntax), source));
                else
                    _opaque.Lower(operation, syntax, into);
                break;
        }
    }

    /// <summary>An expression statement, and after it the increments that need not be inside.</summary>
    private void AppendExpression(IOperation operation, string text, SourceSpan source, List<Statement> into)
    {
        var after = _lowering.Assignments.Defer(DeferredIncrements.Of(operation, _lowering));
        var statement = Expression(operation, text, source);

        // A block ends the scope of what is declared in it; a deconstruction declares for what follows.
        if (operation is IDeconstructionAssignmentOperation && statement is Block parts)
            into.AddRange(parts.Statements);
        else
            into.Add(statement);
        into.AddRange(after);
    }

    private Statement Expression(IOperation operation, string text, SourceSpan source)
    {
        switch (operation)
        {
            case IAssignmentOperation or IIncrementOrDecrementOperation:
                return _lowering.Assignments.Lower(operation, text, source);
            case IThrowOperation { Exception: { } exception }:
                return new Jump(JumpKind.Throw, _lowering.Expressions.Lower(exception), text, source);
            case IThrowOperation:
                return new Jump(JumpKind.Throw, null, text, source);
            default:
                return AtomicUpdates.Of(operation, _lowering, text, source) is { } update ? update : new Evaluation(_lowering.Expressions.Lower(operation), text, source);
        }
    }

    /// <summary>One declaration a declarator; the text of a group with several is split.</summary>
    private void Declarations(IVariableDeclarationGroupOperation group, SyntaxNode syntax, List<Statement> into)
    {
        var declarators = group.Declarations.SelectMany(d => d.Declarators).ToList();
        foreach (var declarator in declarators)
        {
            if (_lowering.Structs.Declare(declarator, _lowering.Source(declarators.Count == 1 ? syntax : declarator.Syntax), into))
                continue;
            var text = declarators.Count == 1 || !_lowering.HasText
                ? _lowering.Text(syntax)
                : $"{_lowering.Names.Of(declarator.Symbol.Type)} {_lowering.Text(declarator.Syntax)};";
            into.Add(Declaration(declarator, text, _lowering.Source(declarators.Count == 1 ? syntax : declarator.Syntax)));
        }
    }

    /// <summary>The declaration of a local; that of a <c>ref</c> local may make it another name for an element.</summary>
    public Statement Declaration(IVariableDeclaratorOperation declarator, string text, SourceSpan source)
    {
        var initializer = declarator.GetVariableInitializer()?.Value;
        if (declarator.Symbol.IsRef && initializer is not null)
            return Reference(declarator, initializer, text, source);
        var variable = _lowering.VariableOf(declarator.Symbol);
        return new Declaration(variable, initializer is null ? null : _lowering.Expressions.Lower(initializer), text, source);
    }

    private Statement Reference(IVariableDeclaratorOperation declarator, IOperation referent, string text, SourceSpan source)
    {
        var value = _lowering.Memory.Read(referent);
        if (_lowering.Memory.Resolve(referent) is MemoryPlace { Access: { Subscripts.IsEmpty: false } access }
            && !IsRebound(declarator) && IsSteady(access, declarator) && !UsedInLoops.Has(declarator.Symbol, declarator))
        {
            _lowering.Memory.AddAlias(declarator.Symbol, access);
            return new Evaluation(value, text, source);
        }

        var variable = _lowering.VariableOf(declarator.Symbol);
        var hazard = _lowering.Hazard(HazardKind.UnknownWrite, $"'{variable.Name}' is a reference to memory that the compiler does not follow", declarator.Syntax);
        var effects = declarator.Symbol.RefKind == RefKind.Ref ? Effects.Of(hazard) : Effects.None;
        var initializer = new OpaqueExpression(variable.Type, _lowering.Text(referent.Syntax), EquatableArray.Of(value), effects, "a reference", source);
        return new Declaration(variable, initializer, text, source);
    }

    /// <summary>Whether the <c>ref</c> local is made to name other memory later.</summary>
    private static bool IsRebound(IVariableDeclaratorOperation declarator)
    {
        var root = (IOperation)declarator;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().OfType<ISimpleAssignmentOperation>()
            .Any(a => a.IsRef && a.Target is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, declarator.Symbol));
    }

    /// <summary>Whether the subscripts keep their values as long as the local is in scope.</summary>
    private bool IsSteady(MemoryAccess access, IVariableDeclaratorOperation declarator)
    {
        var scope = declarator.Syntax.Ancestors().FirstOrDefault(n => n is BlockSyntax or SwitchSectionSyntax or ForStatementSyntax);
        if (scope is null)
            return false;
        if (access.Subscripts.SelectMany(s => s.SelfAndDescendants()).Any(e => e is Load or OpaqueExpression) || access.Root.Parent is not null)
            return false;
        var span = Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(declarator.Syntax.Span.End, scope.Span.End);
        return declarator.GetVariableInitializer()!.Descendants().All(d => d switch
        {
            ILocalReferenceOperation local => !_lowering.Usage.IsWrittenIn(local.Local, span),
            IParameterReferenceOperation parameter => !_lowering.Usage.IsWrittenIn(parameter.Parameter, span),
            _ => true,
        });
    }

    private string ReturnText(IReturnOperation result, SyntaxNode syntax) => syntax is ReturnStatementSyntax or not ExpressionSyntax
        ? _lowering.Text(syntax)
        : $"return {_lowering.Text(syntax)};";

    private static bool LeavesSwitch(IBranchOperation branch)
    {
        if (branch.BranchKind != BranchKind.Break)
            return false;
        for (var outer = branch.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is ISwitchOperation choice && SymbolEqualityComparer.Default.Equals(choice.ExitLabel, branch.Target))
                return true;
            if (outer is ILoopOperation)
                return false;
        }

        return false;
    }

    /// <summary>The statement around what Roslyn gives as the syntax of an operation: a checked block stands for its block.</summary>
    private static SyntaxNode StatementSyntax(SyntaxNode syntax) =>
        syntax is BlockSyntax { Parent: (CheckedStatementSyntax or UnsafeStatementSyntax) and { } outer } ? outer : syntax;
}
