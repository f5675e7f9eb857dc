using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Transforms;

/// <summary>
/// Makes a loop over collections of a function of one element: <c>for (i) result[i] = f(x[i], y)</c>. The body of the function is
/// put in the place of the call, with each <c>return</c> as <see cref="Inlining"/> has it; the text that runs where lanes cannot calls
/// the function as it was written. Legal for any function: what it does besides its value stays in the body, for the loop's analyses.
/// </summary>
public static class ElementWiseMap
{
    /// <summary>The function as emitted next to its loop.</summary>
    private const string Function = "__Function";

    /// <summary>The name of the collection of results in the loop's method.</summary>
    public const string ResultName = "__result";

    /// <summary>The name of a parameter of the loop's method.</summary>
    public static string NameOf(Variable parameter) => $"__all_{parameter.Name.TrimStart('@')}";

    /// <summary>The name of the class of one form: <c>v</c> for each parameter that is a collection, <c>u</c> for each that is one value.</summary>
    public static string KernelOf(Method function, EquatableArray<bool> varying) =>
        $"{function.KernelName}_{string.Concat(varying.Select(v => v ? 'v' : 'u'))}";

    /// <summary>The number of the loop in the method that <see cref="Of"/> makes.</summary>
    public static int LoopId(Method function) => function.Body.NextLoopId();

    /// <summary>The loop over the elements of the parameters that vary; the others have one value for all.</summary>
    /// <param name="function">A method with an <see cref="ElementWiseShape"/>.</param>
    /// <param name="varying">For each parameter whether it is a collection; at least one is.</param>
    public static Method Of(Method function, EquatableArray<bool> varying)
    {
        var shape = function.ElementWise!;
        var source = function.Body.Source;
        var nextId = function.Body.SelfAndDescendants().SelectMany(s => s.VariablesRead().Concat(s.VariablesAssigned()).Concat(s.VariablesDeclared()))
            .Concat(shape.Parameters).Max(v => v.Id) + 1;
        var index = new Variable(nextId++, "__i", IrType.Int32, VariableKind.Synthetic);
        var parameters = new List<Parameter>();
        var declarations = new List<Statement>();
        var arguments = new List<IrExpression>();
        foreach (var (parameter, isVarying) in shape.Parameters.Zip(varying, (p, v) => (p, v)))
        {
            var name = NameOf(parameter);
            var type = isVarying ? View("ReadOnlySpan", parameter.Type) : parameter.Type;
            var outer = new Variable(nextId++, name, type, VariableKind.Parameter);
            parameters.Add(new Parameter(name, type.Text, "", "", ""));
            var value = isVarying
                ? new Load(Element(outer, MemoryKind.ReadOnlySpan, parameter.Type, index, source, $"{parameter.Name}[i]"), parameter.Type)
                : (IrExpression)new VariableRead(outer);
            declarations.Add(new Declaration(parameter, value, "", source));
            arguments.Add(value);
        }

        var result = new Variable(nextId++, ResultName, View("Span", shape.Result), VariableKind.Parameter);
        parameters.Add(new Parameter(ResultName, result.Type.Text, "", "", ""));
        var target = Element(result, MemoryKind.Span, shape.Result, index, source, "result[i]");
        var text = $"{target.Root.Text}[{index.Name}] = {Function}{TypeArguments(function)}({string.Join(", ", arguments.Select(Emit.CSharpPrinter.Print))});";
        IReadOnlyList<Statement> body = Inline(function, target, (name, type) => new Variable(nextId++, name, type, VariableKind.Local)) is { } inlined
            ? [.. declarations, .. inlined]
            : [new Store(target, Call(function, arguments), text, source)];
        var end = new LengthOf(target.Root, -1, IrType.Int32);
        var loop = new Loop(
            LoopId(function),
            new IterationSpace(index, Constant.Int32(0), LoopComparison.Less, end, Constant.Int32(1), false),
            null,
            null,
            false,
            new Block(body.ToEquatableArray(), text, source),
            text,
            null,
            shape.Source,
            $"'{function.Display}' over collections",
            false,
            $"for (int {index.Name} = 0; {index.Name} < {ResultName}.Length; {index.Name}++) {text}",
            source);
        return function with
        {
            KernelName = KernelOf(function, varying),
            Signature = function.Signature with { Parameters = parameters.ToEquatableArray(), ReturnType = "void", Modifiers = "" },
            Body = new Block(EquatableArray.Of<Statement>(loop), $"{{ {LoopMarker.For(loop.Id)} }}", source),
            Accessors = function.Accessors.Add(AsWritten(function)),
            ElementWise = null,
            Original = null,
        };
    }

