using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Constructors of structs that do nothing but hand their parameters to the fields.</summary>
internal static class StructConstructors
{
    /// <summary>Structs of the base class library whose constructors take the values of the fields, by their names, as documented.</summary>
    private static readonly HashSet<string> _known = new(StringComparer.Ordinal)
    {
        "System.Numerics.Vector2", "System.Numerics.Vector3", "System.Numerics.Vector4", "System.Numerics.Complex", "System.Numerics.Quaternion",
    };

    /// <summary>The member that each parameter becomes; null where the constructor does anything else.</summary>
    public static IReadOnlyList<ISymbol>? Members(IMethodSymbol constructor, ModelCache models)
    {
        var type = constructor.ContainingType;
        if (_known.Contains(Names.FullName(type)))
            return All(constructor.Parameters.Select(p => Member(type, p, StringComparison.OrdinalIgnoreCase)));
        foreach (var member in type.GetMembers().Where(m => m is IFieldSymbol or IPropertySymbol))
            models.Consult(member);
        if (constructor.DeclaringSyntaxReferences.Length == 1 && constructor.DeclaringSyntaxReferences[0].GetSyntax() is StructDeclarationSyntax)
            return PrimaryConstructors.Members(constructor, models);
        if (constructor.DeclaringSyntaxReferences.Length != 1 || type.DeclaringSyntaxReferences.Any(r => HasInitializers(r.GetSyntax())))
            return null;
        return constructor.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            RecordDeclarationSyntax => All(constructor.Parameters.Select(p => Member(type, p, StringComparison.Ordinal))),
            ConstructorDeclarationSyntax { Initializer: null } syntax => Assigned(constructor, syntax, models),
            _ => null,
        };
    }

    private static List<ISymbol>? All(IEnumerable<ISymbol?> members)
    {
        var list = members.ToList();
        return list.Contains(null) ? null : list.ConvertAll(m => m!);
    }

    /// <summary>The member with the parameter's name and type; of a record, the property that the parameter declares.</summary>
    private static ISymbol? Member(INamedTypeSymbol type, IParameterSymbol parameter, StringComparison comparison) => type.GetMembers().FirstOrDefault(m => m.Name.Equals(parameter.Name, comparison) && m switch
    {
        IFieldSymbol { IsStatic: false } field => comparison == StringComparison.OrdinalIgnoreCase && IsSame(field.Type, parameter.Type),
        IPropertySymbol { IsStatic: false } property => IsSame(property.Type, parameter.Type)
            && (comparison == StringComparison.OrdinalIgnoreCase || property.DeclaringSyntaxReferences.All(r => r.GetSyntax() is ParameterSyntax)),
        _ => false,
    });

    private static List<ISymbol>? Assigned(IMethodSymbol constructor, ConstructorDeclarationSyntax syntax, ModelCache models)
    {
        if (models.Of(syntax)?.GetOperation(syntax) is not IConstructorBodyOperation body || (body.BlockBody ?? body.ExpressionBody) is not { } block)
            return null;
        var members = new ISymbol?[constructor.Parameters.Length];
        var assigned = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var statement in block.Operations)
        {
            if (statement is not IExpressionStatementOperation { Operation: var operation })
                return null;
            var pairs = operation switch
            {
                ISimpleAssignmentOperation { IsRef: false } simple => [(simple.Target, simple.Value)],
                IDeconstructionAssignmentOperation { Target: ITupleOperation targets } all when Tuple(all.Value) is { } values && targets.Elements.Length == values.Elements.Length =>
                    targets.Elements.Zip(values.Elements, (t, v) => (t, v)).ToList(),
                _ => new List<(IOperation Target, IOperation Value)>(),
            };
            if (pairs.Count == 0)
                return null;
            foreach (var (target, value) in pairs)
            {
                if (value is not IParameterReferenceOperation { Parameter: var parameter } || MemberOf(target) is not { } member || members[parameter.Ordinal] is not null || !assigned.Add(member))
                    return null;
                members[parameter.Ordinal] = member;
            }
        }

        return All(members);
    }

    private static ITupleOperation? Tuple(IOperation value) => value switch
    {
        ITupleOperation tuple => tuple,
        IConversionOperation { OperatorMethod: null } conversion => Tuple(conversion.Operand),
        _ => null,
    };

    private static ISymbol? MemberOf(IOperation target) => target switch
    {
        IFieldReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } field => field.Field,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, Property: var property } when PropertyFacts.IsAuto(property) => property,
        _ => null,
    };

    private static bool HasInitializers(SyntaxNode type) => type is TypeDeclarationSyntax { Members: var members } && members.Any(m => m switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Any(v => v.Initializer is not null) && !field.Modifiers.Any(x => x.Text is "static" or "const"),
        PropertyDeclarationSyntax property => property.Initializer is not null && !property.Modifiers.Any(x => x.Text == "static"),
        _ => false,
    });

    private static bool IsSame(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
