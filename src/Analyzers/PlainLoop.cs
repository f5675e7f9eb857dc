using AutoParallel.Compiler.Frontend;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>
/// A call of <c>Parallel.For</c>, or of <c>Parallel.ForEach</c> over an array, a list or a range, as the ordinary loop that its lambda is
/// the body of.
/// </summary>
internal sealed class PlainLoop
{
    private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _required = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _names;
    private readonly IAnonymousFunctionOperation _lambda;
    private readonly SemanticModel _model;
    private bool _isMovable = true;

    private PlainLoop(IInvocationOperation call, IAnonymousFunctionOperation lambda, ExpressionStatementSyntax statement)
    {
        _lambda = lambda;
        _model = call.SemanticModel!;
        Call = call;
        Statement = statement;
        _names = [.. statement.DescendantTokens().Select(t => t.ValueText)];
    }

    /// <summary>The call.</summary>
    public IInvocationOperation Call { get; }

    /// <summary>The loop's body.</summary>
    public IAnonymousFunctionOperation Lambda => _lambda;

    /// <summary>The statement that is nothing but the call.</summary>
    public ExpressionStatementSyntax Statement { get; }

    /// <summary>The loop's header, such as <c>for (int i = 0; i &lt; n; i++)</c>.</summary>
    public string Header { get; private set; } = "";

    /// <summary>The loop's body: a block, or a statement.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Values that the loop needs besides the variables: types, names and where they come from.</summary>
    public List<(string Type, string Name, string Value)> Values { get; } = [];

    /// <summary>Whether the loop uses members of the object.</summary>
    public bool UsesThis { get; private set; }

    /// <summary>The variables from outside, in the order of their declarations.</summary>
    public IEnumerable<ISymbol> Captured => _captured.OrderBy(s => s.DeclaringSyntaxReferences.FirstOrDefault()?.Span.Start ?? -1);

    /// <summary>The only one of them that the loop assigns; null for none.</summary>
    public ISymbol? Result => _assigned.FirstOrDefault();

    /// <summary>The loop; null where the call is anything else, or its lambda needs the place where it stands.</summary>
    public static PlainLoop? Of(IInvocationOperation call)
    {
        var body = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "body")?.Value;
        if (call.SemanticModel is null || call.TargetMethod.Parameters.Length != (call.TargetMethod.Name == "For" ? 3 : 2)
            || (body as IDelegateCreationOperation)?.Target is not IAnonymousFunctionOperation { Symbol.IsAsync: false } lambda
            || lambda.Syntax.ContainsDirectives || call.Syntax.Parent is not ExpressionStatementSyntax statement || NeedsItsPlace(statement))
        {
            return null;
        }

