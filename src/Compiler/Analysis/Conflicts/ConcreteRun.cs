using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis.Conflicts;

/// <summary>
/// Executes a region with concrete numbers for whatever the caller decides, one value of the index after the other, and notes each
/// access to memory that the runs share. Values that depend on data are unknown: both branches are taken then.
/// </summary>
internal sealed class ConcreteRun
{
    /// <summary>So many calls are followed into one another.</summary>
    private const int MaximumDepth = 6;

    private readonly ConcurrentRegion _region;
    private readonly AccessLog _log;
    private readonly RegionNames _names;
    private readonly ExpressionValues _values;
    private readonly long _longest;
    private int _budget;
    private int _uncertain;
    private int _depth;
    private LockSet _locks = LockSet.None;
    private long _run;

    /// <param name="region">The region.</param>
    /// <param name="names">What its names stand for.</param>
    /// <param name="valuation">The numbers.</param>
    /// <param name="log">Takes the accesses.</param>
    /// <param name="budget">The steps that it may take.</param>
    /// <param name="longest">The iterations that a loop runs at most; what a longer one computes is unknown behind it.</param>
    public ConcreteRun(ConcurrentRegion region, RegionNames names, Valuation valuation, AccessLog log, int budget, long longest)
    {
        _region = region;
        _names = names;
        _log = log;
        _budget = budget;
        _longest = longest;
        _values = new ExpressionValues(region, names, valuation, this);
    }

    private enum Flow
    {
        Normal,
        Continue,
        Break,
        Return,
    }

    /// <summary>Whether something was met that cannot be executed.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Whether the work became too much.</summary>
    public bool IsExhausted => _budget < 0;

    /// <summary>Whether accesses found now certainly happen.</summary>
    public bool IsUncertain => _uncertain > 0;

    /// <summary>Executes all runs; false if there are fewer than two.</summary>
    public bool Execute()
    {
        var (first, end) = (0L, 4L);
        if (_region.Index is not null)
        {
            first = (_region.Start is { } start ? _values.Outside(start) : null) ?? 0;
            end = (_region.End is { } last ? _values.Outside(last) : null) ?? first + _values.Scale;
            if (_values.IsSpread && (end - first < 2 || end - first > 2 * _values.Scale))
                end = first + _values.Scale;
        }

        for (var i = first; i < end && !IsExhausted && !IsIncomplete; i++)
        {
            _run = i;
            _values.Begin(i);
            Execute(_region.Body);
        }

        return end - first >= 2;
    }

    /// <summary>Notes an access to a captured variable.</summary>
    public void Access(Variable variable, bool isWrite, SourceSpan source) =>
        Note(new AccessSite(variable.Name, source, isWrite, variable), new Cell(_names.NumberOf(variable), 0, 0, 0, 0));

    /// <summary>Notes an access to memory.</summary>
    public void Access(MemoryAccess access, bool isWrite)
    {
        if (_values.ContainerOf(access.Root) is not { } container)
        {
            if (!_values.IsOwn(access.Root))
                _log.AddUnknown(_names.SiteOf(access, isWrite));
            return;
        }

        var site = _names.SiteOf(access, isWrite);
        if (access.Subscripts.Count > 3 || At(0) is not { } first || At(1) is not { } second || At(2) is not { } third)
            _log.AddUnknown(site);
        else if (first >= 0 && second >= 0 && third >= 0)
            Note(site, new Cell(_names.NumberOf(access.Path.Length == 0 ? container : container + access.Path), access.Subscripts.Count, first, second, third));

        long? At(int dimension) => dimension < access.Subscripts.Count ? _values.Quietly(access.Subscripts[dimension]) : 0;
    }

    /// <summary>Executes something that may or may not happen.</summary>
    public void Perhaps(Action action)
    {
        _uncertain++;
        action();
        _uncertain--;
    }

    /// <summary>Notes that the run reaches a call.</summary>
    public void Reach(SourceSpan call) => _log.Reach(call, _run);

    /// <summary>Executes a function that is called; false where that goes too deep.</summary>
    public bool Call(FunctionBody function)
    {
        if (_depth >= MaximumDepth || function.Parameters.Count != function.Arguments.Count || function.Parameters.Any(p => p.Kind == VariableKind.Reference))
            return false;
        _depth++;
        for (var i = 0; i < function.Parameters.Count; i++)
            _values.Bind(function.Parameters[i], function.Arguments[i]);
        Execute(function.Body);
        _depth--;
        return true;
    }

    private void Note(AccessSite site, Cell cell)
    {
        _budget--;
        _log.Add(site, cell, _run, _locks);
    }

