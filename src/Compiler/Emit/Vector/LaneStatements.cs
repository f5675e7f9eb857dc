using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>
/// Writes the statements of a loop body over lanes: every statement for each interleaved copy, branches as masks, and inner loops
/// until no lane is left in them (Karrenberg and Hack, "Whole-function vectorization", CGO 2011).
/// </summary>
internal sealed partial class LaneStatements
{
    private readonly LaneContext _context;
    private readonly int _copies;
    private List<string> _lines = [];
    private readonly Dictionary<Variable, string> _uniformScalars = [];
    private readonly Dictionary<Variable, IrExpression> _uniformValues = [];
    private readonly HashSet<Variable> _declared = [];
    private readonly HashSet<Variable> _ahead = [];
    private readonly HashSet<Variable> _reductions;
    private readonly LaneExpressions[] _expressions;
    private readonly InterleavedStores _interleaved;
    private int[] _active;
    private HashSet<Variable> _loopReads = [];
    private int _depth;
    private int _nextMask;
    private string? _loopMask;

    /// <summary>Prepares a body for a number of interleaved copies.</summary>
    public LaneStatements(LaneContext context, int copies)
    {
        _context = context;
        _copies = copies;
        _active = [.. Enumerable.Range(0, copies)];
        _interleaved = new InterleavedStores(context);
        _reductions = context.Accumulators;
        _expressions = [.. Enumerable.Range(0, copies).Select(c => new LaneExpressions(context, c, v => _uniformScalars.TryGetValue(v, out var s) ? s : null, Line))];
    }

    /// <summary>The base name of the mask of the lanes that have an iteration, in a pass over fewer of them than lanes.</summary>
    public const string RestMask = "__rest";

    /// <summary>The lines of one pass.</summary>
    public IReadOnlyList<string> Emit(Block body)
    {
        DeclareOuter(body);
        EmitBlock(body, _context.Rest is null ? null : RestMask, []);
        foreach (var value in _context.AddsUp ? [] : _context.Running)
            Line(new RunningLanes(_context, value).Pass);
        return _lines;
    }

    /// <summary>The loop's own variables that the body only assigns.</summary>
    private void DeclareOuter(Block body)
    {
        var own = new HashSet<Variable>(body.VariablesDeclared());
        var outer = body.VariablesAssigned().Where(v => !own.Contains(v)).Distinct();
        foreach (var variable in outer.Where(v => !_reductions.Contains(v)))
            Declare(variable);
    }

    private void Line(string text) => _lines.Add(new string(' ', _depth * 4) + text);

    private string Value(IrExpression expression, string? mask, int copy) => _expressions[copy].Value(expression, Of(mask, copy));

    /// <summary>The mask of one interleaved copy.</summary>
    private static string? Of(string? mask, int copy) => mask is null ? null : $"{mask}_{copy}";

    private void Declare(Variable variable)
    {
        if (!_declared.Add(variable))
            return;
        foreach (var copy in _active)
            Line($"{_context.VectorType(_context.LaneOf(variable.Type))} {_context.Local(variable, copy)} = default;");
    }

    /// <param name="block">The statements.</param>
    /// <param name="mask">The base name of the masks of the active lanes; null while all are.</param>
    /// <param name="live">What is read after the block by lanes that are not active in it.</param>
    private void EmitBlock(Block block, string? mask, HashSet<Variable> live)
    {
        for (var i = 0; i < block.Statements.Count; i++)
        {
            if (mask is null && _interleaved.GroupAt(block.Statements, i) is { } group)
            {
                EmitGroup([.. block.Statements.Skip(i).Take(group.Count).Cast<Store>()], group);
                i += group.Count - 1;
                continue;
            }

            EmitStatement(block.Statements[i], mask, live, block.Statements[i] is Block or If or Loop ? LiveAfter(block, i, live) : live);
            if (mask is not null && mask != _loopMask && _loopMask is not null && ContainsBreak(block.Statements[i]))
            {
                foreach (var copy in _active)
                    Line($"{mask}_{copy} &= {_loopMask}_{copy};");
            }
        }
    }

    /// <summary>What is read behind a statement of a block that has others inside.</summary>
    private static HashSet<Variable> LiveAfter(Block block, int place, HashSet<Variable> live)
    {
        var after = new HashSet<Variable>(live);
        for (var later = place + 1; later < block.Statements.Count; later++)
            after.UnionWith(block.Statements[later].VariablesRead());
        return after;
    }

