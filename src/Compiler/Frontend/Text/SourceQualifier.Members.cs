using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Compiler.Frontend;

/// <content>Uses of members: fields, properties, methods, constructors.</content>
internal sealed partial class SourceQualifier
{
    private bool? _fileDefinesSymbols;

    public override void VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        var symbol = SymbolOf(node);
        if (symbol is IFieldSymbol { HasConstantValue: true } constant && _accessors.IsNeeded(constant))
        {
            RequireNameable(node, constant.Type);
            _edits.Replace(node.Span, ConstantText.Of(constant.ConstantValue, constant.Type, _names), node.Span);
            return;
        }

        if (UseNumber(node, symbol))
            return;

        if (symbol is not null && NeedsAccessor(symbol, node) && !node.IsKind(SyntaxKind.PointerMemberAccessExpression))
        {
            UseAccessor(node, symbol, node.Expression);
            return;
        }

        if (symbol is IMethodSymbol function && UseRuntimeFunction(node, function))
            return;
        NeedsUsings |= symbol is { ContainingType.IsExtension: true } or IMethodSymbol { MethodKind: MethodKind.ReducedExtension };
        RequireNameableIfType(symbol, node);
        Visit(node.Expression);
        Visit((node.Name as GenericNameSyntax)?.TypeArgumentList);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && _model.GetConstantValue(node) is { HasValue: true, Value: string name })
        {
            _edits.Replace(node.Span, SymbolDisplay.FormatLiteral(name, true), node.Span);
            return;
        }

        if (_model.GetSymbolInfo(node).Symbol is not IMethodSymbol method)
        {
            base.VisitInvocationExpression(node);
            return;
        }

        if (CallOfNumber(node, method) || CallRuntimeFunction(node, method))
            return;
        CheckMeaning(method, node);
        AddCallerInformation(method, node, node.ArgumentList);
        if (method is { MethodKind: MethodKind.ReducedExtension, ReducedFrom: { } reduced } && node.Expression is MemberAccessExpressionSyntax extended
            && !IsConditional(extended.Expression))
        {
            var target = _accessors.IsNeeded(reduced)
                ? $"{_accessors.Method(reduced, Spans.Of(node))}({_accessors.StaticReceiver(reduced.ContainingType)}, "
                : $"{_names.Of(reduced.ContainingType)}.{Identifiers.Escape(reduced.Name)}{TypeArguments(extended.Name, method)}(";
            var modifier = reduced.Parameters[0].RefKind == RefKind.Ref ? "ref " : "";
            CallStatically(node, target + modifier, extended.Expression, extended.Name);
        }
        else if (method.MethodKind == MethodKind.Ordinary && _accessors.IsNeeded(method))
        {
            CallAccessor(node, method);
        }
        else
        {
            base.VisitInvocationExpression(node);
        }
    }

    public override void VisitElementAccessExpression(ElementAccessExpressionSyntax node)
    {
        if (SymbolOf(node) is IPropertySymbol { GetMethod: { } getter } property && _accessors.IsNeeded(property))
        {
            if (IsWritten(node))
                Block($"the private indexer of '{property.ContainingType.Name}' cannot be assigned from generated code; make it internal", node);
            _edits.Before(node.SpanStart, $"{_accessors.Method(getter, Spans.Of(node))}(", node.Span);
            Visit(node.Expression);
            _edits.Replace(TextSpan.FromBounds(node.Expression.Span.End, node.ArgumentList.OpenBracketToken.Span.End), ", ", node.Span);
            foreach (var argument in node.ArgumentList.Arguments)
                Visit(argument);
            _edits.Replace(node.ArgumentList.CloseBracketToken.Span, ")", node.Span);
            return;
        }

        base.VisitElementAccessExpression(node);
    }

    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        if (node.Left is TupleExpressionSyntax)
            NeedsUsings = true;
        if (SymbolOf(node.Left) is IPropertySymbol { IsIndexer: false } property && !PropertyFacts.HasBackingField(property)
            && property.SetMethod is { } setter && _accessors.IsNeeded(setter))
        {
            if (!node.IsKind(SyntaxKind.SimpleAssignmentExpression) || node.Parent is not (ExpressionStatementSyntax or ArrowExpressionClauseSyntax))
                Block($"the private setter of '{property.Name}' cannot be used in an expression of generated code; make it internal", node);
            var receiver = (node.Left as MemberAccessExpressionSyntax)?.Expression;
            _edits.Before(node.SpanStart, $"{_accessors.Method(setter, Spans.Of(node))}(", node.Span);
            if (property.IsStatic)
                _edits.Replace(node.Left.Span, _accessors.StaticReceiver(property.ContainingType), node.Span);
            else if (receiver is null)
                _edits.Replace(node.Left.Span, SignatureBuilder.This, node.Span);
            else
                Visit(receiver);
            var start = receiver is null || property.IsStatic ? node.Left.Span.End : receiver.Span.End;
            _edits.Replace(TextSpan.FromBounds(start, node.Right.SpanStart), ", ", node.Span);
            Visit(node.Right);
            _edits.After(node.Span.End, ")", node.Span);
            return;
        }

        base.VisitAssignmentExpression(node);
    }

    public override void VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        if (!UseConstructor(node, node.Type.Span.End))
            base.VisitObjectCreationExpression(node);
    }

    public override void VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        if (!UseConstructor(node, node.NewKeyword.Span.End))
            base.VisitImplicitObjectCreationExpression(node);
    }

    private bool UseConstructor(BaseObjectCreationExpressionSyntax node, int end)
    {
        if (_model.GetSymbolInfo(node).Symbol is not IMethodSymbol constructor)
            return false;
        if (node.ArgumentList is { } list)
            AddCallerInformation(constructor, node, list);
        if (!_accessors.IsNeeded(constructor))
            return false;
        if (node.Initializer is not null || node.ArgumentList is null)
            Block($"the constructor of '{constructor.ContainingType.Name}' is private, and generated code cannot use it with an initializer; make it internal", node);
        _edits.Replace(TextSpan.FromBounds(node.SpanStart, end), _accessors.Method(constructor, Spans.Of(node)), node.Span);
        Visit(node.ArgumentList);
        return true;
    }

    /// <summary>A member of the type that is named without its receiver.</summary>
    private void QualifyMember(SimpleNameSyntax node, ISymbol symbol)
    {
        if (symbol is IFieldSymbol { HasConstantValue: true } constant && _accessors.IsNeeded(constant))
        {
            RequireNameable(node, constant.Type);
            _edits.Replace(node.Span, ConstantText.Of(constant.ConstantValue, constant.Type, _names), node.Span);
        }
        else if (NeedsAccessor(symbol, node))
            UseAccessor(node, symbol, null);
        else if (symbol is IMethodSymbol function && UseRuntimeFunction(node, function))
            return;
        else if (symbol.IsStatic)
            _edits.Before(node.SpanStart, StaticPrefix(symbol), node.Span);
        else if (symbol.ContainingType is { IsImplicitClass: false })
            _edits.Before(node.SpanStart, SignatureBuilder.This + ".", node.Span);
    }

    private string StaticPrefix(ISymbol symbol)
    {
        if (_names.WhyUnnameable(symbol.ContainingType) is { } reason)
            _blocker.Block(reason, default);
        return _names.Of(symbol.ContainingType) + ".";
    }

    /// <summary>Whether the member, or the accessor of it that is used here, is out of reach.</summary>
    private bool NeedsAccessor(ISymbol symbol, ExpressionSyntax use)
    {
        if (symbol is not (IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } or IEventSymbol))
            return false;
        if (_accessors.IsNeeded(symbol))
            return true;
        return symbol is IPropertySymbol property
            && ((IsWritten(use) && property.SetMethod is { } setter && _accessors.IsNeeded(setter))
                || (!IsAssigned(use) && property.GetMethod is { } getter && _accessors.IsNeeded(getter)));
    }

    /// <summary>A field, property or method group that goes through an accessor; <paramref name="receiver"/> is null for an implied one.</summary>
    private void UseAccessor(ExpressionSyntax node, ISymbol symbol, ExpressionSyntax? receiver)
    {
        var source = Spans.Of(node);
        if (IsConditional(receiver) || (receiver is null && !symbol.IsStatic && IsInsideInitializer(node)))
            Block($"'{symbol.Name}' is private, and generated code cannot reach it from here; make it internal", node);
        string accessor;
        switch (symbol)
        {
            case IFieldSymbol field:
                accessor = _accessors.Field(field, source);
                break;
            case IPropertySymbol property when PropertyFacts.HasBackingField(property):
                accessor = _accessors.BackingField(property, source);
                break;
            case IPropertySymbol { GetMethod: { } getter } property:
                if (IsWritten(node))
                    Block($"the private setter of '{property.Name}' cannot be used here by generated code; make it internal", node);
                accessor = _accessors.Method(getter, source);
                break;
            case IMethodSymbol method:
                UseMethodGroup(node, method, receiver);
                return;
            default:
                Block($"'{symbol.Name}' is private, and generated code cannot reach it; make it internal", node);
                return;
        }

        if (symbol.IsStatic)
        {
            _edits.Replace(node.Span, $"{accessor}({_accessors.StaticReceiver(symbol.ContainingType)})", node.Span);
        }
        else if (receiver is null)
        {
            _edits.Replace(node.Span, $"{accessor}({SignatureBuilder.This})", node.Span);
        }
        else
        {
            _edits.Before(node.SpanStart, accessor + "(", node.Span);
            Visit(receiver);
            _edits.Replace(TextSpan.FromBounds(receiver.Span.End, node.Span.End), ")", node.Span);
        }
    }

    private void UseMethodGroup(ExpressionSyntax node, IMethodSymbol method, ExpressionSyntax? receiver)
    {
        if (receiver is not (null or ThisExpressionSyntax) && !method.IsStatic)
            Block($"a delegate of the private method '{method.Name}' cannot be made by generated code; make it internal", node);
        if (method.Parameters.Any(p => p.RefKind != RefKind.None) || node.Parent.IsKind(SyntaxKind.AddressOfExpression))
            Block($"a delegate of the private method '{method.Name}' cannot be made by generated code; make it internal", node);
        var names = method.Parameters.Select((_, i) => $"__p{i}").ToList();
        var target = method.IsStatic ? _accessors.StaticReceiver(method.ContainingType) : SignatureBuilder.This;
        var accessor = _accessors.Method(method, Spans.Of(node)) + TypeArguments(method);
        _edits.Replace(node.Span, $"(({string.Join(", ", names)}) => {accessor}({string.Join(", ", names.Prepend(target))}))", node.Span);
    }

    private void CallAccessor(InvocationExpressionSyntax node, IMethodSymbol method)
    {
        var accessor = _accessors.Method(method, Spans.Of(node));
        var access = node.Expression as MemberAccessExpressionSyntax;
        if (access is null && node.Expression is not SimpleNameSyntax)
        {
            Block($"'{method.Name}' is private, and generated code cannot call it from here; make it internal", node);
            return;
        }

        var name = access?.Name ?? (SimpleNameSyntax)node.Expression;
        var arguments = TypeArguments(name, method);
        if (access is not null && !method.IsStatic)
        {
            if (IsConditional(access.Expression))
                Block($"'{method.Name}' is private, and generated code cannot call it from here; make it internal", node);
            CallStatically(node, $"{accessor}{arguments}(", access.Expression, name);
            return;
        }

        var receiver = method.IsStatic ? _accessors.StaticReceiver(method.ContainingType) : SignatureBuilder.This;
        var separator = node.ArgumentList.Arguments.Count > 0 || AddsArguments(method, node) ? ", " : "";
        _edits.Replace(node.Expression.Span, accessor + arguments, node.Span);
        _edits.After(node.ArgumentList.OpenParenToken.Span.End, receiver + separator, node.Span);
        Visit(node.ArgumentList);
    }

    /// <summary>Turns <c>receiver.Name(arguments)</c> into <c>target(receiver, arguments)</c>; <paramref name="target"/> ends after the parenthesis.</summary>
    private void CallStatically(InvocationExpressionSyntax node, string target, ExpressionSyntax receiver, SimpleNameSyntax name)
    {
        _edits.Before(node.SpanStart, target, node.Span);
        Visit(receiver);
        var hasArguments = node.ArgumentList.Arguments.Count > 0
            || (_model.GetSymbolInfo(node).Symbol is IMethodSymbol method && AddsArguments(method, node));
        _edits.Replace(
            TextSpan.FromBounds(receiver.Span.End, node.ArgumentList.OpenParenToken.Span.End),
            hasArguments ? ", " : "",
            node.Span);
        Visit(node.ArgumentList);
    }

    private string TypeArguments(SimpleNameSyntax name, IMethodSymbol method) => name is GenericNameSyntax ? TypeArguments(method) : "";

    private string TypeArguments(IMethodSymbol method) =>
        method.TypeArguments.IsEmpty ? "" : $"<{string.Join(", ", method.TypeArguments.Select(_names.Of))}>";

    /// <summary>Arguments that the compiler fills in from the place of the call are written out, as the place is another one.</summary>
    private void AddCallerInformation(IMethodSymbol method, SyntaxNode node, ArgumentListSyntax list)
    {
        if (!HasCallerInformation(method))
            return;
        var separator = list.Arguments.Count > 0 ? ", " : "";
        var text = string.Join(", ", CallerArguments(node).Select(a =>
            $"{Identifiers.Escape(a.Parameter!.Name)}: {ConstantText.Of(a.Value.ConstantValue.Value, a.Parameter.Type, _names)}"));
        if (text.Length > 0)
            _edits.Before(list.CloseParenToken.SpanStart, separator + text, node.Span);
    }

    private bool AddsArguments(IMethodSymbol method, SyntaxNode node) => HasCallerInformation(method) && CallerArguments(node).Any();

    private static bool HasCallerInformation(IMethodSymbol method) => method.Parameters.Any(IsCallerInformation);

    private static bool IsCallerInformation(IParameterSymbol parameter) => parameter.IsOptional
        && parameter.GetAttributes().Any(a => a.AttributeClass is { Name: "CallerLineNumberAttribute" or "CallerMemberNameAttribute" or "CallerFilePathAttribute" or "CallerArgumentExpressionAttribute" });

    private IEnumerable<IArgumentOperation> CallerArguments(SyntaxNode node) => _model.GetOperation(node)?.ChildOperations
        .OfType<IArgumentOperation>()
        .Where(a => a is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter } && IsCallerInformation(parameter) && a.Value.ConstantValue.HasValue) ?? [];

    /// <summary>Calls whose meaning depends on the file or method they stand in.</summary>
    private void CheckMeaning(IMethodSymbol method, InvocationExpressionSyntax node)
    {
        if (method.GetAttributes().Any(a => a.AttributeClass is { Name: "ConditionalAttribute" })
            && (_fileDefinesSymbols ??= DefinesSymbols(node.SyntaxTree.GetRoot())))
        {
            Block($"whether '{method.Name}' is called depends on the symbols that this file defines", node);
        }

        if (method is { Name: "GetCurrentMethod", ContainingType.Name: "MethodBase" })
            Block("'MethodBase.GetCurrentMethod' would give the generated method", node);
    }

    private static bool DefinesSymbols(SyntaxNode root) =>
        root.GetLeadingTrivia().Any(t => t.IsKind(SyntaxKind.DefineDirectiveTrivia) || t.IsKind(SyntaxKind.UndefDirectiveTrivia));

    private ISymbol? SymbolOf(ExpressionSyntax node)
    {
        var info = _model.GetSymbolInfo(node);
        return info.Symbol ?? (info.CandidateReason == CandidateReason.MemberGroup ? info.CandidateSymbols.FirstOrDefault() : null);
    }

    private void RequireNameableIfType(ISymbol? symbol, SyntaxNode node)
    {
        if (symbol is ITypeSymbol type)
            RequireNameable(node, type);
    }

    /// <summary>Whether the expression stands behind a <c>?.</c>, so that it cannot be moved into an argument list.</summary>
    private static bool IsConditional(ExpressionSyntax? receiver)
    {
        while (true)
        {
            switch (receiver)
            {
                case MemberBindingExpressionSyntax or ElementBindingExpressionSyntax:
                    return true;
                case MemberAccessExpressionSyntax access:
                    receiver = access.Expression;
                    break;
                case InvocationExpressionSyntax call:
                    receiver = call.Expression;
                    break;
                case ElementAccessExpressionSyntax element:
                    receiver = element.Expression;
                    break;
                case PostfixUnaryExpressionSyntax postfix:
                    receiver = postfix.Operand;
                    break;
                default:
                    return false;
            }
        }
    }

    private static bool IsInsideInitializer(ExpressionSyntax node) =>
        node.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment && assignment.Left == node
        && !initializer.IsKind(SyntaxKind.ArrayInitializerExpression) && !initializer.IsKind(SyntaxKind.CollectionInitializerExpression);

    private static bool IsAssigned(ExpressionSyntax node) =>
        node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression);

    private static bool IsWritten(ExpressionSyntax node) => node.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == node,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
        RefExpressionSyntax => true,
        _ => false,
    };
}
