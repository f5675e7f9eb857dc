using AutoParallel.Compiler;
using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>Emits kernels for <c>[Parallel]</c> methods, and reroutes their calls.</summary>
[Microsoft.CodeAnalysis.Generator(LanguageNames.CSharp)]
public sealed class ParallelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var facts = context.AnalyzerConfigOptionsProvider
            .Select((options, _) => BuildProperties.Read(options.GlobalOptions))
            .WithTrackingName(TrackingNames.Facts);
        var lowered = context.CompilationProvider.Combine(facts.Select((known, _) => known.IsChecked))
            .SelectMany((pair, cancellation) => MethodFinder.Find(pair.Left, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.Lowered);
        var compiled = lowered.Combine(facts)
            .Select((pair, _) => Result.Of(pair.Left, KnownMethods.Compile(pair.Left.Method, pair.Right)))
            .WithTrackingName(TrackingNames.Compiled);
        var kernels = compiled.Where(method => method.Source is not null);

        context.RegisterImplementationSourceOutput(
            kernels,
            (output, method) => output.AddSource($"{method.Candidate.Method.KernelName}.g.cs", method.Source!));

        // The overloads are what a user can name, so that they, and what they call, must be there while the user types.
        context.RegisterSourceOutput(
            compiled.Where(method => !method.Overloads.IsEmpty),
            (output, method) =>
            {
                foreach (var file in method.Overloads)
                    output.AddSource(file.Name, file.Text);
            });

        var known = kernels.Select((method, _) => Kernel.Of(method.Candidate))
            .Collect()
            .Select((all, _) => all.OrderBy(k => k.Name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Kernels);
        var calls = context.CompilationProvider.Combine(known).Combine(facts)
            .SelectMany((pair, cancellation) => pair.Right.IsSequential
                ? default
                : CallSiteFinder.Find(pair.Left.Left, pair.Left.Right, cancellation))
            .WithTrackingName(TrackingNames.Calls);

        context.RegisterImplementationSourceOutput(calls, (output, file) =>
            output.AddSource($"AutoParallel.Interceptors.{file.Name}.g.cs", InterceptorEmitter.Emit(file.Calls)));
    }
}
