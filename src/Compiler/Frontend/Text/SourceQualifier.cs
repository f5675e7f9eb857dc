using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Rewrites the user's text, token by token and line by line, so that it means the same in another type, file and namespace:
/// names become globally qualified, members of the receiver go through <c>__this</c>, and what is private goes through accessors.
/// </summary>
internal sealed partial class SourceQualifier : CSharpSyntaxWalker
{
    private readonly SemanticModel _model;
    private readonly TypeNames _names;
    private readonly AccessorBuilder _accessors;
    private readonly RerouteBlocker _blocker;
    private readonly IMethodSymbol _method;
    private readonly TextEdits _edits;
    private readonly FloatMode _mode;

    private SourceQualifier(SemanticModel model, TypeNames names, AccessorBuilder accessors, RerouteBlocker blocker, IMethodSymbol method, TextEdits edits)
    {
        _model = model;
        _names = names;
        _accessors = accessors;
        _blocker = blocker;
        _method = method;
        _edits = edits;
        _mode = OptionReader.Read(method).FloatMode;
    }

    /// <summary>Whether the text needs the user's <c>using</c> directives to find extension methods.</summary>
    public bool NeedsUsings { get; private set; }

    /// <summary>Whether the text calls a function of the runtime where the user's calls one of the platform.</summary>
    public bool ReplacesFunctions { get; private set; }

    /// <summary>Collects the edits of a method body.</summary>
    public static SourceQualifier Run(
        SyntaxNode body,
        SemanticModel model,
        TypeNames names,
        AccessorBuilder accessors,
        RerouteBlocker blocker,
        IMethodSymbol method,
        TextEdits edits)
    {
        var qualifier = new SourceQualifier(model, names, accessors, blocker, method, edits);
        qualifier.Visit(body);
        qualifier.BlankDirectives(body);
        qualifier.CheckDeclaredNames(body);
        return qualifier;
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node)
    {
        if (!IsName(node))
            return;
        if (_model.GetAliasInfo(node) is { } alias)
            QualifyAlias(node, alias.Target);
        else
            Qualify(node);
    }

    /// <summary>A lock that keeps nobody out is its body.</summary>
    public override void VisitLockStatement(LockStatementSyntax node)
    {
        if (_model.GetOperation(node) is not ILockOperation statement || !LockElision.IsUncontended(statement))
        {
            base.VisitLockStatement(node);
            return;
        }

        _edits.Replace(TextSpan.FromBounds(node.LockKeyword.SpanStart, node.CloseParenToken.Span.End), "", node.Span);
        Visit(node.Statement);
    }

    public override void VisitGenericName(GenericNameSyntax node)
    {
        if (IsName(node))
            Qualify(node);
        Visit(node.TypeArgumentList);
    }

    public override void VisitQualifiedName(QualifiedNameSyntax node)
    {
        RequireNameable(node);
        Visit(node.Left);
        Visit(node.Right);
    }

    public override void VisitAliasQualifiedName(AliasQualifiedNameSyntax node)
    {
        if (!node.Alias.Identifier.IsKind(SyntaxKind.GlobalKeyword))
        {
            if (_model.GetAliasInfo(node.Alias) is { Target: INamespaceSymbol target } && !target.IsGlobalNamespace)
                _edits.Replace(TextSpan.FromBounds(node.Alias.SpanStart, node.ColonColonToken.Span.End), Name(target) + ".", node.Span);
            else
                Block($"the extern alias '{node.Alias}' is not known in generated code", node);
        }

        Visit((node.Name as GenericNameSyntax)?.TypeArgumentList);
    }

    public override void VisitThisExpression(ThisExpressionSyntax node) => _edits.Replace(node.Span, SignatureBuilder.This, node.Span);

    /// <summary>What nothing can override is the same when it is reached by the type that declares it.</summary>
    public override void VisitBaseExpression(BaseExpressionSyntax node)
    {
        if (node.Parent is MemberAccessExpressionSyntax access && SymbolOf(access) is { } member && _method.ContainingType.BaseType is { } type
            && ((!member.IsVirtual && !member.IsOverride && !member.IsAbstract) || member.IsSealed))
        {
            RequireNameable(node, type);
            _edits.Replace(node.Span, $"(({_names.Of(type)}){SignatureBuilder.This})", node.Span);
        }
        else
        {
            Block("'base' cannot be called from generated code", node);
        }
    }

