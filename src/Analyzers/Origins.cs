using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>Finds the values that variables and fields are given, where all of them are in sight.</summary>
internal sealed class Origins
{
    private const int MaximumDepth = 8;

    private readonly ModelCache _models;
    private readonly CancellationToken _cancellation;
    private readonly Lazy<ILookup<ISymbol?, IOperation>> _assigned;
    private readonly Lazy<VariableUsage> _usage;
    private readonly Lazy<IReadOnlyList<ILocalFunctionOperation>> _functions;

    /// <param name="inside">An operation of the method whose variables are asked for.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Origins(IOperation inside, Compilation compilation, CancellationToken cancellation)
    {
        _models = new ModelCache(compilation);
        _cancellation = cancellation;
        var root = inside;
        while (root.Parent is { } parent)
            root = parent;
        Root = root;
        _assigned = new Lazy<ILookup<ISymbol?, IOperation>>(() => Assigned(root));
        _usage = new Lazy<VariableUsage>(() => new VariableUsage([root]));
        _functions = new Lazy<IReadOnlyList<ILocalFunctionOperation>>(() => [.. root.Descendants().OfType<ILocalFunctionOperation>()]);
    }

    /// <summary>The whole of what the method does.</summary>
    public IOperation Root { get; }

    /// <summary>Without the conversions around a value that leave it the same object.</summary>
    public static IOperation Unconverted(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { Conversion: { IsReference: true } or { IsIdentity: true } } conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>A local function of the method; null for one of another.</summary>
    public ILocalFunctionOperation? LocalFunction(IMethodSymbol function) =>
        _functions.Value.FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f.Symbol, function.OriginalDefinition));

    /// <summary>The body of a method of this compilation; null where its code is not at hand.</summary>
    public (IBlockOperation Block, SyntaxNode Syntax)? BodyOf(IMethodSymbol method) => _models.OperationOf(method, _cancellation) switch
    {
        IMethodBodyOperation body when (body.BlockBody ?? body.ExpressionBody) is { } block => (block, body.Syntax),
        _ => null,
    };

    /// <summary>Whether a method is written out in this compilation; an accessor that the compiler makes is not.</summary>
    public bool HasBody(IMethodSymbol method) => _models.OperationOf(method, _cancellation) is not null;

    /// <summary>The value of a local that is given one where it is declared, and never another.</summary>
    public IOperation? SingleValue(ILocalSymbol local) => local.IsRef ? null : _usage.Value.SingleValue(local);

    /// <summary>The values that a local or field is given, as far as they are in sight: of a field those of its declaration and of the constructors.</summary>
    public IEnumerable<IOperation> ValuesOf(IOperation place)
    {
        switch (Unconverted(place))
        {
            case ILocalReferenceOperation { Local: var local }:
                return _assigned.Value[local];
            case IFieldReferenceOperation { Field: { DeclaringSyntaxReferences.IsEmpty: false } field }:
                return ValuesOf(field, (f, o) => o is IFieldReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Field, f));
            case IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: false } property } when PropertyFacts.IsAuto(property):
                return ValuesOf(property, (p, o) => o is IPropertyReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Property, p));
            default:
                return [];
        }
    }

    /// <summary>Whether an object is one that its maker wrapped in a lock, such as <c>ArrayList.Synchronized(list)</c>.</summary>
    public bool IsSynchronized(IOperation receiver) => IsSynchronized(receiver, 0);

    /// <summary>The object that a local or a field which never changes was made by, where that is a <c>new</c>; null for any other.</summary>
    public IObjectCreationOperation? Made(IOperation place)
    {
        place = Unconverted(place);
        for (var depth = 0; depth < MaximumDepth; depth++)
        {
            var value = place switch
            {
                ILocalReferenceOperation { Local: var local } => SingleValue(local),
                IFieldReferenceOperation { Field.IsReadOnly: true } when ValuesOf(place).Take(2).ToList() is { Count: 1 } values => values.First(),
                _ => null,
            };
            if (value is null)
                return null;
            place = Unconverted(value);
            if (place is IObjectCreationOperation creation)
                return creation;
        }

        return null;
    }

    /// <summary>The member that a call of an interface's reaches, where the object is known.</summary>
    public T Implementation<T>(T member, IOperation receiver)
        where T : class, ISymbol =>
        member.ContainingType is { TypeKind: TypeKind.Interface } && Made(receiver)?.Type?.FindImplementationForInterfaceMember(member) is T found ? found : member;

    private bool IsSynchronized(IOperation value, int depth) => Unconverted(value) switch
    {
        IInvocationOperation { TargetMethod: { Name: "Synchronized", IsStatic: true, DeclaringSyntaxReferences.IsEmpty: true } } => true,
        ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation when depth < MaximumDepth => ValuesOf(value).Any(v => IsSynchronized(v, depth + 1)),
        _ => false,
    };

    private IEnumerable<IOperation> ValuesOf(ISymbol member, Func<ISymbol, IOperation, bool> isOf)
    {
        foreach (var syntax in member.DeclaringSyntaxReferences.Select(r => r.GetSyntax(_cancellation)))
        {
            var initializer = syntax switch
            {
                VariableDeclaratorSyntax field => field.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
            if (initializer is not null && _models.Of(initializer)?.GetOperation(initializer, _cancellation) is { } value)
                yield return value;
        }

        foreach (var constructor in member.ContainingType.Constructors.Where(c => !c.IsImplicitlyDeclared && c.IsStatic == member.IsStatic))
        {
            foreach (var assignment in _models.OperationOf(constructor, _cancellation)?.Descendants().OfType<ISimpleAssignmentOperation>() ?? [])
            {
                if (isOf(member, assignment.Target))
                    yield return assignment.Value;
            }
        }
    }

    private static ILookup<ISymbol?, IOperation> Assigned(IOperation root) => root.DescendantsAndSelf()
        .Select(o => o switch
        {
            IVariableDeclaratorOperation declarator => (Symbol: (ISymbol?)declarator.Symbol, Value: declarator.GetVariableInitializer()?.Value),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment => (target.Local, assignment.Value),
            _ => (null, null),
        })
        .Where(p => p.Value is not null)
        .ToLookup(p => p.Symbol, p => p.Value!, SymbolEqualityComparer.Default);
}
