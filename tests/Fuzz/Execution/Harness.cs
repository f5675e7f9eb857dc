using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.Fuzz.Execution;

/// <summary>
/// A class around a method called <c>Kernel</c> and its helpers, with the two ways to call it. The fields of the class that the method
/// reads count as parameters; with such, it is a method of an instance.
/// </summary>
/// <param name="Source">The class.</param>
/// <param name="Parameters">Types, as C# writes them, and names.</param>
internal sealed record Harness(string Source, IReadOnlyList<(string Type, string Name)> Parameters)
{
    /// <summary>The harness of a method.</summary>
    public static Harness Of(string members, string name, CSharpParseOptions options)
    {
        var type = CSharpSyntaxTree.ParseText($"class C {{ {members} }}", options).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First();
        var kernel = type.Members.OfType<MethodDeclarationSyntax>().First(m => m.Identifier.Text == Generation.FuzzMethod.Name);
        var fields = type.Members.OfType<FieldDeclarationSyntax>()
            .Where(f => !f.Modifiers.Any(SyntaxKind.StaticKeyword) && !f.Modifiers.Any(SyntaxKind.ConstKeyword))
            .Select(f => (Type: f.Declaration.Type.ToString(), Name: f.Declaration.Variables[0].Identifier.Text)).ToList();
        var parameters = kernel.ParameterList.Parameters.Select(p => (Type: p.Type!.ToString(), Name: p.Identifier.Text)).ToList();
        var arguments = string.Join(", ", parameters.Select((p, i) => Argument(p.Type, fields.Count + i)));
        var list = string.Join(", ", parameters.Select(p => $"{p.Type} {p.Name}"));
        var isStatic = kernel.Modifiers.Any(SyntaxKind.StaticKeyword);
        var receiver = isStatic ? name : $"new {name} {{ {string.Join(", ", fields.Select((f, i) => $"{f.Name} = {Argument(f.Type, i)}"))} }}";
        var source = $$"""
            public {{(isStatic ? "static" : "sealed")}} class {{name}}
            {
                private delegate {{kernel.ReturnType}} Original({{list}});

                public static object? Sequential(object[] a)
                {
                    Original original = {{(isStatic ? "" : $"({receiver}).")}}Kernel;
                    return original({{arguments}});
                }

                public static object? Rerouted(object[] a) => {{(isStatic ? "" : $"({receiver}).")}}Kernel({{arguments}});

            {{members}}
            }
            """;
        return new Harness(source, [.. fields, .. parameters]);
    }

    private static string Argument(string type, int position) => type.Contains("Span<", StringComparison.Ordinal)
        ? $"((Memory<{type[(type.IndexOf('<') + 1)..^1]}>)a[{position}]).Span"
        : $"({type})a[{position}]";
}