    public override void VisitAttribute(AttributeSyntax node)
    {
        if (_model.GetSymbolInfo(node).Symbol is IMethodSymbol constructor)
            _edits.Replace(node.Name.Span, _names.Of(constructor.ContainingType), node.Span);
        Visit(node.ArgumentList);
    }

    public override void VisitNameColon(NameColonSyntax node)
    {
    }

    public override void VisitNameEquals(NameEqualsSyntax node)
    {
    }

    public override void VisitGotoStatement(GotoStatementSyntax node)
    {
        if (!node.IsKind(SyntaxKind.GotoStatement))
            base.VisitGotoStatement(node);
    }

    public override void VisitSubpattern(SubpatternSyntax node)
    {
        if (node.NameColon is { } name)
            RequireAccessible(name.Name);
        for (var path = node.ExpressionColon?.Expression; path is not null; path = (path as MemberAccessExpressionSyntax)?.Expression)
            RequireAccessible(path);
        Visit(node.Pattern);
    }

    public override void VisitInterpolation(InterpolationSyntax node)
    {
        _edits.Before(node.Expression.SpanStart, "(", node.Span);
        Visit(node.Expression);
        _edits.After(node.Expression.Span.End, ")", node.Span);
        Visit(node.AlignmentClause);
        Visit(node.FormatClause);
    }

    public override void VisitAnonymousObjectMemberDeclarator(AnonymousObjectMemberDeclaratorSyntax node)
    {
        if (node.NameEquals is null && InferredName(node.Expression) is { } name)
            _edits.Before(node.Expression.SpanStart, $"{name} = ", node.Span);
        Visit(node.Expression);
    }

    public override void VisitTupleExpression(TupleExpressionSyntax node)
    {
        foreach (var argument in node.Arguments)
        {
            if (argument.NameColon is null && node.Parent is not AssignmentExpressionSyntax && IsRewritten(argument.Expression) && InferredName(argument.Expression) is { } name)
                _edits.Before(argument.SpanStart, $"{name}: ", node.Span);
            Visit(argument.Expression);
        }
    }

    public override void VisitConditionalAccessExpression(ConditionalAccessExpressionSyntax node)
    {
        NeedsUsings = true;
        base.VisitConditionalAccessExpression(node);
    }

    public override void VisitMemberBindingExpression(MemberBindingExpressionSyntax node)
    {
        RequireAccessible(node);
        Visit((node.Name as GenericNameSyntax)?.TypeArgumentList);
    }

    public override void VisitQueryExpression(QueryExpressionSyntax node)
    {
        NeedsUsings = true;
        base.VisitQueryExpression(node);
    }

    public override void VisitAwaitExpression(AwaitExpressionSyntax node)
    {
        NeedsUsings = true;
        base.VisitAwaitExpression(node);
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        NeedsUsings |= _model.GetForEachStatementInfo(node).GetEnumeratorMethod is { IsExtensionMethod: true };
        base.VisitForEachStatement(node);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        NeedsUsings = true;
        base.VisitForEachVariableStatement(node);
    }

    public override void VisitCollectionExpression(CollectionExpressionSyntax node)
    {
        NeedsUsings = true;
        base.VisitCollectionExpression(node);
    }

    public override void VisitInitializerExpression(InitializerExpressionSyntax node)
    {
        NeedsUsings |= node.IsKind(SyntaxKind.CollectionInitializerExpression);
        var setsMembers = node.IsKind(SyntaxKind.ObjectInitializerExpression) || node.IsKind(SyntaxKind.WithInitializerExpression);
        foreach (var expression in node.Expressions)
        {
            if (setsMembers && expression is AssignmentExpressionSyntax { Left: SimpleNameSyntax name } assignment)
            {
                RequireAccessible(name, isWrite: true);
                Visit(assignment.Right);
            }
            else
            {
                Visit(expression);
            }
        }
    }

    /// <summary>Whether the identifier stands for a type, a variable or a member, and is the leftmost part of its path.</summary>
    private static bool IsName(SimpleNameSyntax node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name != node,
        QualifiedNameSyntax qualified => qualified.Right != node,
        AliasQualifiedNameSyntax or MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };

