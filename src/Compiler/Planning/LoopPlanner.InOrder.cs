using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler.Planning;

/// <content>Loops that one worker runs in their order.</content>
public sealed partial class LoopPlanner
{
    /// <summary>Lets a loop that stays in its order keep the elements in locals that it reads soon after it has written them.</summary>
    private void KeepElements(LoopContext context, LoopAnalysis analysis)
    {
        if (_method.ElementWise is not null || context.InnerLoops.Count > 0 || ClosedLoop.Of(_method, context, analysis, _nextLoop) is not { } loop
            || ScalarReplacement.Apply(loop) is not { } replacement
            || EntryGate.Of(_method, [], [replacement]) == EntryGate.Never)
        {
            return;
        }

        _nextLoop = Math.Max(_nextLoop, replacement.Statements.Max(s => s.NextLoopId()));
        _replacements[context.Loop.Id] = replacement;
        _ordered.Add(replacement);
    }
}
