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
            (method, var plan) = Plan(method, "lowering", facts, log);
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

    /// <summary>The method after <see cref="MethodTransforms"/>, and what becomes of its loops.</summary>
    /// <param name="lowered">The method as it was lowered.</param>
    /// <param name="pass">What has lowered it, for the message where its IR is broken.</param>
    /// <param name="facts">The project.</param>
    /// <param name="log">Takes the IR after each pass.</param>
    /// <exception cref="InvalidOperationException">A pass has broken an invariant of the IR.</exception>
    internal static (Method Method, MethodPlan Plan) Plan(Method lowered, string pass, CompilationFacts facts, PassLog log)
    {
        PassLog.Check(pass, IrVerifier.Verify(lowered));
        var method = MethodTransforms.Apply(lowered, log);
        var plan = LoopPlanner.Plan(method, log);
        return (method, facts.IgnoresCosts ? UngatedPlan.Of(plan) : plan);
    }

    private static CompiledMethod Internal(Method method, string what, PassLog log) => new(
        method,
        null,
        EquatableArray.Of(new Verdict(RuleIds.InternalError, method.Body.Source, $"'{method.Display}' stays sequential because of an error in AutoParallel ({what}); please report it", default)),
        log.Text);
}
