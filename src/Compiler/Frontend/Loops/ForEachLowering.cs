using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Lowers <c>foreach</c>: over elements by a hidden index, over ranges by the variable itself.</summary>
internal sealed class ForEachLowering
{
    private readonly Lowering _lowering;
    private readonly LoopLowering _loops;

    public ForEachLowering(Lowering lowering, LoopLowering loops)
    {
        _lowering = lowering;
        _loops = loops;
    }

    /// <summary>Appends the loop, with the declaration of its collection where that is not a variable.</summary>
    public void Lower(IForEachLoopOperation loop, List<Statement> into)
    {
        var symbol = (loop.LoopControlVariable as IVariableDeclaratorOperation)?.Symbol;
        if (!loop.IsAsynchronous && ((symbol is not null && Range(loop, symbol, into)) || Elements(loop, symbol, into)))
            return;
        Enumeration(loop, into);
    }

    private static IOperation Collection(IForEachLoopOperation loop)
    {
        var collection = loop.Collection;
        while (collection is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion && (conversion.Conversion.IsIdentity || conversion.Conversion.IsReference))
            collection = conversion.Operand;
        return collection;
    }

    /// <summary>A loop over <c>Prange</c> or <c>Enumerable.Range</c>.</summary>
    private bool Range(IForEachLoopOperation loop, ILocalSymbol element, List<Statement> into)
    {
        if (Collection(loop) is not IInvocationOperation call || element.RefKind != RefKind.None)
            return false;
        var range = Names.FullName(call.TargetMethod) switch
        {
            "AutoParallel.Loops.Prange" => Prange(call),
            "System.Linq.Enumerable.Range" => EnumerableRange(call),
            _ => null,
        };
        if (range is not { } known || TypeNames.KindOf(element.Type) != TypeNames.KindOf(known.ElementType))
            return false;
        var index = _lowering.VariableOf(element);
        if (index.IsCaptured)
            return false;
        var space = new IterationSpace(index, known.Start, known.Comparison, known.End, known.Step, false);
        var syntax = (CommonForEachStatementSyntax)loop.Syntax;
        var body = _loops.Body(syntax, loop.Body);
        into.Add(_loops.Counted(syntax, space, body, _lowering.Text(syntax.Statement), $"foreach ({element.Name})", known.Mark));
        return true;
    }

    private RangeParts? Prange(IInvocationOperation call)
    {
        var arguments = call.Arguments.Where(a => a.Parameter is not null).ToDictionary(a => a.Parameter!.Name, a => a.Value);
        if (!arguments.TryGetValue("end", out var end) || end.Type is not { } type)
            return null;
        var step = arguments.TryGetValue("step", out var given) ? given : null;
        // The direction of a step that is not constant is asked at run time; the comparison here stands for either.
        var amount = step?.ConstantValue is { HasValue: true, Value: int or long } constant
            ? Convert.ToInt64(constant.Value, System.Globalization.CultureInfo.InvariantCulture)
            : 1;
        if (amount == 0)
            return null;
        var zero = TypeNames.KindOf(type) == ScalarKind.Int64 ? new Constant(IrType.Int64, 0L) : Constant.Int32(0);
        var isIndependent = arguments.TryGetValue("independent", out var asserted) && asserted.ConstantValue is { HasValue: true, Value: true };
        var mark = new RangeMark(Option(arguments, "schedule"), Option(arguments, "chunkSize"), Option(arguments, "maxWorkers"), isIndependent);
        if (arguments.Any(a => a.Key is "schedule" or "chunkSize" or "maxWorkers" && !a.Value.ConstantValue.HasValue && Option(arguments, a.Key) is null))
            return null;
        return new RangeParts(
            arguments.TryGetValue("start", out var start) ? _lowering.Expressions.Lower(start) : zero,
            amount > 0 ? LoopComparison.Less : LoopComparison.Greater,
            _lowering.Expressions.Lower(end),
            step is null ? Constant.Int32(1) : _lowering.Expressions.Lower(step),
            type,
            mark);
    }

