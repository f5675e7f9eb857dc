using System.Diagnostics;

using AutoParallel.Compiler;
using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Analysis.Dependence;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;
using AutoParallel.Compiler.Planning;
using AutoParallel.Compiler.Transforms;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoParallel.GeneratorBenchmarks;

/// <summary>
/// What each stage of the compiler takes for a <c>[Parallel]</c> method that it has never seen, once its own code is compiled: nothing that is
/// remembered of methods and of dependence systems between two compilations counts. The last line is no time: what exact tests touched.
/// </summary>
internal static class MethodTimes
{
    private const int WarmUp = 3;
    private const int Rounds = 9;

    private static readonly string[] _stages = ["binding (Roslyn's)", "frontend", "transforms", "analysis, legality", "planning", "emission", "all but binding", "10^6 coefficients"];

    /// <summary>Measures each method of the corpus, and prints a line a stage.</summary>
    /// <param name="type">The one type whose methods are measured; null for all.</param>
    public static void Report(string? type)
    {
        var files = Corpus.Files("DataRaceBench", "Gallery", "Tsvc", "NumbaPrange").ToList();
        var compilation = Solution.Make([.. files, Corpus.Usings, HardMethods.File]);
        var methods = Methods(compilation, files.Append(HardMethods.File)).Where(m => m.ContainingType.Name == (type ?? m.ContainingType.Name)).ToList();
        var hard = methods.Where(m => m.ContainingType.Name == HardMethods.TypeName).ToList();
        methods = methods.Except(hard, SymbolEqualityComparer.Default).Cast<IMethodSymbol>().ToList();
        var times = new Dictionary<IMethodSymbol, double[]>(SymbolEqualityComparer.Default);
        for (var round = 0; round < WarmUp; round++)
            methods.ForEach(m => Measure(m, compilation));
        foreach (var method in methods)
        {
            var rounds = Enumerable.Range(0, Rounds).Select(_ => Measure(method, compilation)).ToList();
            times[method] = [.. _stages.Select((_, stage) => Part(rounds.ConvertAll(r => r[stage]), 0.5))];
        }

        Console.WriteLine($"{methods.Count} methods marked [Parallel] that can be rerouted; milliseconds a method");
        for (var stage = 0; stage < _stages.Length && methods.Count > 0; stage++)
        {
            var all = times.Values.Select(t => t[stage]).ToList();
            var worst = times.OrderByDescending(t => t.Value[stage]).Take(3).Select(t => $"{t.Key.ContainingType.Name}.{t.Key.Name} {t.Value[stage]:F2}");
            Console.WriteLine($"{_stages[stage],-20} median {Part(all, 0.5):F3}, 95 % below {Part(all, 0.95):F2}, mean {all.Average():F3}, worst: {string.Join(", ", worst)}");
        }

        foreach (var method in hard)
        {
            Measure(method, compilation);
            var time = Measure(method, compilation);
            Console.WriteLine($"{method.Name,-20} {string.Join(", ", _stages.Zip(time, (stage, milliseconds) => $"{stage} {milliseconds:F1}"))}");
        }
    }

    private static IEnumerable<IMethodSymbol> Methods(CSharpCompilation compilation, IEnumerable<SyntaxTree> files)
    {
        foreach (var file in files)
        {
            var model = compilation.GetSemanticModel(file);
            foreach (var declaration in file.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if (model.GetDeclaredSymbol(declaration) is { } method && method.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == MethodFrontend.AttributeName)
                    && MethodFrontend.Lower(method, compilation, default).NotRerouted is null)
                {
                    yield return method;
                }
            }
        }
    }

    /// <summary>The time of each stage.</summary>
    private static double[] Measure(IMethodSymbol symbol, CSharpCompilation compilation)
    {
        var reference = symbol.DeclaringSyntaxReferences[0];
        var (syntax, model) = (reference.GetSyntax(), compilation.GetSemanticModel(reference.SyntaxTree));
        var binding = Time(() => model.GetOperation(syntax), out _);
        var frontend = Time(() => MethodFrontend.Lower(symbol, compilation, default), out var lowered);
        SolvedSystems.Forget();
        var log = new PassLog(false);
        var transforms = Time(() => MethodTransforms.Apply(lowered, log), out var method);
        var legality = Time(() => Check(method), out _);
        SolvedSystems.Forget();
        var budget = new WorkBudget();
        var planning = Time(() => LoopPlanner.Plan(method, log, budget), out var plan);
        var emission = Time(() => plan.Loops.Count + plan.Replacements.Count > 0 ? KernelEmitter.Emit(method, plan, CompilationFacts.Default, []) : null, out _);
        SolvedSystems.Forget();
        var compiling = Time(() => MethodCompiler.Compile(lowered, CompilationFacts.Default), out _);
        return [binding, Math.Max(0, frontend - binding), transforms, legality, planning, emission, Math.Max(0, frontend - binding) + compiling, (WorkBudget.PerMethod - budget.Left) / 1e6];
    }

    /// <summary>Asks of each loop of the method, as it is, whether it is parallel.</summary>
    private static int Check(Method method)
    {
        var legal = 0;
        foreach (var loop in method.Body.SelfAndDescendants().OfType<Loop>())
        {
            var context = new LoopContext(loop);
            if (ParallelLegality.Check(context, LoopAnalyzer.Analyze(context, method), method.Options.FloatMode).IsLegal)
                legal++;
        }

        return legal;
    }

    private static double Time<T>(Func<T> run, out T result)
    {
        var start = Stopwatch.GetTimestamp();
        result = run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Part(List<double> values, double part)
    {
        values.Sort();
        return values[(int)(values.Count * part)];
    }
}
