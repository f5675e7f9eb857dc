using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Where a body assigns its locals and parameters, and which of them its lambdas and local functions capture; one pass over it.</summary>
internal sealed class VariableUsage
{
    private readonly Dictionary<ISymbol, List<int>> _writes = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation?> _initializers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _inFunctions = new(SymbolEqualityComparer.Default);

    public VariableUsage(IEnumerable<IOperation> bodies)
    {
        var functions = new DirectFunctions();
        var reads = new List<(IOperation Reference, ISymbol Symbol)>();
        foreach (var body in bodies)
        {
            foreach (var operation in body.DescendantsAndSelf())
            {
                functions.Record(operation);
                Record(operation, reads);
            }
        }

        foreach (var (reference, symbol) in reads)
        {
            if (!functions.RunOnlyHere(reference, symbol))
                _captured.Add(symbol);
        }
    }

    /// <summary>Whether the variable is assigned, incremented or passed by reference in a stretch of the text; its initializer does not count.</summary>
    public bool IsWrittenIn(ISymbol variable, TextSpan span)
    {
        if (!_writes.TryGetValue(variable, out var positions))
            return false;
        var index = positions.BinarySearch(span.Start);
        if (index < 0)
            index = ~index;
        return index < positions.Count && positions[index] < span.End;
    }

    /// <summary>How often a stretch of the text assigns the variable.</summary>
    public int WritesIn(ISymbol variable, TextSpan span) => _writes.TryGetValue(variable, out var positions) ? positions.Count(p => p >= span.Start && p < span.End) : 0;

    /// <summary>How often the variable is assigned after its declaration.</summary>
    public int WriteCount(ISymbol variable) => _writes.TryGetValue(variable, out var positions) ? positions.Count : 0;

    /// <summary>
    /// Whether a lambda or local function mentions the variable and somebody assigns it after its declaration. Not meant are functions that
    /// only read it and run nowhere but where the method calls them: <see cref="IsReadByFunctions"/>.
    /// </summary>
    public bool IsCapturedAndChanged(ISymbol variable) => _captured.Contains(variable) && WriteCount(variable) > 0;

    /// <summary>Whether a lambda or local function of the method mentions the variable, so that a call reads it.</summary>
    public bool IsReadByFunctions(ISymbol variable) => _inFunctions.Contains(variable);

    /// <summary>The initial value of a local that is never assigned again; null for any other.</summary>
    public IOperation? SingleValue(ISymbol variable) =>
        WriteCount(variable) == 0 && _initializers.TryGetValue(variable, out var value) ? value : null;

    private void Record(IOperation operation, List<(IOperation Reference, ISymbol Symbol)> reads)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                Record(local, local.Local, local.IsDeclaration, reads);
                break;
            case IParameterReferenceOperation parameter:
                Record(parameter, parameter.Parameter, false, reads);
                break;
            case IVariableDeclaratorOperation declarator:
                _initializers[declarator.Symbol] = declarator.GetVariableInitializer()?.Value;
                if (declarator.Symbol.IsRef && declarator.GetVariableInitializer()?.Value is { } referent)
                    RecordWrite(Target(referent));
                break;
        }
    }

    private void Record(IOperation reference, ISymbol symbol, bool isDeclaration, List<(IOperation Reference, ISymbol Symbol)> reads)
    {
        var count = WriteCount(symbol);
        RecordWriteAround(reference, symbol, isDeclaration);
        if (!EscapingFunction(reference, symbol))
            return;
        _inFunctions.Add(symbol);
        if (WriteCount(symbol) > count)
            _captured.Add(symbol);
        else
            reads.Add((reference, symbol));
    }

    private void RecordWriteAround(IOperation reference, ISymbol symbol, bool isDeclaration)
    {
        if (isDeclaration)
            return;
        for (var place = reference; place.Parent is { } parent; place = parent)
        {
            switch (parent)
            {
                case IAssignmentOperation assignment when assignment.Target == place:
                case IIncrementOrDecrementOperation:
                case IAddressOfOperation:
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                case IInlineArrayAccessOperation when IsWriteOf(parent):
                    RecordWrite(reference);
                    return;
                case IInvocationOperation call when call.Instance == place && symbol is ILocalSymbol or IParameterSymbol
                    && place.Type is { IsValueType: true, IsReadOnly: false } && !call.TargetMethod.IsReadOnly && IsUserStruct(place.Type):
                    RecordWrite(reference);
                    return;
                case ITupleOperation:
                case IFieldReferenceOperation { Instance.Type.IsValueType: true } field when field.Instance == place:
                case IPropertyReferenceOperation { Instance.Type.IsValueType: true } property when property.Instance == place && property.Property is { IsIndexer: false, SetMethod: not null }:
                case IDeclarationExpressionOperation:
                case IConversionOperation { Conversion.IsIdentity: true }:
                    continue;
                default:
                    return;
            }
        }
    }

    /// <summary>A struct whose methods could change it; the library's are known one by one.</summary>
    private static bool IsUserStruct(ITypeSymbol type) => !type.DeclaringSyntaxReferences.IsEmpty;

    private static bool IsWriteOf(IOperation place) => place.Parent is IAssignmentOperation assignment && assignment.Target == place;

    private static IOperation Target(IOperation referent)
    {
        while (referent is IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance })
            referent = instance;
        return referent;
    }

    private void RecordWrite(IOperation place)
    {
        ISymbol? symbol = place switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        if (symbol is null)
            return;
        if (!_writes.TryGetValue(symbol, out var positions))
            _writes[symbol] = positions = [];
        var position = place.Syntax.SpanStart;
        if (positions.Count > 0 && positions[positions.Count - 1] > position)
        {
            var index = positions.BinarySearch(position);
            positions.Insert(index < 0 ? ~index : index, position);
        }
        else
        {
            positions.Add(position);
        }
    }

    /// <summary>Whether the reference is inside a lambda or local function that does not declare the variable and may run later.</summary>
    private static bool EscapingFunction(IOperation reference, ISymbol symbol)
    {
        for (var outer = reference.Parent; outer is not null; outer = outer.Parent)
        {
            var function = outer switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is null)
                continue;
            if (SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function))
                return false;
            if (outer is ILocalFunctionOperation || !EndsWithCall(outer))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a lambda is an argument of a library call that is done with it when it returns, directly or at the end of a chain
    /// of queries: <c>xs.Where(x => x > i).Sum()</c>.
    /// </summary>
    public static bool EndsWithCall(IOperation lambda)
    {
        for (var value = lambda.Parent; value is not null; value = value.Parent)
        {
            switch (value)
            {
                case IDelegateCreationOperation or IConversionOperation or IArgumentOperation or ITranslatedQueryOperation:
                    continue;
                case IInvocationOperation call when PureCalls.Of(Names.FullName(call.TargetMethod.ContainingType), call.TargetMethod.Name)
                    is CallEffect.Pure or CallEffect.ReadsElements or CallEffect.WritesElements:
                    if (call.Type is { TypeKind: not (TypeKind.Interface or TypeKind.Delegate or TypeKind.TypeParameter or TypeKind.Dynamic) })
                        return true;
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
