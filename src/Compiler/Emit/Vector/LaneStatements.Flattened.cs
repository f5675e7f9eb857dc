using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <content>Vectors that enter an inner loop and leave it one by one.</content>
internal sealed partial class LaneStatements
{
    private HashSet<Variable> _counters = [];

    /// <summary>The parts of a body that <see cref="LoopFlattening.Split"/> takes apart, each vector a copy.</summary>
    public FlattenedBody Flatten(Block body)
    {
        var (before, inner, after) = LoopFlattening.Split(body)!.Value;
        var readAfter = new HashSet<Variable>(after.VariablesRead());
        var readInside = new HashSet<Variable>([.. inner.Body.VariablesRead(), .. inner.Condition!.VariablesRead(), .. readAfter]);
        var mentioned = new HashSet<Variable>([.. readInside, .. inner.Body.VariablesAssigned(), .. after.VariablesAssigned()]);
        DeclareOuter(body);
        foreach (var variable in before.Statements.OfType<Declaration>().Select(d => d.Variable).Where(mentioned.Contains).Distinct())
        {
            Declare(variable);
            _ahead.Add(variable);
        }

        var mask = $"__in{_nextMask++}";
        var type = _context.VectorType(LaneType.Mask);
        foreach (var copy in _active)
            Line($"{type} {mask}_{copy} = {type}.Zero;");
        var declarations = Taken();
        var all = _active;
        var (enter, leave) = (new List<IReadOnlyList<string>>(), new List<IReadOnlyList<string>>());
        foreach (var copy in all)
        {
            _active = [copy];
            EmitBlock(before, null, readInside);
            Line($"{mask}_{copy} = {type}.AllBitsSet;");
            enter.Add(Taken());
        }

        _active = all;
        EmitLaneTests(inner.Condition!.Conjuncts(), mask);
        _counters = CountersOf(inner);
        _counters.ExceptWith(_reductions);
        EmitIteration(inner, mask, readAfter);
        var pass = Taken();
        var counters = _counters.Select(c => (Variable: c, Lane: _context.LaneOf(c.Type))).ToList();
        _counters = [];
        foreach (var copy in all)
        {
            _active = [copy];
            foreach (var (counter, lane) in counters)
            {
                var local = _context.Local(counter, copy);
                if (_expressions[copy].Wrap(local, counter.Type, lane) is var wrapped && wrapped != local)
                    Line($"{local} = {wrapped};");
            }

            EmitBlock(after, null, []);
            leave.Add(Taken());
        }

        return new FlattenedBody(mask, declarations, enter, pass, leave);
    }

    private List<string> Taken()
    {
        var taken = _lines;
        _lines = [];
        return taken;
    }

    /// <summary>
    /// The integers that the inner loop does nothing with but step them: all their bits are needed after it only, and lanes that are wider than
    /// they are hold more of them meanwhile.
    /// </summary>
    private static HashSet<Variable> CountersOf(Loop inner)
    {
        var steps = inner.Body.SelfAndDescendants().OfType<Assignment>().Where(a => a.Step is not null).ToList();
        var assigned = inner.Body.VariablesAssigned().ToList();
        var read = inner.Body.AllExpressions().Concat(inner.Condition!.SelfAndDescendants()).OfType<VariableRead>().Select(r => r.Variable).ToList();
        return [.. steps.GroupBy(a => a.Variable).Where(g => g.Key.Type.IsInteger && g.Count() == assigned.Count(v => v == g.Key) && g.Count() == read.Count(v => v == g.Key)).Select(g => g.Key)];
    }
}

/// <summary>What becomes of a body around an inner loop, by lines.</summary>
/// <param name="Mask">The base name of the masks of the lanes that are still in the inner loop.</param>
/// <param name="Declarations">The variables that live from one part to another.</param>
/// <param name="Enter">For each vector, what comes before the inner loop.</param>
/// <param name="Pass">One pass of the inner loop for all vectors.</param>
/// <param name="Leave">For each vector, what comes after it.</param>
internal sealed record FlattenedBody(
    string Mask,
    IReadOnlyList<string> Declarations,
    IReadOnlyList<IReadOnlyList<string>> Enter,
    IReadOnlyList<string> Pass,
    IReadOnlyList<IReadOnlyList<string>> Leave);
