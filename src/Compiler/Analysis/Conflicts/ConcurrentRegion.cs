using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis.Conflicts;

/// <summary>Code that runs many times at once: the body of a lambda, with what is known of the method around it.</summary>
/// <param name="Body">One run.</param>
/// <param name="Index">The variable that has another value in each run; null where nothing tells them apart.</param>
/// <param name="Start">The first value of the index; null for zero.</param>
/// <param name="End">The value after the last; null where it is not known.</param>
/// <param name="Own">Variables that each run, or each thread, has for itself, besides those that the body declares.</param>
/// <param name="Definitions">The values of locals of the method that are assigned once.</param>
/// <param name="OuterLoops">The ranges of the indices of the loops around the region.</param>
/// <param name="Tables">The elements of arrays that nobody changes, by the text of the array.</param>
/// <param name="Aliases">Variables that hold the same object as another one.</param>
/// <param name="Calls">What calls run, by the call itself and not by its value, where their accesses have places of their own in the text.</param>
public sealed record ConcurrentRegion(
    Block Body,
    Variable? Index,
    IrExpression? Start,
    IrExpression? End,
    IReadOnlyCollection<Variable> Own,
    IReadOnlyDictionary<Variable, IrExpression> Definitions,
    IReadOnlyDictionary<Variable, IterationSpace> OuterLoops,
    IReadOnlyDictionary<string, IReadOnlyList<long>> Tables,
    IReadOnlyDictionary<Variable, Variable> Aliases,
    IReadOnlyDictionary<OpaqueExpression, FunctionBody> Calls)
{
    private IReadOnlyList<FunctionBody>? _functions;

    /// <summary>The functions that the region calls, as far as they are followed.</summary>
    public IReadOnlyList<FunctionBody> Functions => _functions ??= Called();

    /// <summary>The body and those of the functions.</summary>
    public IEnumerable<Block> Blocks => Functions.Select(f => f.Body).Prepend(Body);

    /// <summary>What a call runs; null where it is not followed.</summary>
    public FunctionBody? FunctionOf(OpaqueExpression call) => Calls.TryGetValue(call, out var function) ? function : call.Function;

    private IReadOnlyList<FunctionBody> Called()
    {
        var found = new List<FunctionBody>();
        var pending = new Queue<Block>([Body]);
        while (pending.Count > 0)
        {
            foreach (var function in pending.Dequeue().AllExpressions().OfType<OpaqueExpression>().Select(FunctionOf).OfType<FunctionBody>())
            {
                if (found.Any(f => ReferenceEquals(f.Body, function.Body)))
                    continue;
                found.Add(function);
                pending.Enqueue(function.Body);
            }
        }

        return found;
    }
}