        var loop = new PlainLoop(call, lambda, statement);
        var isKnown = loop.ReadHeader() && loop.ReadBody();
        loop.Capture(lambda.Body);
        return isKnown && loop._isMovable && loop._assigned.Count <= 1 ? loop : null;
    }

    /// <summary>The type of a variable as it is written in the type around the call.</summary>
    public string TypeOf(ISymbol variable, int position)
    {
        var type = variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;
        if (!type.IsReferenceType)
            return type.ToMinimalDisplayString(_model, position);
        var flow = _required.Contains(variable) ? NullableFlowState.NotNull
            : type.NullableAnnotation == NullableAnnotation.Annotated ? NullableFlowState.MaybeNull
            : NullableFlowState.None;
        return type.ToMinimalDisplayString(_model, flow, position);
    }

    /// <summary>A name like <paramref name="name"/> that the loop does not use.</summary>
    private string Free(string name)
    {
        var free = name;
        for (var number = 2; !_names.Add(free); number++)
            free = name + number;
        return free;
    }

    /// <summary>
    /// Whether the code around gives the lambda a meaning that it has nowhere else: <c>checked</c> and <c>unsafe</c>, and handlers that
    /// expect an <c>AggregateException</c>.
    /// </summary>
    private static bool NeedsItsPlace(SyntaxNode statement) =>
        statement.Ancestors().TakeWhile(a => a is not MemberDeclarationSyntax or GlobalStatementSyntax)
            .Any(a => a is CheckedStatementSyntax or UnsafeStatementSyntax or TryStatementSyntax { Catches.Count: > 0 });

    private bool ReadHeader()
    {
        var parameters = _lambda.Symbol.Parameters;
        if (parameters.Length == 0 || parameters.Skip(1).Any(p => !p.IsDiscard && _lambda.Body.Descendants().OfType<IParameterReferenceOperation>()
            .Any(r => SymbolEqualityComparer.Default.Equals(r.Parameter, p))))
        {
            return false;
        }

        var index = Identifiers.Escape(parameters[0].Name);
        if (Argument("fromInclusive") is { } from && Argument("toExclusive") is { } to)
        {
            var type = parameters[0].Type.SpecialType == SpecialType.System_Int64 ? "long" : "int";
            Header = $"for ({type} {index} = {Value(from, type, "start")}; {index} < {Value(to, type, "end")}; {index}++)";
            return true;
        }

        var source = Argument("source");
        while (source is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
            source = conversion.Operand;
        if (source is IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" } } range && range.Arguments[0].Value.ConstantValue is { Value: 0 })
        {
            Header = $"for (int {index} = 0; {index} < {Value(range.Arguments[1].Value, "int", "count")}; {index}++)";
            return true;
        }

        if (source?.Type is not (IArrayTypeSymbol { Rank: 1 } or INamedTypeSymbol { Name: "List", TypeArguments.Length: 1 }))
            return false;
        var element = parameters[0].Type.ToMinimalDisplayString(_model, Statement.SpanStart);
        var container = source.Type.ToMinimalDisplayString(_model, NullableFlowState.NotNull, Statement.SpanStart);
        Header = $"foreach ({element} {index} in {Value(source, container, "items")})";
        return true;
    }

    private bool ReadBody()
    {
        var syntax = (AnonymousFunctionExpressionSyntax)_lambda.Syntax;
        if (syntax.Block is not { } block)
        {
            Body = $"{syntax.ExpressionBody};";
            return true;
        }

        var returns = block.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().ToList();
        if (returns.Any(r => r.Ancestors().TakeWhile(a => a != block).Any(a => a is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)))
            return false;
        Body = block.ReplaceNodes(returns, (r, _) => SyntaxFactory.ContinueStatement().WithTriviaFrom(r)).ToString();
        return true;
    }

    /// <summary>The text of a value that the loop's header may repeat; any other is computed before the loop.</summary>
    private string Value(IOperation value, string type, string name)
    {
        if (value.DescendantsAndSelf().All(IsRepeatable))
        {
            Capture(value);
            return value.Syntax.ToString();
        }

        var free = Free(name);
        Values.Add((type, free, value.Syntax.ToString()));
        return free;
    }

    /// <summary>Whether evaluating it again gives the same and does nothing, as long as nobody writes what it reads.</summary>
    private static bool IsRepeatable(IOperation value) => value.ConstantValue.HasValue || value switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IInstanceReferenceOperation => true,
        IBinaryOperation { OperatorMethod: null } or IUnaryOperation { OperatorMethod: null } or IConversionOperation { OperatorMethod: null } or IParenthesizedOperation => true,
        IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance.Type: IArrayTypeSymbol or { Name: "List" or "String" } } => true,
        IInvocationOperation { TargetMethod: { Name: "GetLength", ContainingType.SpecialType: SpecialType.System_Array } } or IArgumentOperation => true,
        _ => false,
    };

    private IOperation? Argument(string parameter) => Call.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value;

    /// <summary>Notes what a part of the loop uses from outside.</summary>
    private void Capture(IOperation part)
    {
        foreach (var operation in part.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    Capture(local, local.Local);
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } reference:
                    if (parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Parent?.Parent is TypeDeclarationSyntax)
                        UsesThis = true;
                    else
                        Capture(reference, parameter);
                    break;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                    UsesThis = true;
                    break;
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } function }:
                    _isMovable &= IsOwn(function.OriginalDefinition);
                    break;
                case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function }:
                    _isMovable &= IsOwn(function.OriginalDefinition);
                    break;
            }
        }
    }

    private void Capture(IOperation reference, ISymbol symbol)
    {
        if (IsOwn(symbol))
            return;
        var flow = _model.GetTypeInfo(reference.Syntax).Nullability.FlowState;
        if (flow == NullableFlowState.NotNull && (!_captured.Contains(symbol) || _required.Contains(symbol)))
            _required.Add(symbol);
        else
            _required.Remove(symbol);
        _captured.Add(symbol);
        if (IsWritten(reference))
            _assigned.Add(symbol);
    }

    private static bool IsWritten(IOperation place) =>
        place.IsWritten() || (place.Parent is IFieldReferenceOperation { Instance.Type.IsValueType: true } field && IsWritten(field));

    private bool IsOwn(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(r => _lambda.Syntax.Span.Contains(r.Span));
}
