using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler;

/// <summary>Compiles a function of one element: a loop for each form of overload, and the overloads.</summary>
internal static class ElementWiseCompiler
{
    /// <summary>Up to so many parameters, any of them may be a collection while the others are not.</summary>
    private const int MostFree = 3;

    /// <summary>
    /// The files of the overloads, and what became of the loop in which every parameter is a collection; of a function with loops of
    /// its own, what became of those.
    /// </summary>
    /// <param name="function">A method with an <see cref="ElementWiseShape"/>.</param>
    /// <param name="facts">The project.</param>
    /// <param name="own">The plan of the function itself.</param>
    /// <param name="log">The passes so far.</param>
    public static CompiledMethod Compile(Method function, CompilationFacts facts, MethodPlan own, PassLog log)
    {
        var forms = Forms(function.ElementWise!.Parameters.Count).ToList();
        var files = new List<GeneratedFile>();
        var verdicts = default(EquatableArray<Verdict>);
        foreach (var form in forms)
        {
            var (file, found) = CompileForm(function, form, facts, log);
            files.Add(file);
            if (form.All(v => v))
                verdicts = found;
        }

        files.Add(new GeneratedFile($"{function.KernelName}.Overloads.g.cs", OverloadEmitter.Emit(function, forms)));
        var hasLoops = function.Body.SelfAndDescendants().Any(s => s is Loop);
        return new CompiledMethod(function, null, hasLoops ? own.Verdicts : verdicts, log.Text, files.ToEquatableArray());
    }

    private static (GeneratedFile File, EquatableArray<Verdict> Verdicts) CompileForm(Method function, EquatableArray<bool> form, CompilationFacts facts, PassLog log)
    {
        var method = MethodTransforms.Apply(ElementWiseMap.Of(function, form), log);
        var loop = ElementWiseMap.LoopId(function);
        var plan = LoopPlanner.Plan(method, log);

        // A loop of the function's own is planned only as a part of the one around it.
        var isPlanned = !facts.IsSequential && plan.Loops.ContainsKey(loop);
        var loops = isPlanned ? plan.Loops.Where(l => l.Key == loop).ToDictionary(l => l.Key, l => l.Value) : [];
        var verdicts = plan.Verdicts
            .Where(v => v.RuleId is not (RuleIds.RunsOnCores or RuleIds.Vectorized or RuleIds.StaysSequential) || v.Source == function.ElementWise!.Source)
            .Select(v => v with { Message = InWordsOf(function, v.Message) })
            .ToEquatableArray();
        var kept = new MethodPlan(loops, verdicts, isPlanned ? EntryGate.Of(method, loops.Values, []) : null);
        return (new GeneratedFile($"{method.KernelName}.g.cs", KernelEmitter.Emit(method, kept, facts)), verdicts);
    }

    /// <summary>A message with the function's parameters for those of its loop.</summary>
    private static string InWordsOf(Method function, string message) => function.ElementWise!.Parameters
        .Aggregate(message, (text, p) => text.Replace($"'{ElementWiseMap.NameOf(p)}'", $"'{p.Name}'"))
        .Replace($"'{ElementWiseMap.ResultName}'", "'result'");

    /// <summary>Which parameters may be collections: any of a few, else all, or the first.</summary>
    private static IEnumerable<EquatableArray<bool>> Forms(int parameters)
    {
        if (parameters <= MostFree)
        {
            for (var bits = 1; bits < 1 << parameters; bits++)
                yield return Enumerable.Range(0, parameters).Select(i => (bits >> i & 1) == 1).ToEquatableArray();
            yield break;
        }

        yield return Enumerable.Repeat(true, parameters).ToEquatableArray();
        yield return Enumerable.Range(0, parameters).Select(i => i == 0).ToEquatableArray();
    }
}
