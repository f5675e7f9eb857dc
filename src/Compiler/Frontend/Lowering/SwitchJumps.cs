using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// <c>goto case</c> in a switch that becomes a chain of tests: the section that it goes to ends with a jump of its own, so its statements can
/// stand in the place of the <c>goto</c>, again.
/// </summary>
internal static class SwitchJumps
{
    private const int MostRepeated = 16;

    /// <summary>The section that a <c>goto case</c> or <c>goto default</c> goes to; null for any other jump.</summary>
    public static ISwitchCaseOperation? Section(IBranchOperation branch)
    {
        if (branch.BranchKind != BranchKind.GoTo)
            return null;
        for (var outer = branch.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is ISwitchOperation choice)
                return choice.Cases.FirstOrDefault(c => c.Clauses.Any(k => SymbolEqualityComparer.Default.Equals(k.Label, branch.Target)));

            // What is left early would be left in another place.
            if (outer is ILoopOperation or ITryOperation or ILockOperation or IUsingOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
                return null;
        }

        return null;
    }

    /// <summary>Whether every <c>goto</c> inside goes to a section that can be repeated, without end or great number.</summary>
    public static bool AreRepeatable(ISwitchOperation choice)
    {
        var budget = MostRepeated;
        return Jumps(choice).All(j => Section(j) is { } section && MayRepeat(section, [], ref budget));
    }

    private static bool MayRepeat(ISwitchCaseOperation section, IReadOnlyList<ISwitchCaseOperation> open, ref int budget)
    {
        if (open.Contains(section) || --budget < 0 || section.Descendants().Any(Declares))
            return false;
        foreach (var jump in Jumps(section))
        {
            if (Section(jump) is not { } next || !MayRepeat(next, [.. open, section], ref budget))
                return false;
        }

        return true;
    }

    private static IEnumerable<IBranchOperation> Jumps(IOperation operation) => operation.Descendants().OfType<IBranchOperation>().Where(b => b.BranchKind == BranchKind.GoTo);

    /// <summary>Whether it declares something, or is a loop, which are there once.</summary>
    private static bool Declares(IOperation operation) => operation is IVariableDeclaratorOperation or IDeclarationExpressionOperation or IDeclarationPatternOperation
        or IRecursivePatternOperation { DeclaredSymbol: not null } or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation;
}
