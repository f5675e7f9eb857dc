using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Finds the structs from outside that an outermost loop assigns, such as a sum of vectors, and how to make them from their numbers.</summary>
internal sealed class StructAccumulators(Lowering lowering)
{
    /// <summary>Those of a loop, each with its numbers as accesses by their paths.</summary>
    public IEnumerable<(ISymbol Symbol, StructAccumulator Accumulator, IReadOnlyDictionary<string, MemoryAccess> Parts)> Of(ILoopOperation loop)
    {
        var symbols = loop.Descendants().Select(SymbolOf).OfType<ISymbol>().Distinct(SymbolEqualityComparer.Default).ToList();
        foreach (var symbol in symbols)
        {
            var type = (symbol as ILocalSymbol)?.Type ?? ((IParameterSymbol)symbol).Type;
            if (type is not INamedTypeSymbol { IsValueType: true } structure || lowering.Whole!.Contains(symbol) || !IsOutside(symbol, loop) || !lowering.Usage.IsWrittenIn(symbol, loop.Syntax.Span)
                || lowering.Usage.IsReadByFunctions(symbol) || lowering.Names.WhyUnnameable(structure) is not null
                || StructLeaves.Of(structure, lowering) is not { } leaves || Creation(structure, leaves) is not { } creation)
            {
                continue;
            }

            var whole = lowering.VariableOf(symbol);
            if (whole.IsCaptured || whole.Kind is not (VariableKind.Local or VariableKind.Parameter))
                continue;
            var parts = leaves.ToDictionary(l => l.Path, l => Access(whole, l, loop.Syntax));
            yield return (symbol, new StructAccumulator(whole, leaves.Select(l => parts[l.Path]).ToEquatableArray(), creation), parts);
        }
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: { IsRef: false } local } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter,
        _ => null,
    };

    /// <summary>Whether it has a value before the loop, as far as its declaration says.</summary>
    private bool IsOutside(ISymbol symbol, ILoopOperation loop) => symbol switch
    {
        ILocalSymbol local => local.DeclaringSyntaxReferences.All(r => !loop.Syntax.Span.Contains(r.Span)
            && r.GetSyntax(lowering.Cancellation) is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer: not null }),
        _ => SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, lowering.Method),
    };

    private MemoryAccess Access(Variable whole, StructLeaf leaf, SyntaxNode loop)
    {
        var text = whole.Name + leaf.Path;
        var root = new MemoryRoot(text, MemoryKind.Field, leaf.Type, 0, leaf.Type, EquatableArray.Of(whole), null);
        return new MemoryAccess(root, default, "", lowering.Source(loop), text);
    }

    /// <summary>C# that makes the struct of its numbers; null where there is none.</summary>
    private string? Creation(INamedTypeSymbol type, IReadOnlyList<StructLeaf> leaves)
    {
        if (leaves.Any(l => l.Members.Count != 1))
            return null;
        var members = leaves.Select(l => l.Members[0].Member).ToList();
        var name = lowering.Names.Of(type);
        if (members.TrueForAll(m => m is IFieldSymbol { IsReadOnly: false } || (m is IPropertySymbol { SetMethod: { } setter } && IsAccessible(setter))))
            return $"default({name}) with {{{{ {string.Join(", ", members.Select((m, i) => $"{Identifiers.Escape(m.Name)} = {{{i}}}"))} }}}}";
        foreach (var constructor in type.InstanceConstructors.Where(c => c.Parameters.Length == members.Count && IsAccessible(c)))
        {
            if (constructor.Parameters.Any(p => p.RefKind != RefKind.None) || StructConstructors.Members(constructor, lowering.Inference.Models) is not { } assigned)
                continue;
            var order = assigned.Select(a => StructLeaves.PathOf(type, a, lowering) is { } path ? leaves.ToList().FindIndex(l => l.Path == path) : -1).ToList();
            if (order.TrueForAll(i => i >= 0) && order.Distinct().Count() == order.Count)
                return $"new {name}({string.Join(", ", order.Select(i => $"{{{i}}}"))})";
        }

        return null;
    }

    private bool IsAccessible(ISymbol symbol) => lowering.Compilation.IsSymbolAccessibleWithin(symbol, lowering.Compilation.Assembly);
}
