using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Emit;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Legality;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// A counted loop that transformations may take apart: all of it is in the IR, nothing in it calls out or leaves the iteration, and
/// with its bounds checked ahead nothing in it can throw, so that the order of its statements shows in memory alone.
/// </summary>
public sealed class ClosedLoop
{
    private readonly List<Variable> _variables;
    private int _nextLoop;
    private int _nextVariable;

    private ClosedLoop(Method method, Loop loop, LoopContext context, LoopAnalysis analysis, IReadOnlyList<Guard>? bounds, int nextLoop)
    {
        Method = method;
        Loop = loop;
        Context = context;
        Analysis = analysis;
        Bounds = bounds;
        Step = context.Polynomials.Build(loop.Space!.Step)?.ConstantValue ?? 0;
        _nextLoop = Math.Max(method.Body.NextLoopId(), nextLoop);
        _variables = [.. method.Body.VariablesDeclared(), .. method.Body.VariablesRead(), .. method.Body.VariablesAssigned()];
        _nextVariable = _variables.Max(v => v.Id) + 1;
    }

    /// <summary>The method around it.</summary>
    public Method Method { get; }

    /// <summary>The loop.</summary>
    public Loop Loop { get; }

    /// <summary>Its facts.</summary>
    public LoopContext Context { get; }

    /// <summary>Its facts.</summary>
    public LoopAnalysis Analysis { get; }

    /// <summary>That every access is inside its container; null where that cannot be asked ahead.</summary>
    public IReadOnlyList<Guard>? Bounds { get; }

    /// <summary>Its step where that is a constant, which then is not 0.</summary>
    public long Step { get; }

    /// <summary>Whether its step is a constant; where it is not, only <see cref="LoopNormalization"/> applies.</summary>
    public bool HasConstantStep => Step != 0;

    /// <summary>The loop as one that can be taken apart, without <c>continue</c>; null where it cannot.</summary>
    /// <param name="method">The method around it.</param>
    /// <param name="context">The loop.</param>
    /// <param name="analysis">Its facts.</param>
    /// <param name="nextLoop">A number that no loop has which was made elsewhere, nor any greater one.</param>
    public static ClosedLoop? Of(Method method, LoopContext context, LoopAnalysis analysis, int nextLoop)
    {
        if (context.InnerLoops.Count == 0 && LaneForm.Of(context.Loop) is var form && form != context.Loop)
        {
            method = method.Replace(context.Loop, [form]);
            context = new LoopContext(form, context.Budget);
            analysis = LoopAnalyzer.Analyze(context, method);
        }

        var loop = context.Loop;
        if (loop.Space is not { IndexLivesOutside: false } space || context.Polynomials.Build(space.Step) is not { } step || step.ConstantValue is 0 or < -1024 or > 1024
            || (step.ConstantValue is not null && space.Step is not Constant) || space.Index.IsCaptured || space.Index.Kind == VariableKind.Reference || loop.Body.VariablesAssigned().Contains(space.Index)
            || !context.IsInvariant(space.End) || !context.IsInvariant(space.Step)
            || loop.HidesFunctions || !Faultless.Is(analysis)
            || analysis.Variables.Any(v => v.Variable.IsCaptured || (v.Role != VariableRole.Invariant && v.Variable.Kind is not (VariableKind.Local or VariableKind.Parameter))))
        {
            return null;
        }

        return new ClosedLoop(method, loop, context, analysis, BoundsGuards.Hoist(context, analysis, default, true).Guards, nextLoop);
    }

    /// <summary>A loop over statements that take the place of the body, or of a part of it.</summary>
    public Loop MakeLoop(IterationSpace space, IEnumerable<Statement> statements)
    {
        var body = new Block(statements.ToEquatableArray(), "", Loop.Body.Source);
        var text = StatementPrinter.Print(body.Statements);
        var hasText = body.AllExpressions().Any(e => e is OpaqueExpression) || body.SelfAndDescendants().Any(s => s is Loop);
        return Loop with
        {
            Id = _nextLoop++,
            Space = space,
            Body = body,
            BodyText = text,
            Text = $"{StatementPrinter.Header(space)}\n{{\n{text}}}",

            // The text is that of the statements, and reads and calls nothing else but what they hold as text, as loops inside do.
            TextReads = hasText ? Loop.TextReads : default,
            Functions = hasText ? Loop.Functions : default,
        };
    }

    /// <summary>That every access of another loop, which takes the place of this one, is inside its container; null where that cannot be asked ahead.</summary>
    /// <param name="replacement">The other loop.</param>
    /// <param name="id">The number in the <c>__first</c> and <c>__trip</c> of its range.</param>
    public IReadOnlyList<Guard>? BoundsOf(Loop replacement, int id)
    {
        var loop = replacement with { Id = id };
        var context = new LoopContext(loop, Context.Budget);
        var method = Method.Replace(Loop, [loop]);
        return BoundsGuards.Hoist(context, LoopAnalyzer.Analyze(context, method), default, true).Guards;
    }

    /// <summary>The name of the container, the same for locals that are other names of it.</summary>
    public string NameOf(MemoryRoot root) => Context.Resolve(root).Text;

    /// <summary>Another loop in the place of this one; null where it cannot be taken apart.</summary>
    public ClosedLoop? InPlace(Loop replacement)
    {
        var context = new LoopContext(replacement, Context.Budget);
        var method = Method.Replace(Loop, [replacement]);
        return Of(method, context, LoopAnalyzer.Analyze(context, method), _nextLoop);
    }

    /// <summary>A number that no loop has; loops that are made later have greater ones.</summary>
    public int MakeNumber() => _nextLoop++;

    /// <summary>A local with a name of its own.</summary>
    public Variable MakeVariable(string name, IrType type)
    {
        var variable = new Variable(_nextVariable, $"__{name.TrimStart('@', '_')}{Loop.Id}_{_nextVariable}", type, VariableKind.Local);
        _nextVariable++;
        return variable;
    }
}