    /// <summary>
    /// The text of an option, a constant or a variable; null where the call leaves it at its default, so that the attribute's applies.
    /// </summary>
    private string? Option(Dictionary<string, IOperation> arguments, string name) =>
        arguments.TryGetValue(name, out var variable) && !variable.ConstantValue.HasValue
            && variable is ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation { Parameter.RefKind: RefKind.None }
            ? _lowering.Text(variable.Syntax)
            : arguments.TryGetValue(name, out var value) && value is { ConstantValue: { HasValue: true, Value: var constant }, Type: { } type }
        && !(value.Parent is IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue }) && constant is not 0
            ? ConstantText.Of(constant, type, _lowering.Names)
            : null;

    /// <summary>From 0, or with constant bounds, where the library's own check cannot fail.</summary>
    private RangeParts? EnumerableRange(IInvocationOperation call)
    {
        var start = call.Arguments.First(a => a.Parameter!.Ordinal == 0).Value;
        var count = call.Arguments.First(a => a.Parameter!.Ordinal == 1).Value;
        if (start.ConstantValue is not { HasValue: true, Value: int first })
            return null;
        var length = _lowering.Expressions.Lower(count);
        var end = length switch
        {
            Constant { Value: int number } when number >= 0 && (long)first + number <= int.MaxValue => Constant.Int32(first + number),
            LengthOf when first == 0 => length,
            _ => null,
        };
        return end is null ? null : new RangeParts(Constant.Int32(first), LoopComparison.Less, end, Constant.Int32(1), start.Type!, null);
    }

    /// <summary>A loop over the elements of something that has a length and subscripts.</summary>
    private bool Elements(IForEachLoopOperation loop, ILocalSymbol? element, List<Statement> into)
    {
        var collection = Collection(loop);
        var syntax = (CommonForEachStatementSyntax)loop.Syntax;
        if (ContainerTypes.Of(collection.Type) is not { Rank: 1 } shape || collection.Type is not { } type)
            return false;
        if ((shape.Kind == MemoryKind.List && ChangesLists(loop)) || _lowering.Names.WhyUnnameable(type) is not null)
            return false;
        if (element is null && TupleParts(loop, shape.Element) is null)
            return false;
        var id = _lowering.LoopId(syntax);
        var variable = StableVariable(collection, syntax);
        Declaration? declaration = null;
        if (variable is null)
        {
            variable = _lowering.Synthetic($"__source{id}", _lowering.Names.IrTypeOf(type));
            var text = $"var {variable.Name} = {_lowering.Text(collection.Syntax)};";
            declaration = new Declaration(variable, _lowering.Expressions.Lower(collection), text, _lowering.Source(collection.Syntax));
        }

        var elementType = shape.Element is { } known ? _lowering.Names.IrTypeOf(known) : new IrType(ScalarKind.Char, "char");
        var root = new MemoryRoot(variable.Name, shape.Kind, elementType, 1, variable.Type, EquatableArray.Of(variable), null);
        var index = _lowering.Synthetic($"__i{id}", IrType.Int32);
        var space = new IterationSpace(index, Constant.Int32(0), LoopComparison.Less, new LengthOf(root, -1, IrType.Int32), Constant.Int32(1), false);
        var access = new MemoryAccess(root, EquatableArray.Of<IrExpression>(new VariableRead(index)), "", _lowering.Source(syntax), $"{Lowering.Display(collection.Syntax)}[...]");
        var body = element is null
            ? Body(loop, TupleParts(loop, shape.Element)!, access, syntax)
            : Body(loop, element, access, elementType, syntax);
        if (body is null)
            return false;
        var bodyText = $"{ElementText(element, elementType, syntax)}{variable.Name}[{index.Name}]; {_lowering.Text(syntax.Statement)}";
        var loopText = declaration is null ? _lowering.LoopText(syntax) : _lowering.LoopText(syntax, syntax.Expression.Span, variable.Name);
        var display = $"foreach ({element?.Name ?? Lowering.Display(((ForEachVariableStatementSyntax)syntax).Variable)})";
        var result = _loops.Counted(syntax, space, body, bodyText, display) with { Text = loopText };
        if (declaration is null)
        {
            into.Add(result);
            return true;
        }

        into.Add(new Block(EquatableArray.Of<Statement>(declaration, result), _lowering.Surround(id, declaration.Text), _lowering.Source(syntax)));
        return true;
    }

    /// <summary>The declaration of the element, up to the container.</summary>
    private string ElementText(ILocalSymbol? element, IrType elementType, CommonForEachStatementSyntax syntax)
    {
        if (element is null)
            return $"{_lowering.Text(((ForEachVariableStatementSyntax)syntax).Variable)} = ";
        var name = $"{TypeText(element)} {Identifiers.Escape(element.Name)}";
        return element.RefKind switch
        {
            RefKind.Ref => $"ref {name} = ref ",
            RefKind.RefReadOnly or RefKind.In => $"ref readonly {name} = ref ",
            _ => IsSame(element, elementType) ? $"{name} = " : $"{name} = ({_lowering.Names.Of(element.Type)})",
        };
    }

    /// <summary>The variables that a tuple element is taken apart into, null for discards; null if it is not a flat declaration.</summary>
    private static List<ILocalSymbol?>? TupleParts(IForEachLoopOperation loop, ITypeSymbol? element)
    {
        var target = loop.LoopControlVariable;
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (target is not ITupleOperation tuple || element is not INamedTypeSymbol { IsTupleType: true } type || type.TupleElements.Length != tuple.Elements.Length)
            return null;
        var parts = new List<ILocalSymbol?>();
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var part = tuple.Elements[i] is IDeclarationExpressionOperation inner ? inner.Expression : tuple.Elements[i];
            if (part is IDiscardOperation)
                parts.Add(null);
            else if (part is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local.Type, type.TupleElements[i].Type))
                parts.Add(local);
            else
                return null;
        }

        return parts;
    }

    private Block Body(IForEachLoopOperation loop, List<ILocalSymbol?> parts, MemoryAccess access, CommonForEachStatementSyntax syntax)
    {
        var body = _loops.Body(syntax, loop.Body);
        var declarations = new List<Statement>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not { } local)
                continue;
            var variable = _lowering.VariableOf(local);
            declarations.Add(new Declaration(variable, new Load(access with { Path = $".Item{i + 1}", Field = null }, variable.Type), "", _lowering.Source(syntax)));
        }

        return body with { Statements = declarations.Concat(body.Statements).ToEquatableArray() };
    }

    private bool IsSame(ILocalSymbol element, IrType type) => _lowering.Names.IrTypeOf(element.Type).Text.TrimEnd('?') == type.Text.TrimEnd('?');

    private string TypeText(ILocalSymbol element) => _lowering.Names.WhyUnnameable(element.Type) is null ? _lowering.Names.Of(element.Type) : "var";

    private Block? Body(IForEachLoopOperation loop, ILocalSymbol element, MemoryAccess access, IrType elementType, CommonForEachStatementSyntax syntax)
    {
        var load = new Load(access, elementType);
        if (element.RefKind != RefKind.None)
        {
            if (UsedInLoops.Has(element, loop))
                return null;
            _lowering.LoopStack.Add(syntax);
            _lowering.Memory.AddAlias(element, access);
            _lowering.LoopStack.RemoveAt(_lowering.LoopStack.Count - 1);
            return _loops.Body(syntax, loop.Body);
        }

        if (IsSame(element, elementType))
        {
            _lowering.LoopStack.Add(syntax);
            var parts = _lowering.Structs.DeclareElement(element, access, loop);
            _lowering.LoopStack.RemoveAt(_lowering.LoopStack.Count - 1);
            if (parts is not null)
            {
                var split = _loops.Body(syntax, loop.Body);
                return split with { Statements = parts.Concat(split.Statements).ToEquatableArray() };
            }
        }

        IrExpression value = load;
        var target = _lowering.Names.IrTypeOf(element.Type);
        if (!IsSame(element, elementType))
        {
            value = target.Kind != ScalarKind.Other && elementType.Kind != ScalarKind.Other
                ? new Conversion(load, target)
                : new OpaqueExpression(target, "", EquatableArray.Of<IrExpression>(load), Effects.Throws, "a conversion of the element", _lowering.Source(syntax));
            if (value is OpaqueExpression && !IsReferenceConversion(element, elementType))
                return null;
        }

        var declaration = new Declaration(_lowering.VariableOf(element), value, "", _lowering.Source(syntax));
        var body = _loops.Body(syntax, loop.Body);
        return body with { Statements = body.Statements.Prepend(declaration).ToEquatableArray() };
    }

    private static bool IsReferenceConversion(ILocalSymbol element, IrType type) => element.Type.IsReferenceType && type.IsReference;

    /// <summary>The variable that is the collection, if it is the same one while the loop runs.</summary>
    private Variable? StableVariable(IOperation collection, SyntaxNode loop)
    {
        ISymbol? symbol = collection switch
        {
            ILocalReferenceOperation { Local: { IsRef: false } local } => local,
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }
                when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _lowering.Method) => parameter,
            _ => null,
        };
        if (symbol is null || _lowering.Usage.IsWrittenIn(symbol, loop.Span))
            return null;
        var variable = _lowering.VariableOf(symbol);
        return variable.IsCaptured ? null : variable;
    }

    /// <summary>A loop over a list notices changes of it, and then throws.</summary>
    private static bool ChangesLists(IForEachLoopOperation loop) => loop.Body.Descendants().OfType<IPropertyReferenceOperation>()
        .Any(p => p.Property.IsIndexer && ContainerTypes.Of(p.Property.ContainingType)?.Kind == MemoryKind.List
            && p.Parent is IAssignmentOperation or IIncrementOrDecrementOperation && (p.Parent as IAssignmentOperation)?.Value != p);

    /// <summary>Any other <c>foreach</c>: an enumerator that hands over one element at a time.</summary>
    private void Enumeration(IForEachLoopOperation loop, List<Statement> into)
    {
        var syntax = (CommonForEachStatementSyntax)loop.Syntax;
        var collection = _lowering.Expressions.Lower(loop.Collection);
        var source = _lowering.Source(syntax);
        var effects = loop.IsAsynchronous
            ? Effects.Of(_lowering.Hazard(HazardKind.ControlFlow, "'await foreach' may go on later and on another thread", syntax))
            : ImplicitCalls.Enumerate(loop.Collection, _lowering);
        var isFollowed = Collection(loop).Type is { DeclaringSyntaxReferences.IsEmpty: true } type
            && (type is IArrayTypeSymbol || Names.FullName(type).StartsWith("System.", StringComparison.Ordinal));
        if (!isFollowed && effects.Hazards.IsEmpty && !IsRange(loop))
            effects = effects.Union(Effects.Of(_lowering.Hazard(HazardKind.ImpureCall, $"what enumerating '{Lowering.Display(loop.Collection.Syntax)}' does is not known", syntax)));
        var next = new OpaqueExpression(IrType.Void, "", EquatableArray.Of(collection), effects with { MayThrow = true }, "an enumeration", source);
        var statements = new List<Statement>();
        foreach (var local in loop.Locals)
        {
            var variable = _lowering.VariableOf(local);
            statements.Add(new Declaration(variable, next with { Type = variable.Type }, "", source));
        }

        var body = _loops.Body(syntax, loop.Body);
        body = body with { Statements = statements.Concat(body.Statements).ToEquatableArray() };
        var reason = $"it enumerates '{Lowering.Display(loop.Collection.Syntax)}', whose elements come one after another";
        var result = _loops.Uncounted(syntax, reason, null, false, body, _lowering.Text(syntax.Statement), "foreach");
        into.Add(new Block(
            EquatableArray.Of<Statement>(new Evaluation(next, "", source), result),
            LoopMarker.For(_lowering.LoopId(syntax)),
            source));
    }

    private static bool IsRange(IForEachLoopOperation loop) =>
        Collection(loop) is IInvocationOperation { TargetMethod: var method } && Names.FullName(method) == "AutoParallel.Loops.Prange";

    private sealed record RangeParts(
        IrExpression Start,
        LoopComparison Comparison,
        IrExpression End,
        IrExpression Step,
        ITypeSymbol ElementType,
        RangeMark? Mark);
}
