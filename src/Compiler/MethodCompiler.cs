using System.Text;

using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler;

/// <summary>Compiles one lowered method: facts, legality, plan, C#. A pure function of its input, which has no compiler objects.</summary>
public static class MethodCompiler
{
    /// <summary>Compiles; never throws for a method the frontend produced.</summary>
    public static CompiledMethod Compile(Method method, CompilationFacts facts)
    {
        var dump = facts.DumpIr ? new StringBuilder() : null;
        dump?.Append("# lowered\n").Append(IrPrinter.Print(method));
        if (method.NotRerouted is { } reason)
        {
            var verdict = new Verdict(RuleIds.NotRerouted, method.NotReroutedSource, reason, default);
            return new CompiledMethod(method, null, EquatableArray.Of(verdict), dump?.ToString());
        }

        var problems = IrVerifier.Verify(method);
        if (problems.Count > 0)
            return Internal(method, $"malformed IR: {problems[0]}", dump);
        MethodPlan plan;
        string? source = null;
        try
        {
            method = UnchangedFields.Remove(Inlining.Apply(method));
            plan = LoopPlanner.Plan(method);
            if (facts.IgnoresCosts)
                plan = UngatedPlan.Of(plan);
            dump?.Append("# planned\n").Append(PlanPrinter.Print(plan));
            var instances = PlannedInstances.Of(method, facts);
            if (instances.Count > 0)
                plan = PlannedInstances.Report(plan, instances);
            if (plan.Loops.Count == 0 && method.ElementWise is not null)
                return ElementWiseCompiler.Compile(method, facts, plan, dump?.ToString());
            if (plan.Loops.Count + plan.Replacements.Count + instances.Count > 0 && !facts.IsSequential)
                source = KernelEmitter.Emit(method, plan, facts, instances);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Internal(method, $"{exception.GetType().Name}: {exception.Message}", dump);
        }

        return new CompiledMethod(method, source, plan.Verdicts, dump?.ToString());
    }

    private static CompiledMethod Internal(Method method, string what, StringBuilder? dump) => new(
        method,
        null,
        EquatableArray.Of(new Verdict(RuleIds.InternalError, method.Body.Source, $"'{method.Display}' stays sequential because of an error in AutoParallel ({what}); please report it", default)),
        dump?.ToString());
}
