using AutoParallel.Compiler;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Analyzers;

/// <summary>Turns the compiler's verdicts on one method into diagnostics in its file.</summary>
/// <param name="tree">The method's file.</param>
/// <param name="name">Where the method's name is, for what has no better place.</param>
internal sealed class VerdictReporter(SyntaxTree tree, Location name)
{
    /// <summary>The diagnostic; null for a rule that the analyzers do not know.</summary>
    public Diagnostic? Diagnose(Verdict verdict, string method)
    {
        if (Rules.Find(verdict.RuleId) is not { } rule)
            return null;
        var related = verdict.Related.Select(r => LocationOf(r.Source));
        return rule.Id == RuleIds.MethodNotRerouted
            ? Diagnostic.Create(rule, LocationOf(verdict.Source), related, method, verdict.Message)
            : Diagnostic.Create(rule, LocationOf(verdict.Source), related, verdict.Message);
    }

    /// <summary>A place that takes in the name, a whole declaration, is too much to underline.</summary>
    private Location LocationOf(SourceSpan span)
    {
        var lines = tree.GetText().Lines;
        return span != default && Position(lines, span.StartLine, span.StartColumn) is { } start
            && Position(lines, span.EndLine, span.EndColumn) is { } end && start <= end
            && TextSpan.FromBounds(start, end) is var found && !found.Contains(name.SourceSpan)
            ? Location.Create(tree, found)
            : name;
    }

    private static int? Position(TextLineCollection lines, int line, int column) =>
        line >= 0 && line < lines.Count && column >= 0 && lines[line].Start + column <= lines[line].End
            ? lines[line].Start + column
            : null;
}
