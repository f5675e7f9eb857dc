using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;
using AutoParallel.Compiler.Transforms;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Lowers the statements that the IR has no node for.</summary>
internal sealed class OpaqueStatements
{
    private readonly Lowering _lowering;
    private bool _isInChain;

    public OpaqueStatements(Lowering lowering) => _lowering = lowering;

    /// <summary>Appends the opaque statement.</summary>
    public void Lower(IOperation operation, SyntaxNode syntax, List<Statement> into)
    {
        var nested = new List<Statement>();
        var operands = new List<IrExpression>();
        switch (operation)
        {
            case ISwitchOperation choice:
                if (Chain(choice, syntax) is { } chain)
                {
                    into.Add(chain);
                    return;
                }

                InOpaque(() => Collect(choice, nested, operands));
                Add(Effects.None with { Writes = _lowering.Patterns.Writes(choice.Value).Concat(PatternWrites(choice)).ToEquatableArray() }, "a switch statement");
                break;
            case ITryOperation:
                _lowering.HandlerDepth++;
                Inside(() => Collect(operation, nested, operands));
                _lowering.HandlerDepth--;
                Add(Effects.Throws, "a try statement");
                break;
            case IUsingOperation usingStatement:
                Inside(() => Collect(operation, nested, operands));
                Add(Disposal(usingStatement.Resources), "a using statement");
                break;
            case IUsingDeclarationOperation declaration:
                _lowering.Statements.Lower(declaration.DeclarationGroup, into);
                Add(Disposal(declaration.DeclarationGroup), "a using declaration");
                break;
            case ILockOperation uncontended when LockElision.IsUncontended(uncontended):
                into.Add(_lowering.Statements.LowerBlock(uncontended.Body));
                break;
            case ILockOperation:
                Inside(() => Collect(operation, nested, operands));
                Add(Hazardous(HazardKind.Synchronization, "'lock' says that the iterations share state; let each compute a value of its own, or use a reduction"), "a lock statement");
                break;
            case ILabeledOperation labeled:
                if (labeled.Operation is { } target)
                    _lowering.Statements.Lower(target, nested);
                Add(Hazardous(HazardKind.ControlFlow, "a label can be jumped to"), "a label");
                break;
            case IBranchOperation branch when _isInChain && SwitchJumps.Section(branch) is { } section:
                foreach (var statement in section.Body)
                    _lowering.Statements.Lower(statement, into);
                return;
            case IBranchOperation:
                Add(Hazardous(HazardKind.ControlFlow, "'goto' jumps to another place"), "a goto statement");
                break;
            case IReturnOperation { ReturnedValue: var value }:
                if (value is not null)
                    operands.Add(_lowering.Expressions.Lower(value));
                Add(Hazardous(HazardKind.ControlFlow, "'yield' hands each value over in order"), "a yield statement");
                break;
            case ILocalFunctionOperation function:
                Add(
                    _lowering.Functions.Declare(function)
                        ? Effects.None
                        : Hazardous(HazardKind.Unsupported, $"'{function.Symbol.Name}' calls a local function{EffectInference.InContext}"),
                    OpaqueStatement.LocalFunction);
                break;
            default:
                Collect(operation, nested, operands);
                var what = syntax is FixedStatementSyntax ? "a fixed statement" : "unsupported";
                Add(Hazardous(HazardKind.Unsupported, $"'{Lowering.Display(syntax)}' is not understood by the compiler"), what);
                break;
        }

        void Add(Effects effects, string reason) => into.Add(new OpaqueStatement(
            nested.ToEquatableArray(),
            operands.ToEquatableArray(),
            effects,
            reason,
            _lowering.Text(syntax),
            _lowering.Source(syntax)));

        Effects Hazardous(HazardKind kind, string message) => Effects.Of(_lowering.Hazard(kind, message, syntax));
    }

    /// <summary>The <c>break</c> of a switch, where that becomes a chain of tests; an opaque switch has no end but its own.</summary>
    public void LeaveSection(SourceSpan source, List<Statement> into)
    {
        if (_isInChain)
            into.Add(new Jump(JumpKind.LeaveSwitch, null, "", source));
    }

    private void InOpaque(Action action)
    {
        var outer = _isInChain;
        _isInChain = false;
        action();
        _isInChain = outer;
    }

    private void Inside(Action action)
    {
        _lowering.TryDepth++;
        action();
        _lowering.TryDepth--;
    }

    /// <summary>Sorts what is inside into statements and expressions.</summary>
    private void Collect(IOperation operation, List<Statement> nested, List<IrExpression> operands)
    {
        foreach (var child in operation.ChildOperations)
        {
            switch (child)
            {
                case IBlockOperation or IVariableDeclarationGroupOperation or IExpressionStatementOperation or ILoopOperation or IReturnOperation
                    or IBranchOperation or ISwitchOperation or ITryOperation or IUsingOperation or ILockOperation or ILabeledOperation
                    or IUsingDeclarationOperation or ILocalFunctionOperation or IEmptyOperation:
                case IConditionalOperation { Type: null }:
                    _lowering.Statements.Lower(child, nested);
                    break;
                case IVariableDeclaratorOperation declarator:
                    nested.Add(_lowering.Statements.Declaration(declarator, "", _lowering.Source(declarator.Syntax)));
                    break;
                case IPatternOperation:
                    _lowering.Patterns.Declare(child);
                    Collect(child, nested, operands);
                    break;
                default:
                    if (child.Type is null)
                        Collect(child, nested, operands);
                    else
                        operands.Add(_lowering.Expressions.Lower(child));
                    break;
            }
        }
    }

