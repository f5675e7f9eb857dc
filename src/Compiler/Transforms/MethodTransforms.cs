using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>What every method goes through before its loops are planned.</summary>
public static class MethodTransforms
{
    /// <summary>The passes in their order, each with what it does as the log names it.</summary>
    private static readonly IReadOnlyList<(string Name, Func<Method, Method> Apply)> _all =
    [
        ("inlining", Inlining.Apply),
        ("removing unchanged fields", UnchangedFields.Remove),
        ("dividing indices by shifts", DivisionOfIndices.Rewrite),
        ("dividing multiples by shifts", ExactDivision.Rewrite),
        ("finding fixed locals", FixedLocals.Attach),
    ];

    /// <summary>The method after all of them.</summary>
    /// <exception cref="InvalidOperationException">A pass has broken an invariant of the IR.</exception>
    public static Method Apply(Method method, PassLog log) => _all.Aggregate(method, (current, pass) => log.Run(pass.Name, pass.Apply, current));
}
