using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Replaces variables that carry a value from one iteration to the next (wrap-around variables: Padua and Wolfe, "Advanced compiler
/// optimizations for supercomputers", Communications of the ACM 29(12), 1986) by what the iteration before assigned to them, computed
/// again, at the beginning of the iteration. The first iterations, which see the values from before the loop, are peeled. Legal where that value
/// depends on the index, on what the loop does not change, and on memory that it does not write.
/// </summary>
public sealed class WrapAround
{
    /// <summary>Iterations back that a value may come from.</summary>
    private const int DepthLimit = 3;

    /// <summary>Nodes that a value computed again may have.</summary>
    private const int SizeLimit = 60;

    private readonly ClosedLoop _loop;
    private readonly Dictionary<Variable, (int Place, IrExpression Value)> _assigned = [];
    private readonly HashSet<Variable> _carried = [];
    private readonly Dictionary<Variable, Declaration> _earlier = [];
    private int _depth;

    private WrapAround(ClosedLoop loop) => _loop = loop;

    private Variable Index => _loop.Loop.Space!.Index;

    /// <summary>What runs instead of the loop; null where it has no such variables or others carry values too.</summary>
    public static Replacement? Apply(ClosedLoop loop) => loop.Loop.IsInTry ? null : new WrapAround(loop).Run();

    private Replacement? Run()
    {
        var body = _loop.Loop.Body.Statements;
        for (var place = 0; place < body.Count; place++)
        {
            var (variable, value) = body[place] switch
            {
                Assignment assignment => (assignment.Variable, assignment.Value),
                Declaration { Initializer: { } initializer } declaration => (declaration.Variable, initializer),
                _ => (null!, null!),
            };
            if (variable is not null && _loop.Loop.Body.VariablesAssigned().Count(v => v == variable) == 1)
                _assigned[variable] = (place, value);
        }

        foreach (var fact in _loop.Analysis.Variables.Where(v => v.Role == VariableRole.Carried))
        {
            if (!_assigned.ContainsKey(fact.Variable) || _loop.Loop.Expressions.SelectMany(e => e.VariablesRead()).Contains(fact.Variable))
                return null;
            _carried.Add(fact.Variable);
        }

        return _carried.Count == 0 ? null : Make(body);
    }

    private Replacement? Make(EquatableArray<Statement> body)
    {
        var statements = new List<Statement>();
        for (var place = 0; place < body.Count; place++)
        {
            var isFailed = false;
            var statement = body[place].Replace(e => Earlier(e, place, 0, ref isFailed));
            if (isFailed)
                return null;
            if (statement is Assignment assignment && _carried.Contains(assignment.Variable))
            {
                // Later statements of the iteration may read it: then it becomes a local of the iteration.
                var target = assignment.Variable;
                if (body.Skip(place + 1).Any(s => s.VariablesRead().Contains(target)))
                    statements.Add(statement);
                continue;
            }

            statements.Add(statement);
        }

        var locals = _carried.ToDictionary(v => v, v => _loop.MakeVariable(v.Name, v.Type));
        statements = [.. _earlier.Values, .. statements.ConvertAll(s => Rename(s, locals))];
        var last = new VariableRead(_loop.MakeVariable("last", Index.Type));
        var finals = new List<(Variable Variable, IrExpression Value)>();
        foreach (var variable in _carried.Where(IsReadBehind))
        {
            var isFailed = false;
            if (Value(variable, 0, ref isFailed) is not { } value || isFailed)
                return null;
            finals.Add((variable, value.Replace(IrRewriting.Reads(Index, last))));
        }

        if (_depth is 0 or > DepthLimit)
            return null;
        var space = _loop.Loop.Space!;
        var peeled = _depth * _loop.Step;
        if (space.Start.Type != Index.Type || Index.Type.Kind is not (ScalarKind.Int32 or ScalarKind.Int64))
            return null;
        var start = new Binary(BinaryOperator.Add, space.Start, Number(peeled), Index.Type);
        var number = _loop.MakeNumber();
        var main = _loop.MakeLoop(space with { Start = start }, statements);
        if (_loop.BoundsOf(main, number) is not { } bounds)
            return null;
        var id = _loop.Loop.Id;
        var type = Index.Type.Text;
        var count = _loop.MakeVariable("peeled", IrType.Int64);
        var before = $"for (long {count.Name} = 0; {count.Name} < {_depth}; {count.Name}++)\n{{\n{type} {Index.Name} = ({type})(__first{id} + {count.Name} * ({_loop.Step}L));\n"
            + $"{StatementPrinter.Print(body)}}}\n";
        var after = finals.Count == 0 ? "" : $"{type} {last.Variable.Name} = ({type})(__first{id} + (__trip{id} - 1L) * ({_loop.Step}L));\n"
            + string.Concat(finals.Select(f => $"{f.Variable.Name} = {CSharpPrinter.Print(f.Value)};\n"));
        var names = string.Join(" and ", _carried.Select(v => $"'{v.Name}'"));
        var isLongEnough = new Guard($"__trip{id} >= {_depth}L", "there are iterations that see values from before the loop");
        return new Replacement(_loop.Loop, [isLongEnough, .. bounds, .. Disjoint()], [main], before, after, $"computing {names} of the iteration before again")
        {
            PeeledTrip = _depth,
            Prelude = $"long __first{number} = __first{id} + ({peeled}L);\nlong __trip{number} = __trip{id} - {_depth}L;\n",
        };
    }

    /// <summary>That what the loop writes is not, under another name, what a value that is computed again reads.</summary>
    private IEnumerable<Guard> Disjoint()
    {
        var roots = _loop.Analysis.Accesses.GroupBy(a => _loop.NameOf(a.Access.Root)).Select(g => (g.First().Access.Root, IsWritten: g.Any(a => a.IsWrite))).ToList();
        foreach (var (written, _) in roots.Where(r => r.IsWritten))
        {
            foreach (var (read, _) in roots.Where(r => !r.IsWritten && AliasAnalysis.Relate(written, r.Root) != AliasKind.None))
                yield return Guard.Disjoint(written, read);
        }
    }

    private Constant Number(long value) => new(Index.Type, Index.Type.Kind == ScalarKind.Int32 ? (int)value : (object)value);

    /// <summary>The reads of carried variables that see an earlier iteration's value, replaced.</summary>
    private IrExpression? Earlier(IrExpression expression, int place, int depth, ref bool isFailed)
    {
        if (expression is not VariableRead read || !_carried.Contains(read.Variable) || _assigned[read.Variable].Place < place)
            return null;
        if (!_earlier.TryGetValue(read.Variable, out var declaration))
        {
            if (Value(read.Variable, depth + 1, ref isFailed) is not { } value)
            {
                isFailed = true;
                return null;
            }

            declaration = new Declaration(_loop.MakeVariable($"earlier_{read.Variable.Name.TrimStart('@')}", read.Variable.Type), value, "", _loop.Loop.Source);
            _earlier.Add(read.Variable, declaration);
        }

        return new VariableRead(declaration.Variable);
    }

    /// <summary>
    /// Whether the value behind the loop may be asked for: not that of a local which is made anew for each iteration of the loop around, or which the
    /// method declares once, where nothing outside of the loop reads it.
    /// </summary>
    private bool IsReadBehind(Variable variable)
    {
        var method = _loop.Method.Body;
        var around = method.SelfAndDescendants().OfType<Loop>().LastOrDefault(l => l.Body.SelfAndDescendants().Any(s => s is Loop inner && inner.Id == _loop.Loop.Id));
        var isDeclared = (around?.Body ?? method).VariablesDeclared().Contains(variable);
        return !isDeclared || variable.IsCaptured || method.VariablesRead().Count(v => v == variable) != _loop.Loop.VariablesRead().Count(v => v == variable);
    }

    /// <summary>What the iteration so many before assigns to a variable, as an expression of this iteration.</summary>
    private IrExpression? Value(Variable variable, int depth, ref bool isFailed)
    {
        _depth = Math.Max(_depth, depth);
        if (depth > DepthLimit || !_assigned.TryGetValue(variable, out var assigned))
        {
            isFailed = true;
            return null;
        }

        var failed = false;
        var place = assigned.Place;
        var value = assigned.Value.Replace(e =>
        {
            switch (e)
            {
                case VariableRead read when read.Variable == Index:
                    return depth == 0 ? read : new Binary(BinaryOperator.Subtract, read, Number(depth * _loop.Step), Index.Type);
                case VariableRead read when _loop.Context.IsInvariant(read.Variable):
                    return read;
                case VariableRead read:
                    // A private variable has the value of its own iteration; a carried one that is assigned further down that of the one before.
                    var isBefore = _assigned.TryGetValue(read.Variable, out var definition) && definition.Place < place;
                    if (!isBefore && !_carried.Contains(read.Variable))
                        failed = true;
                    var inner = failed ? null : Value(read.Variable, isBefore ? depth : depth + 1, ref failed);
                    failed |= inner is null;
                    return inner ?? read;
                case Load load when _loop.Analysis.Accesses.Any(a => a.IsWrite && _loop.NameOf(a.Access.Root) == _loop.NameOf(load.Access.Root)):
                    failed = true;
                    return load;
                default:
                    return null;
            }
        });
        isFailed |= failed || value.SelfAndDescendants().Take(SizeLimit + 1).Count() > SizeLimit;
        return isFailed ? null : value;
    }

    private static Statement Rename(Statement statement, Dictionary<Variable, Variable> locals)
    {
        var renamed = statement.Replace(e => e is VariableRead read && locals.TryGetValue(read.Variable, out var local) ? new VariableRead(local) : null);
        return renamed is Assignment assignment && locals.TryGetValue(assignment.Variable, out var target)
            ? new Declaration(target, assignment.Value, "", assignment.Source)
            : renamed;
    }
}