    private static IrType View(string kind, IrType element) => new(ScalarKind.Other, $"global::System.{kind}<{element.Text}>");

    private static MemoryAccess Element(Variable container, MemoryKind kind, IrType element, Variable index, SourceSpan source, string display)
    {
        var root = new MemoryRoot(container.Name, kind, element, 1, container.Type, EquatableArray.Of(container), null);
        return new MemoryAccess(root, EquatableArray.Of<IrExpression>(new VariableRead(index)), "", source, display);
    }

    /// <summary>The function's statements with a store of its value at the end; null where a return stands in a statement without a node.</summary>
    private static IReadOnlyList<Statement>? Inline(Method function, MemoryAccess target, Func<string, IrType, Variable> make)
    {
        var result = make("__value", function.ElementWise!.Result);
        Variable? flag = null;
        if (Inlining.Returning([.. function.Body.Statements], result, () => flag = make("__left", IrType.Bool)) is not { } body)
            return null;
        var (statements, value) = Inlining.Split(body, result, flag is not null, target.Source);
        return [.. statements, new Store(target, value, "", target.Source)];
    }

    /// <summary>The call as one value, with all that the body does.</summary>
    private static OpaqueExpression Call(Method function, IReadOnlyList<IrExpression> arguments)
    {
        var body = function.Body;
        var effects = body.AllEffects().Aggregate(Effects.Throws, (all, e) => all.Union(e));
        var own = new HashSet<Variable>(body.VariablesDeclared().Concat(function.ElementWise!.Parameters));
        effects = effects with
        {
            Writes = effects.Writes.Where(v => !own.Contains(v)).ToEquatableArray(),
            Stores = effects.Stores.Concat(body.SelfAndDescendants().OfType<Store>().Select(s => s.Access)).ToEquatableArray(),
            ReadsHeap = effects.ReadsHeap || body.AllExpressions().Any(e => e is Load { Access.Root.Kind: not (MemoryKind.String or MemoryKind.ImmutableArray) }),
        };
        return new OpaqueExpression(
            function.ElementWise.Result,
            $"{Function}{TypeArguments(function)}({string.Join(", ", arguments.Select(Emit.CSharpPrinter.Print))})",
            arguments.ToEquatableArray(),
            effects,
            "a function that returns from inside a statement without a vector form",
            body.Source);
    }

    private static string TypeArguments(Method function) =>
        function.Signature.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", function.Signature.TypeParameters)}>";

    private static string AsWritten(Method function)
    {
        var signature = function.Signature;
        var loops = function.Body.SelfAndDescendants().OfType<Loop>().ToDictionary(l => l.Id);
        var header = $"private static {signature.ReturnType} {Function}{TypeArguments(function)}({string.Join(", ", signature.Parameters.Select(p => p.Declaration))})"
            + string.Concat(signature.Constraints.Select(c => " " + c));
        return $"/// <summary>The function as it was written.</summary>\n{header}\n#line {function.Body.Source.StartLine + 1} \"{function.FilePath}\"\n{Expand(function.Body.Text)}\n#line hidden";

        string Expand(string text) => LoopMarker.Expand(text, id => Expand(loops[id].Text));
    }
}
