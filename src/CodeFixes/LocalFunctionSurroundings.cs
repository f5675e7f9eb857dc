using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.CodeFixes;

/// <summary>Finds out whether a local function needs something that is only there where it stands.</summary>
internal static class LocalFunctionSurroundings
{
    /// <summary>Whether it uses no variable, type parameter, receiver, local function or context of the code around it.</summary>
    public static bool AreUnused(
        SemanticModel model,
        LocalFunctionStatementSyntax function,
        IMethodSymbol symbol,
        CancellationToken cancellation)
    {
        if (function.Ancestors().Any(a => a is CheckedStatementSyntax or UnsafeStatementSyntax)
            || (!function.Modifiers.Any(SyntaxKind.UnsafeKeyword)
                && function.Ancestors().OfType<MethodDeclarationSyntax>().Any(m => m.Modifiers.Any(SyntaxKind.UnsafeKeyword)))
            || model.GetOperation(function, cancellation) is not ILocalFunctionOperation operation)
        {
            return false;
        }

        return operation.Descendants().All(o => IsOwn(o, function))
            && function.DescendantNodes().OfType<SimpleNameSyntax>()
                .All(n => IsReachable(n, model, function, symbol, cancellation));
    }

    private static bool IsOwn(IOperation operation, LocalFunctionStatementSyntax function) => operation switch
    {
        ILocalReferenceOperation local => IsDeclaredIn(local.Local, function),
        IParameterReferenceOperation parameter => IsDeclaredIn(parameter.Parameter, function),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => false,
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } =>
            IsDeclaredIn(called.OriginalDefinition, function),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named } =>
            IsDeclaredIn(named.OriginalDefinition, function),
        IInvalidOperation => false,
        _ => true,
    };

    private static bool IsReachable(
        SimpleNameSyntax name,
        SemanticModel model,
        LocalFunctionStatementSyntax function,
        IMethodSymbol symbol,
        CancellationToken cancellation)
    {
        var isQualified = (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            || (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
            || name.Parent is MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or AliasQualifiedNameSyntax;
        if (isQualified)
            return true;
        switch (model.GetSymbolInfo(name, cancellation).Symbol)
        {
            case ITypeParameterSymbol { TypeParameterKind: not TypeParameterKind.Type } parameter:
                return IsDeclaredIn(parameter, function);
            case (INamedTypeSymbol or IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol) and var member
                when member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary }:
                return !IsInTopLevelProgram(function)
                    || !SymbolEqualityComparer.Default.Equals(member.ContainingType, symbol.ContainingType);
            default:
                return true;
        }
    }

    private static bool IsInTopLevelProgram(SyntaxNode function) =>
        function.FirstAncestorOrSelf<MemberDeclarationSyntax>() is GlobalStatementSyntax;

    private static bool IsDeclaredIn(ISymbol symbol, SyntaxNode function) =>
        symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == function.SyntaxTree && function.Span.Contains(r.Span));
}
