using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.CodeFixes;

/// <summary>
/// Writes the updates of a variable of a <c>[Parallel]</c> loop in the form of a reduction: <c>m = m > x ? m : x</c> as
/// <c>m = Math.Max(m, x)</c>, <c>all = p &amp;&amp; all</c> as <c>all &amp;= p</c>, <c>s = x + (y + s)</c> as <c>s += x + y</c>. For whole
/// numbers and <c>bool</c> alone: there the forms mean the same.
/// </summary>
internal static class ReductionForm
{
    /// <summary>The file with the updates rewritten; null where there is none to rewrite, or the loop does not run in parallel even so.</summary>
    public static async Task<(Document Document, string Variable)?> Apply(Document document, SyntaxNode place, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || LocalAccumulator.OutermostLoop(place) is not { } loop)
            return null;
        foreach (var symbol in place.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(n => model.GetSymbolInfo(n, cancellation).Symbol)
            .Where(s => s is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None }).Distinct(SymbolEqualityComparer.Default))
        {
            var writer = new Writer(symbol!, model, cancellation);
            var changes = loop.DescendantNodes().OfType<StatementSyntax>().Select(s => (Old: s, New: writer.Rewrite(s))).Where(c => c.New is not null)
                .ToDictionary(c => c.Old, c => c.New!.WithTriviaFrom(c.Old));
            if (changes.Count == 0 || changes.Keys.Any(s => s.DescendantNodes().OfType<StatementSyntax>().Any(changes.ContainsKey)))
                continue;
            var mark = new SyntaxAnnotation();
            var changed = loop.ReplaceNodes(changes.Keys, (old, _) => changes[old]).WithAdditionalAnnotations(mark);
            var result = document.WithSyntaxRoot(root.ReplaceNode(loop, changed));
            if (await LocalAccumulator.IsParallel(result, mark, cancellation).ConfigureAwait(false))
                return (result, symbol!.Name);
        }

        return null;
    }

    /// <summary>Rewrites the updates of one variable.</summary>
    private sealed class Writer(ISymbol variable, SemanticModel model, CancellationToken cancellation)
    {
        private readonly ITypeSymbol _type = (variable as ILocalSymbol)?.Type ?? ((IParameterSymbol)variable).Type;

        /// <summary>The statement in the form of a reduction; null for one that is none, or has the form already.</summary>
        public StatementSyntax? Rewrite(StatementSyntax statement) => statement switch
        {
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment }
                when Is(assignment.Left) => Rewrite(assignment.Right),
            IfStatementSyntax { Else: null } branch when Only(branch.Statement) is { } assignment && Is(assignment.Left) && !branch.ContainsDirectives =>
                Extremum(branch.Condition, assignment.Right, true),
            _ => null,
        };

        private StatementSyntax? Rewrite(ExpressionSyntax value)
        {
            switch (Peel(value))
            {
                case ConditionalExpressionSyntax choice:
                    return Is(choice.WhenFalse) ? Extremum(choice.Condition, choice.WhenTrue, true)
                        : Is(choice.WhenTrue) ? Extremum(choice.Condition, choice.WhenFalse, false)
                        : null;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } logical
                    when Is(logical.Right) && IsFree(logical.Left) && _type.SpecialType == SpecialType.System_Boolean:
                    // What stands first is computed in any case, so that nothing new is.
                    return Parse($"{variable.Name} {(logical.IsKind(SyntaxKind.LogicalAndExpression) ? "&=" : "|=")} {logical.Left.WithoutTrivia()};");
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression } sum when IsWhole() && !IsChecked(sum):
                    var terms = new List<(bool IsNegative, ExpressionSyntax Term)>();
                    Collect(sum, false, terms);
                    var own = terms.FindAll(t => Is(t.Term));
                    if (own.Count != 1 || own[0].IsNegative || terms.Count < 3 || !terms.TrueForAll(t => Is(t.Term) || (IsFree(t.Term) && IsOfType(t.Term))))
                        return null;
                    var rest = terms.Where(t => !Is(t.Term)).Select((t, i) => $"{(t.IsNegative ? i == 0 ? "-" : " - " : i == 0 ? "" : " + ")}{Operand(t.Term)}");
                    return Parse($"{variable.Name} += {string.Concat(rest)};");
                default:
                    return null;
            }
        }

        /// <summary>
        /// <c>m = Math.Max(m, x)</c>, or the least, for a test of <c>m</c> and <c>x</c> upon which <c>m</c> takes the value, or does not.
        /// </summary>
        private ExpressionStatementSyntax? Extremum(ExpressionSyntax condition, ExpressionSyntax value, bool takes)
        {
            if (Peel(condition) is not BinaryExpressionSyntax test || !IsWhole() || !IsFree(value) || !IsOfType(value))
                return null;
            var isFirst = Is(test.Left) && SyntaxFactory.AreEquivalent(Peel(test.Right), Peel(value));
            if (!isFirst && !(Is(test.Right) && SyntaxFactory.AreEquivalent(Peel(test.Left), Peel(value))))
                return null;
            bool? isGreater = test.Kind() switch
            {
                SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => true,
                SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression => false,
                _ => null,
            };

            // The variable keeps the greater of both where it is the greater one that it keeps, or the value the greater one that it takes.
            return isGreater is not { } greater ? null
                : Parse($"{variable.Name} = {(greater == (isFirst != takes) ? "Math.Max" : "Math.Min")}({variable.Name}, {Peel(value).WithoutTrivia()});") as ExpressionStatementSyntax;
        }

        private void Collect(ExpressionSyntax value, bool isNegative, List<(bool IsNegative, ExpressionSyntax Term)> terms)
        {
            if (Peel(value) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression } sum && IsOfType(sum))
            {
                Collect(sum.Left, isNegative, terms);
                Collect(sum.Right, isNegative ^ sum.IsKind(SyntaxKind.SubtractExpression), terms);
                return;
            }

            terms.Add((isNegative, Peel(value)));
        }

        private static string Operand(ExpressionSyntax term) => term is IdentifierNameSyntax or LiteralExpressionSyntax or ElementAccessExpressionSyntax
            or MemberAccessExpressionSyntax or InvocationExpressionSyntax ? $"{term.WithoutTrivia()}" : $"({term.WithoutTrivia()})";

        private static StatementSyntax Parse(string text) => SyntaxFactory.ParseStatement(text);

        private static AssignmentExpressionSyntax? Only(StatementSyntax statement) =>
            (statement is BlockSyntax { Statements.Count: 1 } block ? block.Statements[0] : statement) is ExpressionStatementSyntax
            {
                Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment,
            }
                ? assignment
                : null;

        private static ExpressionSyntax Peel(ExpressionSyntax expression) =>
            expression is ParenthesizedExpressionSyntax parenthesized ? Peel(parenthesized.Expression) : expression;

        private bool Is(ExpressionSyntax expression) => Peel(expression) is IdentifierNameSyntax name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, variable);

        /// <summary>Whether it does nothing but compute, without the variable.</summary>
        private bool IsFree(ExpressionSyntax expression) => !expression.DescendantNodesAndSelf().Any(n =>
            n is AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax or InvocationExpressionSyntax
                or DeclarationExpressionSyntax or ObjectCreationExpressionSyntax
            || n.IsKind(SyntaxKind.PreIncrementExpression) || n.IsKind(SyntaxKind.PreDecrementExpression)
            || (n is IdentifierNameSyntax name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, variable)));

        private bool IsOfType(ExpressionSyntax expression) => SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(expression, cancellation).Type, _type);

        /// <summary>Whether the variable is a whole number whose sums wrap around in its own type.</summary>
        private bool IsWhole() => _type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;

        private bool IsChecked(ExpressionSyntax sum) =>
            model.GetOperation(sum, cancellation) is Microsoft.CodeAnalysis.Operations.IBinaryOperation { IsChecked: true };
    }
}
