using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis;

/// <summary>
/// Tells uniform values, the same in all lanes, from varying ones. A uniform value is computed once, as a scalar, before the loop; so it
/// must be able to be computed there.
/// </summary>
public sealed class UniformityAnalysis
{
    private readonly LoopContext _context;
    private readonly HashSet<Variable> _indices;

    /// <summary>Prepares the answers for the lanes of a loop.</summary>
    /// <param name="context">The loop.</param>
    /// <param name="indices">
    /// Indices of inner loops that all lanes run together: with them, the answer is whether the value is uniform where it stands.
    /// </param>
    public UniformityAnalysis(LoopContext context, IEnumerable<Variable>? indices = null)
    {
        _context = context;
        _indices = [.. indices ?? []];
    }

    /// <summary>
    /// Whether the value is uniform. An element of an array that the loop writes counts, if its subscript does: that the loop is
    /// parallel means that no other iteration writes it, and as all read it, that none does, if there are two at least.
    /// </summary>
    public bool IsUniform(IrExpression expression) => expression switch
    {
        Constant => true,
        VariableRead read => _context.IsInvariant(read.Variable) || _indices.Contains(read.Variable),
        LengthOf length => _context.IsInvariant(length.Root),
        Load load => _context.IsInvariant(load.Access.Root) && (load.Access.Path.Length == 0 || load.Access.Number is not null) && load.Operands.All(IsUniform),
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } division when !division.Type.IsFloatingPoint =>
            division.HasSafeDivisor && IsUniform(division.Left),
        Binary { IsChecked: true } or Unary { IsChecked: true } or Conversion { IsChecked: true } => false,
        MathCall call when Knowledge.MathFunctions.MayThrow(call.Function, call.Arguments[0].Type) => false,
        OpaqueExpression opaque => opaque.Effects.Equals(Effects.None) && !opaque.IsFresh && opaque.Operands.All(IsUniform),
        _ => expression.Operands.All(IsUniform),
    };
}