    /// <summary>What disposing of resources does.</summary>
    private Effects Disposal(IOperation resources)
    {
        var types = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(d => d.Declarators).Select(d => d.Symbol.Type)
            : new[] { resources.Type }.OfType<ITypeSymbol>();
        var effects = Effects.Throws;
        foreach (var type in types)
        {
            if (PureCalls.Of(Names.FullName(type), "Dispose") == CallEffect.ChangesReceiver)
                continue;
            var dispose = type.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.IsEmpty);
            var summary = dispose is null ? null : _lowering.Inference.Of(dispose, _lowering.Names);
            effects = summary is { Hazards.Count: 0 }
                ? effects with { ReadsHeap = true }
                : effects.Union(Effects.Of(_lowering.Hazard(HazardKind.ImpureCall, $"what disposing of '{Names.Display(type)}' does is not known", resources.Syntax)));
        }

        return effects;
    }

    private IEnumerable<Variable> PatternWrites(ISwitchOperation choice) =>
        choice.Cases.SelectMany(c => c.Clauses).SelectMany(c => _lowering.Patterns.Writes(c));

    /// <summary>
    /// A switch over numbers is a chain of tests, with what a <c>break</c> jumps over in its other branch; null for any other.
    /// </summary>
    private Statement? Chain(ISwitchOperation choice, SyntaxNode syntax)
    {
        if (choice.Cases.Length == 0)
            return null;
        var value = _lowering.Expressions.Lower(choice.Value);
        if (value.Type.Kind == ScalarKind.Other || value.SelfAndDescendants().Any(e => e is OpaqueExpression))
            return null;
        if (!SwitchJumps.AreRepeatable(choice))
            return null;
        var source = _lowering.Source(syntax);
        var selector = _lowering.Unique("__selector", value.Type);
        var otherwise = Block.Empty;
        var tests = new List<(IrExpression Test, ISwitchCaseOperation Section)>();
        ISwitchCaseOperation? fallback = null;
        foreach (var section in choice.Cases)
        {
            IrExpression? test = null;
            foreach (var clause in section.Clauses)
            {
                if (clause is IDefaultCaseClauseOperation)
                {
                    fallback = section;
                    continue;
                }

                if (Test(new VariableRead(selector), clause) is not { } next)
                    return null;
                test = test is null ? next : new Binary(BinaryOperator.OrElse, test, next, IrType.Bool);
            }

            if (fallback == section)
            {
                if (test is not null)
                    continue;
            }
            else
            {
                tests.Add((test!, section));
            }
        }

        var shared = choice.Locals.Where(l => choice.Cases.Count(c => Uses(c, l)) > 1).Select(_lowering.VariableOf).ToList();
        if (fallback is not null)
        {
            if (Section(fallback, shared) is not { } last)
                return null;
            otherwise = last;
        }

        for (var i = tests.Count - 1; i >= 0; i--)
        {
            if (Section(tests[i].Section, shared) is not { } section)
                return null;
            var branch = new If(tests[i].Test, section, otherwise, _lowering.Text(syntax), source);
            otherwise = new Block(EquatableArray.Of<Statement>(branch), "", source);
        }

        var declarations = shared.Select(v => new Declaration(v, null, "", source)).Prepend(new Declaration(selector, value, "", source));
        return new Block(declarations.Concat(otherwise.Statements).ToEquatableArray(), _lowering.Text(syntax), source);
    }

    private static bool Uses(ISwitchCaseOperation section, ILocalSymbol local) =>
        section.Descendants().Any(o => SymbolEqualityComparer.Default.Equals(local, o switch
        {
            ILocalReferenceOperation reference => reference.Local,
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            _ => null,
        }));

    private IrExpression? Test(IrExpression value, ICaseClauseOperation clause)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                return _lowering.Patterns.Compare(BinaryOperator.Equal, value, single.Value);
            case IPatternCaseClauseOperation pattern:
                if (_lowering.Patterns.Test(value, pattern.Pattern) is not { } test)
                    return null;
                return pattern.Guard is { } guard
                    ? new Binary(BinaryOperator.AndAlso, test, _lowering.Expressions.Lower(guard), IrType.Bool)
                    : test;
            default:
                return null;
        }
    }

    /// <summary>One section as a block of its own; variables that several sections use are declared around them.</summary>
    private Block? Section(ISwitchCaseOperation section, IReadOnlyCollection<Variable> shared)
    {
        var outer = _isInChain;
        _isInChain = true;
        var statements = new List<Statement>();
        foreach (var operation in section.Body)
            _lowering.Statements.Lower(operation, statements);
        _isInChain = outer;
        statements = [.. statements.SelectMany<Statement, Statement>(s => s is not Declaration declared || !shared.Contains(declared.Variable) ? [s]
            : declared.Initializer is { } initial ? [new Assignment(declared.Variable, initial, declared.Text, declared.Source)]
            : [])];
        return EarlyExits.Remove(statements, JumpKind.LeaveSwitch, _ => null, () => _lowering.Unique("__leaves", IrType.Bool)) is { } body
            ? new Block(body.ToEquatableArray(), "", _lowering.Source(section.Syntax))
            : null;
    }
}
