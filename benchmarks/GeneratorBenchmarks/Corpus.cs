using System.Reflection;
using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.GeneratorBenchmarks;

/// <summary>The code that compiler and analyzers are timed on: sources of this repository, which the assembly holds as resources.</summary>
internal static class Corpus
{
    /// <summary>The directives that the sources of projects with implicit ones need.</summary>
    public static CSharpSyntaxTree Usings { get; } = Solution.Parse(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using AutoParallel;
        global using static AutoParallel.Loops;
        """,
        "Usings.cs");

    /// <summary>The classes of some folders, each as a file of its own.</summary>
    public static IEnumerable<SyntaxTree> Files(params string[] folders)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(r => folders.Contains(r.Split('/')[0])).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var root = Solution.Parse(reader.ReadToEnd(), resource).GetCompilationUnitRoot();
            var container = root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
            foreach (var member in container?.Members ?? root.Members)
            {
                if (member is not BaseTypeDeclarationSyntax type)
                    continue;
                var place = container is null ? "" : $"namespace {container.Name};\n";
                yield return Solution.Parse($"{root.Usings.ToFullString()}{place}{member.ToFullString()}", $"{type.Identifier.Text}.cs");
            }
        }
    }
}
