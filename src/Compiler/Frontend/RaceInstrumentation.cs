using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Makes the accesses of a body to elements and fields report to a log. An access itself stays as the user wrote it: its last
/// subscript, or its object, goes through the log, which hands it on.
/// </summary>
internal sealed class RaceInstrumentation : CSharpSyntaxWalker
{
    private readonly SemanticModel _model;
    private readonly TextEdits _plain;
    private readonly TextEdits _edits;
    private readonly List<RaceSite> _sites = [];
    private int _functions;

    private RaceInstrumentation(SemanticModel model, TextEdits plain, TextEdits edits)
    {
        _model = model;
        _plain = plain;
        _edits = edits;
    }

    /// <summary>Adds the reports to <paramref name="edits"/>; <paramref name="plain"/> renders what is repeated for them.</summary>
    public static EquatableArray<RaceSite> Run(SyntaxNode body, SemanticModel model, TextEdits plain, TextEdits edits)
    {
        var instrumentation = new RaceInstrumentation(model, plain, edits);
        instrumentation.Visit(body);
        return instrumentation._sites.ToEquatableArray();
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is not IdentifierNameSyntax { Identifier.ValueText: "nameof" })
            base.VisitInvocationExpression(node);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => VisitFunction(node, node.Body);

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => VisitFunction(node, node.Body);

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => VisitFunction(node, node.Body);

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        if (node.Modifiers.Any(SyntaxKind.StaticKeyword))
            return;
        _functions++;
        base.VisitLocalFunctionStatement(node);
        _functions--;
    }

    public override void VisitElementAccessExpression(ElementAccessExpressionSyntax node)
    {
        base.VisitElementAccessExpression(node);
        var arguments = node.ArgumentList.Arguments;
        if (Rank(_model.GetTypeInfo(node.Expression).Type) != arguments.Count || !IsRepeatable(node.Expression)
            || arguments.Any(a => !IsSubscript(a.Expression)) || Use(node, out var path) is not { } isWrite)
        {
            return;
        }

        foreach (var other in arguments.Take(arguments.Count - 1))
        {
            _edits.Before(other.SpanStart, $"{RaceChecks.Log}.Sub(", node.Span);
            _edits.After(other.Span.End, ")", node.Span);
        }

        var last = arguments[arguments.Count - 1];
        _edits.Before(last.SpanStart, $"{RaceChecks.Log}.At({_plain.Render(node.Expression.Span)}, ", node.Span);
        _edits.After(last.Span.End, $", {Site(node, path, isWrite)}{KnownBy(node.Expression)})", node.Span);
    }

    public override void VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        base.VisitMemberAccessExpression(node);
        if (_model.GetSymbolInfo(node).Symbol is not IFieldSymbol field || !IsShared(field) || Use(node, out var path) is not { } isWrite)
            return;
        if (field.IsStatic)
        {
            ReportStatic(node, field, path, isWrite);
        }
        else
        {
            _edits.Before(node.Expression.SpanStart, $"{RaceChecks.Log}.Of(", node.Span);
            _edits.After(node.Expression.Span.End, $", {Site(node, $"{field.Name}{path}", isWrite)})", node.Span);
        }
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node)
    {
        if (!StandsForItsValue(node))
            return;
        if (_model.GetSymbolInfo(node).Symbol is not IFieldSymbol field || !IsShared(field) || Use(node, out var path) is not { } isWrite)
            return;
        if (field.IsStatic)
        {
            ReportStatic(node, field, path, isWrite);
        }
        else
        {
            // What the qualifier puts in front belongs to the same node, and goes inside.
            _edits.Before(node.SpanStart, $"{RaceChecks.Log}.Field(ref ", node.Parent!.Span);
            _edits.After(node.Span.End, $", {SignatureBuilder.This}, {Site(node, $"{field.Name}{path}", isWrite)})", node.Parent.Span);
        }
    }

    /// <summary>Whether the name is an expression on its own, not a part of a path, a pattern or an initializer.</summary>
    private static bool StandsForItsValue(IdentifierNameSyntax node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name != node,
        MemberBindingExpressionSyntax or BaseExpressionColonSyntax or NameEqualsSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != node,
        _ => true,
    };

    private void ReportStatic(ExpressionSyntax node, IFieldSymbol field, string path, bool isWrite)
    {
        _edits.Before(node.SpanStart, $"{RaceChecks.Log}.Static(ref ", node.Parent!.Span);
        _edits.After(node.Span.End, $", {Site(node, $"{field.ContainingType.ToDisplayString()}.{field.Name}{path}", isWrite)})", node.Parent.Span);
    }

    /// <summary>A lambda that becomes data, or that captures nothing, cannot report.</summary>
    private void VisitFunction(AnonymousFunctionExpressionSyntax node, SyntaxNode body)
    {
        if (!node.Modifiers.Any(SyntaxKind.StaticKeyword) && _model.GetTypeInfo(node).ConvertedType?.TypeKind == TypeKind.Delegate)
        {
            _functions++;
            Visit(body);
            _functions--;
        }
    }

    private int Site(ExpressionSyntax node, string path, bool isWrite)
    {
        var text = Lowering.Display(node);
        _sites.Add(new RaceSite(text, path, Spans.Of(node), isWrite));
        return _sites.Count - 1;
    }

    /// <summary>Whether the object of a field can be shared and the field can change.</summary>
    private static bool IsShared(IFieldSymbol field) =>
        field is { IsConst: false, IsReadOnly: false, RefKind: RefKind.None, IsFixedSizeBuffer: false }
        && (field.IsStatic || field.ContainingType.TypeKind == TypeKind.Class)
        && field.Type is { TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer), IsRefLikeType: false }
        && !field.GetAttributes().Any(a => a.AttributeClass?.Name == "ThreadStaticAttribute");

    /// <summary>The further argument by which an element of a span is known. Functions cannot capture the loop's spans.</summary>
    private string KnownBy(ExpressionSyntax container) => ContainerTypes.Of(_model.GetTypeInfo(container).Type)?.Kind switch
    {
        MemoryKind.Span or MemoryKind.ReadOnlySpan => _functions == 0 ? $", {RaceChecks.Spans}" : $", {RaceChecks.NoSpans}",
        _ => "",
    };

    /// <summary>The number of subscripts of a container whose elements the log knows; 0 for any other type.</summary>
    private static int Rank(ITypeSymbol? type) => ContainerTypes.Of(type) switch
    {
        { Kind: MemoryKind.Array or MemoryKind.MultiArray or MemoryKind.Span or MemoryKind.ReadOnlySpan or MemoryKind.List, Rank: var rank } => rank,
        _ => 0,
    };

    private bool IsSubscript(ExpressionSyntax argument) => _model.GetTypeInfo(argument).Type is { } type
        && (TypeNames.KindOf(type) is >= ScalarKind.Int8 and <= ScalarKind.UInt64 or ScalarKind.Char or ScalarKind.IntPtr || Names.FullName(type) == "System.Index");

    /// <summary>Whether evaluating the expression twice is the same as once.</summary>
    private bool IsRepeatable(ExpressionSyntax expression) => expression switch
    {
        ThisExpressionSyntax or LiteralExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => IsRepeatable(inner.Expression),
        IdentifierNameSyntax name => IsVariable(name),
        MemberAccessExpressionSyntax access => (IsVariable(access) || IsSpanOfMemory(access)) && (IsType(access.Expression) || IsRepeatable(access.Expression)),
        ElementAccessExpressionSyntax element => Rank(_model.GetTypeInfo(element.Expression).Type) > 0 && IsRepeatable(element.Expression)
            && element.ArgumentList.Arguments.All(a => IsRepeatable(a.Expression)),
        BinaryExpressionSyntax binary => _model.GetSymbolInfo(binary).Symbol is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator }
            && IsRepeatable(binary.Left) && IsRepeatable(binary.Right),
        _ => false,
    };

    private bool IsVariable(ExpressionSyntax name) => _model.GetSymbolInfo(name).Symbol switch
    {
        ILocalSymbol or IParameterSymbol or IFieldSymbol => true,
        IPropertySymbol property => PropertyFacts.HasBackingField(property) && !property.IsVirtual && !property.IsOverride,
        _ => false,
    };

    private bool IsType(ExpressionSyntax expression) => _model.GetSymbolInfo(expression).Symbol is INamespaceOrTypeSymbol;

    private bool IsSpanOfMemory(MemberAccessExpressionSyntax access) =>
        _model.GetSymbolInfo(access).Symbol is IPropertySymbol { Name: "Span", ContainingType: { Name: "Memory" or "ReadOnlyMemory" } type }
        && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>
    /// Whether the expression, with the fields of a struct that are taken of it, is written; null where that is not to be seen, as where
    /// a reference to it is kept.
    /// </summary>
    private bool? Use(ExpressionSyntax node, out string path)
    {
        path = "";
        while (true)
        {
            if (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
                node = (ExpressionSyntax)node.Parent;
            else if (node.Parent is MemberAccessExpressionSyntax access && access.Expression == node
                && _model.GetSymbolInfo(access).Symbol is IFieldSymbol { IsStatic: false, ContainingType.IsValueType: true } field)
                (node, path) = (access, $"{path}.{field.Name}");
            else
                break;
        }

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == node => true,
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() switch
            {
                SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression => true,
                SyntaxKind.AddressOfExpression => null,
                _ => false,
            },
            PostfixUnaryExpressionSyntax => true,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => tuple.Parent is AssignmentExpressionSyntax { Left: var left } && left == tuple,
            ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword,
            RefExpressionSyntax => null,
            _ => false,
        };
    }
}
