using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// A loop that carries counters or sums from iteration to iteration, as lanes run it: what the iteration contributes is computed first, so
/// that what the lanes before it contribute is known (scan: Blelloch, "Prefix sums and their applications", CMU-CS-90-190, 1990), and in the
/// rest of the body the variable is a local that begins with that. Legal where a contribution needs neither the variable itself nor what
/// the body writes before it.
/// </summary>
public sealed class RunningForm
{
    private readonly Loop _original;
    private readonly List<RunningValue> _values = [];
    private readonly List<(MemoryRoot Stored, MemoryRoot Read)> _passed = [];
    private readonly bool _reassociates;
    private List<Statement> _statements;
    private int _nextVariable;

    private RunningForm(Loop loop, bool reassociates)
    {
        _reassociates = reassociates;
        _original = loop;
        _statements = loop.Body.Unnested().ToList();
        _nextVariable = loop.Body.NextVariableId();
    }

    /// <summary>The loop in that form.</summary>
    public Loop Loop => _original with { Body = _original.Body with { Statements = _statements.ToEquatableArray() }, TextReads = default };

    /// <summary>The variables that it carries.</summary>
    public EquatableArray<RunningValue> Values => _values.ToEquatableArray();

    /// <summary>What contributions read that are now computed ahead of stores, and where those go: they must be different memory.</summary>
    public IReadOnlyList<(MemoryRoot Stored, MemoryRoot Read)> Passed => _passed;

    /// <summary>The form of a loop; null where it carries nothing, or something that is not understood.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    /// <param name="reassociates">Whether floating-point numbers may be added up in any order.</param>
    public static RunningForm? Of(Loop loop, LoopAnalysis analysis, bool reassociates)
    {
        if (loop.Space is not { Step: Constant } || loop.Mark is not null || loop.IsInTry || loop.InlinesMathematics || loop.HasContext)
            return null;
        var form = new RunningForm(LaneForm.Of(loop), reassociates);
        if (form._original.Body.SelfAndDescendants().Any(s => s is IR.Loop or OpaqueStatement or Jump))
            return null;
        var carried = analysis.Variables.Where(v => v.Role == VariableRole.Carried).Select(v => (v.Variable, (MemoryAccess?)null)).Concat(form.CarryElements()).ToList();

        // Beside a running value, a reduction is one that nobody reads in between.
        if (carried.Count > 0)
            carried.AddRange(analysis.Reductions.Where(r => r.IsExact || reassociates).Select(r => (r.Accumulator, (MemoryAccess?)null)));
        return carried.Count > 0 && carried.TrueForAll(c => form.Carry(c.Item1, c.Item2)) ? form : null;
    }

    /// <summary>Puts locals in the place of elements that the iteration before has written.</summary>
    private List<(Variable Variable, MemoryAccess? Start)> CarryElements()
    {
        var carried = new List<(Variable, MemoryAccess?)>();
        foreach (var store in _statements.OfType<Store>().ToList())
        {
            if (PreviousElement.Of(store.Access, new LoopContext(Loop)) is not { AtStart: { } start } previous)
                continue;
            var id = _nextVariable++;
            var variable = new Variable(id, $"__previous{_original.Id}_{id}", previous.Type, VariableKind.Local);
            _statements = previous.Rewrite(_statements, store, variable).ToList();
            carried.Add((variable, start));
        }

        return carried;
    }

    /// <summary>The loop with nothing in its body but what contributions are made of; null where they need more than the memory before it.</summary>
    public Loop? ContributionsAlone()
    {
        var needed = new HashSet<Variable>(_values.Select(v => v.Change));
        var kept = new List<Statement>();
        foreach (var statement in Enumerable.Reverse(_statements))
        {
            if (!statement.VariablesAssigned().Concat(statement.VariablesDeclared()).Any(v => needed.Contains(v) || _values.Exists(r => r.Current == v && statement is Declaration)))
            {
                // What the iteration itself has written before is not in memory yet when contributions are added up.
                if (LoopContext.Stores(statement).Any(s => kept.SelectMany(k => k.AllExpressions()).OfType<Load>().Any(l => AliasAnalysis.MayMeet(s.Root, l.Access.Root))))
                    return null;
                continue;
            }

            if (LoopContext.Stores(statement).Any() || statement.VariablesRead().Any(v => _values.Exists(r => r.Current == v)))
                return null;
            needed.UnionWith(statement.VariablesRead());
            kept.Insert(0, statement);
        }

        return _original with { Body = _original.Body with { Statements = kept.ToEquatableArray() }, TextReads = default };
    }

    /// <summary>Takes one variable into the form.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="start">The element that holds what it begins with; null for a variable of the method.</param>
    private bool Carry(Variable variable, MemoryAccess? start)
    {
        if (variable.IsCaptured || variable.Kind is not (VariableKind.Local or VariableKind.Parameter)
            || !(variable.Type.Kind is ScalarKind.Int32 or ScalarKind.UInt32 or ScalarKind.Int64 or ScalarKind.UInt64
                || (_reassociates && variable.Type.Kind is ScalarKind.Single or ScalarKind.Double))
            || _original.Expressions.SelectMany(e => e.VariablesRead()).Contains(variable))
        {
            return false;
        }

        var first = _statements.FindIndex(s => Mentions(s, variable));
        var rest = _statements.Skip(first).ToList();
        if (first < 0 || Contributions.Of(variable, rest, new LoopContext(Loop)) is not { } contributions)
            return false;
        _passed.AddRange(contributions.Passed);
        var id = _nextVariable;
        _nextVariable += 2;
        var current = new Variable(id, $"__{variable.Name.TrimStart('@')}{id}", variable.Type, VariableKind.Local);
        var change = new Variable(id + 1, $"__{(contributions.Counts ? "counts" : "adds")}{id}", contributions.Counts ? IrType.Bool : variable.Type, VariableKind.Local);
        var value = new RunningValue(variable, current, change, contributions.Operator) { Start = start };
        var packing = new PackedAccesses(value, contributions);
        var body = packing.Rewrite(rest);
        _values.Add(value with { IsRead = packing.IsRead });
        var source = rest[0].Source;
        _statements = [.. _statements.Take(first), new Declaration(change, contributions.Sum, "", source), new Declaration(current, null, "", source), .. body];
        return !_statements.Exists(s => Mentions(s, variable));
    }

    private static bool Mentions(Statement statement, Variable variable) =>
        statement.VariablesRead().Contains(variable) || statement.VariablesAssigned().Contains(variable);
}