    private static bool ContainsBreak(Statement statement) =>
        statement is not Loop && (statement is Jump { Kind: JumpKind.Break } || statement.Children.Any(ContainsBreak));

    private void EmitStatement(Statement statement, string? mask, HashSet<Variable> live, HashSet<Variable> after)
    {
        _context.Shared.Clear();
        switch (statement)
        {
            case Block block:
                EmitBlock(block, mask, after);
                break;
            case Declaration declaration:
                EmitDeclaration(declaration, mask);
                break;
            case Assignment assignment:
                EmitAssignment(assignment, mask, live);
                break;
            case Store store:
                EmitStore(store, mask);
                break;
            case If branch:
                EmitIf(branch, mask, after);
                break;
            case Loop { Space: { } space } loop:
                EmitCounted(loop, space, mask, after);
                break;
            case Loop loop:
                EmitLoop(loop, mask, after);
                break;
            case Evaluation:
                break;
            case Jump { Kind: JumpKind.Throw }:
                _context.CanFail = true;
                foreach (var copy in _active)
                    Line(mask is null ? $"goto {_context.Failure};" : $"if ({mask}_{copy} != {_context.VectorType(LaneType.Mask)}.Zero) goto {_context.Failure};");
                break;
            case Jump { Kind: JumpKind.Break }:
                foreach (var copy in _active)
                    Line(mask is null || mask == _loopMask ? $"{_loopMask}_{copy} = default;" : $"{_loopMask}_{copy} &= ~{mask}_{copy};");
                break;
            default:
                throw new InvalidOperationException($"No lanes for {statement.GetType().Name}");
        }

        _context.Shared.Clear();
    }

    private void EmitDeclaration(Declaration declaration, string? mask)
    {
        var variable = declaration.Variable;
        _declared.Add(variable);
        if (_context.Running.FirstOrDefault(v => v.Current == variable) is { } running)
        {
            foreach (var line in new RunningLanes(_context, running).Enter(_expressions))
                Line(line);
            return;
        }

        var type = _context.VectorType(_context.LaneOf(variable.Type));
        foreach (var copy in _active)
        {
            var value = declaration.Initializer is { } initializer ? Value(initializer, mask, copy) : "default";
            Line($"{(_ahead.Contains(variable) ? "" : type + " ")}{_context.Local(variable, copy)} = {value};");
        }

        Remember(variable, declaration.Initializer, mask);
        if (variable == _context.Exit)
        {
            _context.CanFail = true;
            var any = string.Join(" | ", _active.Select(c => _context.Local(variable, c)));
            Line($"if (({any}) != {type}.Zero) goto {_context.Failure};");
        }
    }

    /// <summary>Keeps in mind which variables hold the same value in all lanes, for loops that step them.</summary>
    private void Remember(Variable variable, IrExpression? value, string? mask)
    {
        if (mask is null && value is not null && _context.IsUniform(value))
            _uniformValues[variable] = value;
        else
            _uniformValues.Remove(variable);
    }

    private void EmitAssignment(Assignment assignment, string? mask, HashSet<Variable> live)
    {
        var variable = assignment.Variable;
        Remember(variable, assignment.Value, mask);
        var lane = _context.LaneOf(variable.Type);
        var isBlended = mask is not null && (live.Contains(variable) || _reductions.Contains(variable));
        if (_uniformScalars.TryGetValue(variable, out var scalar))
        {
            if (isBlended)
                EmitStep(assignment, mask!, lane);
            Line($"{scalar} = {ScalarStep(assignment, scalar)};");
            return;
        }

        if (isBlended && _counters.Contains(variable))
        {
            EmitStep(assignment, mask!, lane);
            return;
        }

        var values = new string[_copies];
        foreach (var copy in _active)
        {
            var local = _context.Local(variable, copy);
            var value = _reductions.Contains(variable) ? _expressions[copy].LowBits(assignment.Value, Of(mask, copy)) : Value(assignment.Value, mask, copy);
            values[copy] = isBlended ? $"{_context.Vector}.ConditionalSelect({_expressions[copy].Reinterpret($"{mask}_{copy}", lane)}, {value}, {local})" : value;
        }

        foreach (var copy in _active)
            Line($"{_context.Local(variable, copy)} = {values[copy]};");
    }