    private Flow Execute(Statement statement)
    {
        if (--_budget < 0 || IsIncomplete)
            return Flow.Return;
        switch (statement)
        {
            case Block block:
                foreach (var child in block.Statements)
                {
                    var flow = Execute(child);
                    if (flow != Flow.Normal)
                        return flow;
                }

                return Flow.Normal;
            case Declaration declaration:
                if (declaration.Initializer is { } initial)
                    _values.Assign(declaration.Variable, initial, declaration.Source, IsUncertain);
                return Flow.Normal;
            case Assignment assignment:
                _values.Assign(assignment.Variable, assignment.Value, assignment.Source, IsUncertain);
                return Flow.Normal;
            case Store store:
                _values.Of(store.Value);
                foreach (var subscript in store.Access.Subscripts)
                    _values.Of(subscript);
                Access(store.Access, true);
                return Flow.Normal;
            case If branch:
                return Execute(branch);
            case Evaluation evaluation:
                _values.Of(evaluation.Expression);
                return Flow.Normal;
            case Jump jump:
                if (jump.Value is { } value)
                    _values.Of(value);
                return IsUncertain ? Flow.Normal : jump.Kind switch
                {
                    JumpKind.Break => Flow.Break,
                    JumpKind.Continue => Flow.Continue,
                    _ => Flow.Return,
                };
            case Loop loop:
                return Execute(loop);
            case OpaqueStatement opaque:
                return Execute(opaque);
            default:
                IsIncomplete = true;
                return Flow.Return;
        }
    }

    private Flow Execute(If branch)
    {
        if (_values.Of(branch.Condition) is { } condition)
            return Execute(condition != 0 ? branch.Then : branch.Else);

        // Of the callers of an atomic operation, its result can let one alone pass.
        var outer = _locks;
        if (branch.Condition.SelfAndDescendants().OfType<OpaqueExpression>().Any(RegionNames.IsSynchronization))
            _locks = _locks.With(null);
        Perhaps(() =>
        {
            Execute(branch.Then);
            _locks = outer;
            Execute(branch.Else);
        });
        _values.Forget(branch);
        return Flow.Normal;
    }

    private Flow Execute(Loop loop)
    {
        if (loop.Space is { } space && _values.Of(space.Start) is { } start && _values.Of(space.End) is { } end
            && _values.Of(space.Step) is { } step && step != 0)
        {
            _values.Enter(space.Index, start, loop.Keyword);
            var left = _longest;
            for (var i = start; Continues(space.Comparison, i, end) && !IsExhausted && !IsIncomplete; i += step)
            {
                if (--left < 0)
                {
                    _values.Forget(loop);
                    break;
                }

                _values.Set(space.Index, i);
                var flow = Execute(loop.Body);
                if (flow == Flow.Break)
                    break;
                if (flow == Flow.Return)
                    return flow;
            }

            return Flow.Normal;
        }

        _values.Forget(loop);
        if (loop.Space is { } unknown && !_values.IsOwn(unknown.Index))
            _values.Enter(unknown.Index, null, loop.Keyword);
        Perhaps(() =>
        {
            if (loop.Condition is { } condition)
                _values.Of(condition);
            Execute(loop.Body);
        });
        _values.Forget(loop);
        return Flow.Normal;
    }

    private static bool Continues(LoopComparison comparison, long index, long end) => comparison switch
    {
        LoopComparison.Less => index < end,
        LoopComparison.LessOrEqual => index <= end,
        LoopComparison.Greater => index > end,
        LoopComparison.GreaterOrEqual => index >= end,
        _ => index != end,
    };

    private Flow Execute(OpaqueStatement statement)
    {
        if (statement.Effects.Hazards.Any(h => h.Kind == HazardKind.ControlFlow))
        {
            IsIncomplete = true;
            return Flow.Return;
        }

        foreach (var operand in statement.Operands)
            _values.Of(operand);
        if (statement.Reason == "a lock statement")
        {
            var outer = _locks;

            // An object that the run itself made keeps nobody else out.
            if (statement.Operands.Count != 1 || !_values.IsFresh(statement.Operands[0]))
                _locks = _locks.With(statement.Operands.Count == 1 ? _values.LockOf(statement.Operands[0]) : null);
            var flow = Flow.Normal;
            foreach (var nested in statement.Nested)
            {
                flow = Execute(nested);
                if (flow != Flow.Normal)
                    break;
            }

            _locks = outer;
            return flow;
        }

        if (statement.Reason is "a using statement" or "a using declaration")
        {
            foreach (var nested in statement.Nested)
            {
                var flow = Execute(nested);
                if (flow != Flow.Normal)
                    return flow;
            }

            return Flow.Normal;
        }

        Perhaps(() =>
        {
            foreach (var nested in statement.Nested)
                Execute(nested);
        });
        _values.Forget(statement);
        return Flow.Normal;
    }
}
