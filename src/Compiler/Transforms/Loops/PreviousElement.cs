using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// An element that each iteration reads and that the iteration before has written, as in <c>b[i] = b[i - 1] + a[i]</c>: it can be kept in a
/// variable from one to the next (Callahan, Carr and Kennedy, "Improving register allocation for subscripted variables", PLDI 1990).
/// </summary>
internal sealed class PreviousElement
{
    private readonly LoopContext _context;
    private readonly IReadOnlyList<AccessFact> _reads;

    private PreviousElement(LoopContext context, IReadOnlyList<AccessFact> reads)
    {
        _context = context;
        _reads = reads;
    }

    /// <summary>The read of the element.</summary>
    public MemoryAccess Access => _reads[0].Access;

    /// <summary>The access as the loop's first iteration makes it, over the index and what stands before the loop alone; null where there is none.</summary>
    public MemoryAccess? AtStart
    {
        get
        {
            var access = Access.Replace(Definition);
            var local = new HashSet<Variable>(_context.Loop.Body.VariablesDeclared());
            return access.Subscripts.SelectMany(s => s.VariablesRead()).Any(local.Contains) ? null : access;

            IrExpression? Definition(IrExpression expression) =>
                expression is VariableRead read && _context.Definitions.TryGetValue(read.Variable, out var definition) ? definition.Replace(Definition) : null;
        }
    }

    /// <summary>The element's type.</summary>
    public IrType Type => Access.Root.Element;

    /// <summary>The reads of what a store of every iteration has written in the one before; null where there are none.</summary>
    /// <param name="written">What is stored to.</param>
    /// <param name="context">The loop.</param>
    public static PreviousElement? Of(MemoryAccess written, LoopContext context)
    {
        var accesses = LoopAnalyzer.AccessesOf(context, context.Loop.Body).Where(a => a.Access.Root.Text == written.Root.Text).ToList();
        var write = accesses.Find(a => a.IsWrite && a.Access.Equals(written));
        if (write is not { IsAffine: true, Access.Path.Length: 0 } || accesses.Count(a => a.IsWrite) != 1 || !context.IsInvariant(written.Root)
            || context.Polynomials.Build(context.Loop.Space!.Step)?.ConstantValue is not { } step)
        {
            return null;
        }

        var reads = accesses.FindAll(a => !a.IsWrite && IsBefore(a));
        return reads.Count > 0 ? new PreviousElement(context, reads) : null;

        bool IsBefore(AccessFact read) => read.IsAffine && read.Affine.Count == write.Affine.Count && read.Affine.Zip(write.Affine, (r, w) =>
            r.Coefficient.Equals(w.Coefficient) && (r.Offset + (w.Coefficient * Polynomial.Constant(step))).Equals(w.Offset)).All(same => same)
            && write.Affine.Any(a => !a.Coefficient.IsZero);
    }

    /// <summary>The body with the variable in the place of the element.</summary>
    /// <param name="statements">The body.</param>
    /// <param name="store">The store, one of them.</param>
    /// <param name="variable">The variable, which begins with the element.</param>
    public IEnumerable<Statement> Rewrite(IEnumerable<Statement> statements, Store store, Variable variable)
    {
        foreach (var statement in statements)
        {
            if (!ReferenceEquals(statement, store))
            {
                yield return statement.Replace(Read);
                continue;
            }

            yield return new Assignment(variable, Unfold(store.Value).Replace(Read), "", store.Source);
            yield return store with { Value = new VariableRead(variable) };
        }

        // A local that holds the value tells nothing of how the element before comes into it.
        IrExpression Unfold(IrExpression value) =>
            value is VariableRead read && _context.Definitions.TryGetValue(read.Variable, out var definition) ? Unfold(definition) : value;

        IrExpression? Read(IrExpression expression) =>
            expression is Load load && _reads.Any(r => r.Access.Equals(load.Access)) && _context.IsInvariant(load.Access.Root) ? new VariableRead(variable) : null;
    }
}
