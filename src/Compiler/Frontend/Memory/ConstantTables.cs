using System.Globalization;

using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Finds arrays of numbers that are written once, where they are declared, and never handed to anyone.</summary>
internal sealed class ConstantTables(Lowering lowering)
{
    private readonly Dictionary<ISymbol, ConstantTable?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The elements of the tables that an operation mentions, by their text.</summary>
    public static Dictionary<string, IReadOnlyList<long>> Of(IOperation operation, Lowering lowering)
    {
        var tables = new Dictionary<string, IReadOnlyList<long>>(StringComparer.Ordinal);
        foreach (var reference in operation.Descendants())
        {
            if (lowering.Tables.Of(reference) is { } table)
                tables[reference is ILocalReferenceOperation own ? lowering.VariableOf(own.Local).Name : lowering.Text(reference.Syntax)] = table.Elements;
        }

        return tables;
    }

    /// <summary>The table that an operation refers to; null for anything else.</summary>
    public ConstantTable? Of(IOperation reference)
    {
        ISymbol? symbol = reference switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field } => field,
            ILocalReferenceOperation { Local: { Type: IArrayTypeSymbol } local } => local,
            _ => null,
        };
        if (symbol is null)
            return null;
        if (!_known.TryGetValue(symbol, out var table))
        {
            var elements = symbol is IFieldSymbol known ? Of(known, lowering.Inference.Models, lowering.Cancellation) : Of((ILocalSymbol)symbol, reference, lowering);
            _known[symbol] = table = elements is null ? null : new ConstantTable(elements);
        }

        return table;
    }

    private static IReadOnlyList<long>? Of(IFieldSymbol field, ModelCache models, CancellationToken cancellation)
    {
        if (field.Type is not IArrayTypeSymbol { Rank: 1 } || field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } value }
            || models.Of(value) is not { } model || Elements(model.GetOperation(value, cancellation)) is not { } elements)
        {
            return null;
        }

        foreach (var part in field.ContainingType.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)))
        {
            if (models.Of(part) is not { } own)
                return null;
            foreach (var name in part.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == field.Name))
            {
                if (own.GetOperation(name, cancellation) is { } use && use is IFieldReferenceOperation && !OnlyReads(Outer(use)))
                    return null;
            }
        }

        return elements;
    }

    private static IReadOnlyList<long>? Of(ILocalSymbol local, IOperation operation, Lowering lowering)
    {
        if (lowering.Usage.SingleValue(local) is not { } value || Elements(value) is not { } elements)
            return null;
        var whole = operation;
        while (whole.Parent is { } parent)
            whole = parent;
        return whole.Descendants().OfType<ILocalReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Local, local)).All(OnlyReads) ? elements : null;
    }

    /// <summary>A qualified name stands for the field that it ends in.</summary>
    private static IOperation Outer(IOperation reference) =>
        reference.Parent is IFieldReferenceOperation outer && outer.Syntax.Span.Contains(reference.Syntax.Span) ? outer : reference;

    /// <summary>Whether the array is only looked into: an element is read, or its length.</summary>
    private static bool OnlyReads(IOperation array) => array.Parent switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference == array && element.Syntax.Parent is not RefExpressionSyntax && element.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target != element,
            IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation or IReturnOperation { Syntax: RefExpressionSyntax } => false,
            IArgumentOperation { Parameter.RefKind: not RefKind.None } => false,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => false,
            _ => true,
        },
        IPropertyReferenceOperation { Property.Name: "Length" or "LongLength" } => true,
        IConversionOperation { Parent: IForEachLoopOperation } => true,
        IForEachLoopOperation => true,
        _ => false,
    };

    private static IReadOnlyList<long>? Elements(IOperation? value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        var elements = value switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.AsEnumerable(),
            ICollectionExpressionOperation collection => collection.Elements,
            IArrayInitializerOperation initializer => initializer.ElementValues,
            _ => null,
        };
        var numbers = elements?.Select(e => e.ConstantValue is { HasValue: true, Value: int or long or short or byte or sbyte or ushort or uint } constant
            ? Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture)
            : (long?)null).ToList();
        return numbers is null || numbers.Any(n => n is null) ? null : [.. numbers.Select(n => n!.Value)];
    }
}
