using System.Text;

using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Emit;

/// <summary>
/// Prints the body of a loop so that it also tells which variables it has assigned: a flag is set behind each assignment. Statements keep
/// the lines that they have in the user's file, where an exception says that it comes from.
/// </summary>
public sealed class RecordingPrinter
{
    private readonly IReadOnlyCollection<Variable> _recorded;
    private readonly HashSet<Variable> _declared;
    private readonly StringBuilder _text = new();
    private readonly int _lastLine;
    private int _line;
    private bool _isPossible = true;

    private RecordingPrinter(Block body, IReadOnlyCollection<Variable> recorded)
    {
        _recorded = recorded;
        _declared = [.. body.VariablesDeclared()];
        _line = body.Source.StartLine;
        _lastLine = body.Source.EndLine;
    }

    /// <summary>The C# of one iteration; null where the IR alone does not say all of what an iteration does.</summary>
    /// <param name="body">The body.</param>
    /// <param name="recorded">The variables, which no statement assigns that the IR has no node for.</param>
    public static string? Print(Block body, IReadOnlyCollection<Variable> recorded)
    {
        if (body.AllExpressions().Any(e => e is OpaqueExpression and ({ Effects.Writes.IsEmpty: false } or { Text: "" })))
            return null;
        if (body.AllExpressions().OfType<OpaqueExpression>().Any(e => e.VariablesRead().Any(v => v.IsPart))
            || body.SelfAndDescendants().Any(s => s is OpaqueStatement or Evaluation or Jump && s.VariablesRead().Any(v => v.IsPart)))
        {
            return null;
        }

        var printer = new RecordingPrinter(body, recorded);
        printer.PrintAll(body.Statements, []);
        return printer._isPossible ? printer._text.ToString() : null;
    }

    /// <summary>The flag of a variable.</summary>
    public static string Flag(Variable variable) => $"__isSet_{variable.Name.TrimStart('@')}";

    /// <param name="statements">Statements in order.</param>
    /// <param name="outer">The variables in scope, of those that the body declares.</param>
    private void PrintAll(IEnumerable<Statement> statements, HashSet<Variable> outer)
    {
        var scope = new HashSet<Variable>(outer);
        var list = statements.ToList();
        for (var k = 0; k < list.Count; k++)
        {
            // What stands in the header of a loop that is not counted is a part of its text.
            if (list.Skip(k + 1).Any(s => s is Loop { Space: null } loop && IsInside(list[k].Source, loop.Source)))
                scope.UnionWith(list[k].VariablesDeclared());
            else
                PrintOne(list[k], scope);
        }
    }

    private static bool IsInside(SourceSpan inner, SourceSpan outer) =>
        (inner.StartLine, inner.StartColumn).CompareTo((outer.StartLine, outer.StartColumn)) >= 0
        && (inner.EndLine, inner.EndColumn).CompareTo((outer.EndLine, outer.EndColumn)) <= 0;

    private void PrintOne(Statement statement, HashSet<Variable> scope)
    {
        while (_line < statement.Source.StartLine && statement.Source.StartLine <= _lastLine)
            Add("\n");
        _isPossible &= statement.Expressions.SelectMany(e => e.VariablesRead()).All(v => IsInScope(v, scope));
        switch (statement)
        {
            case Block block:
                Add("{ ");
                PrintAll(block.Statements, scope);
                Add("} ");
                break;
            case If branch:
                Add($"if ({CSharpPrinter.Print(branch.Condition)}) ");
                PrintOne(branch.Then, scope);
                if (branch.Else.Statements.IsEmpty)
                    break;
                Add("else ");
                PrintOne(branch.Else, scope);
                break;
            case Assignment assignment:
                _isPossible &= IsInScope(assignment.Variable, scope);
                AddLine(statement);
                if (_recorded.Contains(assignment.Variable))
                    Add($"{Flag(assignment.Variable)} = true; ");
                break;
            case Declaration { Variable.Kind: VariableKind.Local or VariableKind.Synthetic } declaration:
                scope.Add(declaration.Variable);
                AddLine(statement);
                break;
            case Store store:
                _isPossible &= store.Access.Field is not { IsReadOnly: true } && !IsOfStruct(store.Access.Root) && store.Access.Root.Reads.All(v => IsInScope(v, scope));
                AddLine(statement);
                break;
            case Jump { Kind: JumpKind.Continue }:
                AddLine(statement);
                break;
            case Loop { IsInlined: false, IsTied: false } loop:
                _isPossible &= !loop.VariablesAssigned().Any(_recorded.Contains)
                    && loop.VariablesRead().Concat(loop.VariablesAssigned()).Concat(loop.TextReads).All(v => IsInScope(v, scope) || loop.VariablesDeclared().Contains(v));
                Add($"{LoopMarker.For(loop.Id)}\n");
                _line = loop.Source.EndLine + 1;
                break;
            case OpaqueStatement or Evaluation or Jump { Kind: JumpKind.Throw } when statement.Text.Length > 0:
                _isPossible &= !statement.VariablesAssigned().Any(_recorded.Contains);
                Add($"{statement.Text}\n");
                break;
            default:
                _isPossible = false;
                break;
        }
    }

    /// <summary>Whether it is a number of a struct in a variable, which may be one that only a constructor assigns.</summary>
    private static bool IsOfStruct(MemoryRoot root) => root.Kind == MemoryKind.Field && root.Reads.Any(v => v.Kind is VariableKind.Local or VariableKind.Parameter && !v.Type.IsReference);

    private void AddLine(Statement statement) => Add(StatementPrinter.Print([statement]).Replace('\n', ' '));

    private void Add(string text)
    {
        _text.Append(text);
        _line += text.Count(c => c == '\n');
    }

    /// <summary>Whether C# knows the variable here: what a section of a <c>switch</c> declares, another may use.</summary>
    private bool IsInScope(Variable variable, HashSet<Variable> scope) => !_declared.Contains(variable) || scope.Contains(variable);
}