    private void Qualify(SimpleNameSyntax node)
    {
        var info = _model.GetSymbolInfo(node);
        var symbol = info.Symbol ?? (info.CandidateReason == CandidateReason.MemberGroup ? info.CandidateSymbols.FirstOrDefault() : null);
        switch (symbol)
        {
            case INamespaceSymbol { IsGlobalNamespace: false } space:
                _edits.Replace(node.Span, Name(space), node.Span);
                break;
            case ITypeParameterSymbol parameter:
                Rename(node, parameter);
                break;
            case INamedTypeSymbol type:
                QualifyType(node, type);
                break;
            case ILocalSymbol { IsConst: true } local when local.HasConstantValue:
                _edits.Replace(node.Span, ConstantText.Of(local.ConstantValue, local.Type, _names), node.Span);
                break;
            case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter when !IsInside(parameter.ContainingSymbol):
                _edits.Replace(node.Span, $"{_accessors.CapturedParameter(parameter, Spans.Of(node))}({SignatureBuilder.This})", node.Span);
                break;
            case IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension } or IEventSymbol:
                QualifyMember(node, symbol);
                break;
        }
    }

    private void QualifyAlias(IdentifierNameSyntax node, INamespaceOrTypeSymbol target)
    {
        if (target is ITypeSymbol type)
        {
            RequireNameable(node, type);
            _edits.Replace(node.Span, _names.Of(type), node.Span);
        }
        else if (target is INamespaceSymbol space)
        {
            _edits.Replace(node.Span, Name(space), node.Span);
        }
    }

    private void QualifyType(SimpleNameSyntax node, INamedTypeSymbol type)
    {
        var text = node.Identifier.ValueText;
        if (text != type.Name || type.TypeKind == TypeKind.Dynamic)
            return;
        RequireNameable(node, type.IsUnboundGenericType ? type.OriginalDefinition : type);
        _edits.Before(node.SpanStart, Container(type), node.Span);
    }

    private void Rename(SimpleNameSyntax node, ITypeParameterSymbol parameter)
    {
        var name = _names.Of(parameter.WithNullableAnnotation(NullableAnnotation.None));
        if (name != node.ToString())
            _edits.Replace(node.Span, name, node.Span);
    }

    /// <summary>What stands before a type's own name, with the dot.</summary>
    private string Container(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? _names.Of(outer) + "." : $"{Name(type.ContainingNamespace)}{(type.ContainingNamespace.IsGlobalNamespace ? "" : ".")}";

    private static string Name(INamespaceSymbol space) =>
        space.IsGlobalNamespace ? "global::" : space.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private bool IsInside(ISymbol? function)
    {
        for (; function is not null; function = function.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(function, _method))
                return true;
        }

        return false;
    }

    private static string? InferredName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.Text,
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        _ => null,
    };

    private bool IsRewritten(ExpressionSyntax expression) => _model.GetSymbolInfo(expression).Symbol is { } symbol
        && (symbol is ILocalSymbol { IsConst: true } or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
            || (symbol is IFieldSymbol or IPropertySymbol && _accessors.IsNeeded(symbol)));

    private void RequireNameable(SyntaxNode node, ITypeSymbol? type = null)
    {
        type ??= _model.GetSymbolInfo(node).Symbol as ITypeSymbol;
        if (type is not null && _names.WhyUnnameable(type is INamedTypeSymbol { IsUnboundGenericType: true } open ? open.OriginalDefinition : type) is { } reason)
            Block(reason, node);
    }

    private void RequireAccessible(ExpressionSyntax name, bool isWrite = false)
    {
        var symbol = _model.GetSymbolInfo(name).Symbol;
        if (symbol is null)
            return;
        NeedsUsings |= symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension };
        if (_accessors.IsNeeded(symbol) || (isWrite && symbol is IPropertySymbol { SetMethod: { } setter } && _accessors.IsNeeded(setter)))
            Block($"'{symbol.Name}' is private, and generated code cannot reach it from here; make it internal", name);
    }

    private void Block(string reason, SyntaxNode node) => _blocker.Block(reason, Spans.Of(node));

    /// <summary>Directives and the text they switch off do not mean the same in another file.</summary>
    private void BlankDirectives(SyntaxNode body)
    {
        if (!body.ContainsDirectives)
            return;
        foreach (var trivia in body.DescendantTrivia().Where(t => t.IsDirective || t.IsKind(SyntaxKind.DisabledTextTrivia)))
            _edits.Replace(trivia.FullSpan, "", trivia.FullSpan);
    }

    private void CheckDeclaredNames(SyntaxNode body)
    {
        foreach (var token in body.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && Identifiers.IsReserved(token.ValueText) && token.Parent is not SimpleNameSyntax)
            {
                _blocker.Block(
                    $"names that begin with two underscores, such as '{token.ValueText}', are kept for generated code; rename it",
                    Spans.Of(token));
            }
        }
    }
}