    /// <summary>Steps a counter in the lanes of a mask.</summary>
    private void EmitStep(Assignment assignment, string mask, LaneType lane)
    {
        foreach (var copy in _active)
        {
            var local = _context.Local(assignment.Variable, copy);
            var selected = _expressions[copy].Reinterpret($"{mask}_{copy}", lane);

            // A lane of a mask is 0 or -1. That of a loop is a vector already, while the processor's own masks blend as cheaply.
            Line(mask == _loopMask && assignment.Step == 1
                ? $"{local} -= {selected};"
                : $"{local} = {_context.Vector}.ConditionalSelect({selected}, {local} + {Stepped(assignment, lane)}, {local});");
        }
    }

    private string Stepped(Assignment assignment, LaneType lane) =>
        _context.Hoist("c", $"{_context.Vector}.Create(unchecked(({lane.Element(_context.LaneBytes)})({StepText(assignment)})))");

    private static string ScalarStep(Assignment assignment, string scalar) => $"unchecked({scalar} + ({StepText(assignment)}))";

    private static string StepText(Assignment assignment)
    {
        var step = assignment.Step!.Value;
        return CSharpPrinter.Print(new Constant(assignment.Variable.Type, assignment.Variable.Type.Kind == ScalarKind.Int64 ? step : (object)unchecked((int)step)));
    }

    private void EmitStore(Store store, string? mask)
    {
        var element = store.Access.Type;
        var value = store.Value;
        if (element.Kind == ScalarKind.Single && _context.LaneBytes == 8 && value is Conversion { Operand.Type.IsFloatingPoint: true } narrowing)
            value = narrowing.Operand;
        var texts = new string[_copies];
        foreach (var copy in _active)
            texts[copy] = Value(value, mask, copy);
        if (_context.Pattern(store.Access) == AccessPattern.Indirect)
        {
            EmitScatter(store.Access, texts, mask);
            return;
        }

        // Loads behind a store wait for it where their addresses agree in the lowest twelve bits, as those of arrays of like size may.
        if (_active.Length > 1 && store.Value.SelfAndDescendants().Any(e => e is Load))
        {
            foreach (var copy in _active)
                texts[copy] = _expressions[copy].Keep("new", texts[copy]);
        }

        foreach (var copy in _active)
            Line($"{_context.Store(store.Access, texts[copy], Of(mask, copy), copy)};");
    }

    /// <summary>Stores at subscripts of the lanes' own, all checked before the first is written, in the order of the iterations.</summary>
    private void EmitScatter(MemoryAccess access, string[] values, string? mask)
    {
        var indices = new string[_copies];
        foreach (var copy in _active)
            indices[copy] = _expressions[copy].Indices(access, Of(mask, copy));
        foreach (var copy in _active)
            Line($"{_context.StoreAt(access, values[copy], indices[copy], Of(mask, copy))};");
    }

    /// <summary>Stores that are written together, after all their values have been computed in the order of the statements.</summary>
    private void EmitGroup(List<Store> stores, IReadOnlyList<Store> inMemory)
    {
        var values = new string[_copies, stores.Count];
        foreach (var store in stores)
        {
            _context.Shared.Clear();
            foreach (var copy in _active)
                values[copy, inMemory.ToList().IndexOf(store)] = _expressions[copy].Keep("part", Value(store.Value, null, copy));
        }

        foreach (var copy in _active)
        {
            foreach (var line in _interleaved.Write(inMemory, [.. Enumerable.Range(0, stores.Count).Select(s => values[copy, s])], copy))
                Line(line);
        }
    }

    private void EmitIf(If branch, string? mask, HashSet<Variable> after)
    {
        var name = $"__if{_nextMask++}";
        var type = _context.VectorType(LaneType.Mask);
        foreach (var copy in _active)
        {
            var condition = Value(branch.Condition, mask, copy);
            Line($"{type} {name}_{copy} = {(mask is null ? condition : $"{mask}_{copy} & {condition}")};");
        }

        var hasElse = !branch.Else.Statements.IsEmpty;
        if (hasElse)
        {
            foreach (var copy in _active)
                Line($"{type} {name}e_{copy} = {(mask is null ? $"~{name}_{copy}" : $"{mask}_{copy} & ~{name}_{copy}")};");
        }

        var live = new HashSet<Variable>(after);
        live.UnionWith(_loopReads);
        var thenLive = new HashSet<Variable>(live);
        if (hasElse)
            thenLive.UnionWith(branch.Else.VariablesRead());
        EmitBlock(branch.Then, name, thenLive);
        if (hasElse)
            EmitBlock(branch.Else, $"{name}e", live);
    }
}
