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
        var log = new PassLog(facts.DumpIr);
        log.Keep("lowering", () => IrPrinter.Print(method));
        if (method.NotRerouted is { } reason)
        {
            var verdict = new Verdict(RuleIds.NotRerouted, method.NotReroutedSource, reason, default);
            return new CompiledMethod(method, null, EquatableArray.Of(verdict), log.Text);
        }

        try
        {
            PassLog.Check("lowering", IrVerifier.Verify(method));
            method = MethodTransforms.Apply(method, log);
            var plan = LoopPlanner.Plan(method, log);
            if (facts.IgnoresCosts)
                plan = UngatedPlan.Of(plan);
            log.Keep("planning", () => PlanPrinter.Print(plan));
            var instances = PlannedInstances.Of(method, facts, log);
            if (instances.Count > 0)
                plan = PlannedInstances.Report(plan, instances);
            if (plan.Loops.Count == 0 && method.ElementWise is not null)
                return ElementWiseCompiler.Compile(method, facts, plan, log);
            var isFaster = plan.Loops.Count + plan.Replacements.Count + instances.Count > 0 && !facts.IsSequential;
            return new CompiledMethod(method, isFaster ? KernelEmitter.Emit(method, plan, facts, instances) : null, plan.Verdicts, log.Text);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Internal(method, $"{exception.GetType().Name}: {exception.Message}", log);
        }
    }

    private static CompiledMethod Internal(Method method, string what, PassLog log) => new(
        method,
        null,
        EquatableArray.Of(new Verdict(RuleIds.InternalError, method.Body.Source, $"'{method.Display}' stays sequential because of an error in AutoParallel ({what}); please report it", default)),
        log.Text);
}
