using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>What operations have to do with the index of a loop, a local or a parameter.</summary>
internal static class IndexOperations
{
    /// <summary>The integer variable behind widening conversions.</summary>
    public static ISymbol? Variable(IOperation operation)
    {
        operation = Peel(operation);
        ISymbol? symbol = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        return TypeOf(symbol) is { TypeKind: not TypeKind.Enum } type && IsInteger(type) ? symbol : null;
    }

    /// <summary>What stands behind widening conversions.</summary>
    public static IOperation Peel(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion && IsWidening(conversion))
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The type of a local or a parameter.</summary>
    public static ITypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>Whether the variable is an <c>int</c> or a <c>long</c>.</summary>
    public static bool IsIntOrLong(ISymbol symbol) => TypeOf(symbol)?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    /// <summary>The expression of an expression statement, anything else as it is.</summary>
    public static IOperation Statement(IOperation operation) => operation is IExpressionStatementOperation statement ? statement.Operation : operation;

    /// <summary>Whether an operation is the variable, behind widening conversions.</summary>
    public static bool IsReference(IOperation operation, ISymbol symbol) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, symbol),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, symbol),
        IConversionOperation { OperatorMethod: null } conversion when IsWidening(conversion) => IsReference(conversion.Operand, symbol),
        _ => false,
    };

    /// <summary>Whether an operation names the variable anywhere.</summary>
    public static bool Mentions(IOperation operation, ISymbol symbol) =>
        operation.DescendantsAndSelf().Any(d => d is ILocalReferenceOperation or IParameterReferenceOperation && IsReference(d, symbol));

    private static bool IsWidening(IConversionOperation conversion) => conversion.Type is { } to && conversion.Operand.Type is { } from && IsInteger(to) && IsInteger(from);

    private static bool IsInteger(ITypeSymbol type) => TypeNames.KindOf(type) is >= ScalarKind.Char and <= ScalarKind.UIntPtr;
}
