namespace AutoParallel.Compiler.Transforms;

/// <summary>The transformations that can make a loop parallel, in the order in which they are tried.</summary>
public static class LoopTransforms
{
    /// <summary>How often a loop may be transformed before what came out of it stays as it is.</summary>
    public const int DepthLimit = 3;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Func<ClosedLoop, Replacement?>> All =
    [
        InductionSubstitution.Apply, FloatingInduction.Apply, WrapAround.Apply, ExtremumKey.Apply, ExtremumLocation.Apply, ConditionalLastValue.Apply, ElementPromotion.Apply, Distribution.Apply,
        ScalarRenaming.Apply, IndexSetSplitting.Apply, LoopUnswitching.Apply,
    ];

    /// <summary>Those that lanes gain from alone, in a loop inside one for the cores.</summary>
    public static readonly IReadOnlyList<Func<ClosedLoop, Replacement?>> ForLanes = [WrapAround.Apply];

    /// <summary>Those that apply to a loop.</summary>
    public static IReadOnlyList<Func<ClosedLoop, Replacement?>> For(ClosedLoop loop) => loop.HasConstantStep ? All : [LoopNormalization.Apply];
}
