using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// The lowering of one body: what its parts share. Without <see cref="TextEdits"/> it lowers a callee or lambda for its effects alone,
/// and all texts are empty.
/// </summary>
internal sealed class Lowering
{
    /// <summary>Variables of methods that are called are never taken for one of the method that calls them.</summary>
    private const int FirstOfCallees = 1 << 20;

    private readonly AccessorBuilder? _accessors;
    private readonly TextEdits? _edits;
    private readonly Dictionary<SyntaxNode, int> _loopIds;
    private readonly Dictionary<ISymbol, Variable> _variables;
    private readonly Counter _variableIds;
    private readonly bool _hasCheckedNodes;

    public Lowering(
        Compilation compilation,
        SemanticModel model,
        IMethodSymbol method,
        TypeNames names,
        VariableUsage usage,
        EffectInference inference,
        AccessorBuilder? accessors,
        TextEdits? edits,
        SyntaxNode body,
        Lowering? outer,
        CancellationToken cancellation)
    {
        Compilation = compilation;
        Model = model;
        Method = method;
        Names = names;
        Usage = usage;
        Inference = inference;
        Cancellation = cancellation;
        _accessors = accessors;
        _edits = edits;
        _loopIds = edits is null ? [] : NumberLoops(body, edits);
        _variables = outer?._variables ?? new Dictionary<ISymbol, Variable>(SymbolEqualityComparer.Default);
        _variableIds = outer?._variableIds ?? new Counter(edits is null ? FirstOfCallees : 0);
        FloatMode = edits is null ? FloatMode.Strict : OptionReader.Read(method).FloatMode;
        _hasCheckedNodes = edits is not null && body.DescendantNodes().Any(n => n is CheckedExpressionSyntax or CheckedStatementSyntax);
        Memory = new MemoryLowering(this);
        Calls = new CallLowering(this);
        Patterns = new PatternLowering(this);
        Expressions = new ExpressionLowering(this);
        Assignments = new AssignmentLowering(this);
        Loops = new LoopLowering(this);
        Statements = new StatementLowering(this);
        Functions = new CalledFunctions(this);
        Structs = new SplitLocals(this);
        Tables = new ConstantTables(this);
    }

    public Compilation Compilation { get; }

    public SemanticModel Model { get; }

    public IMethodSymbol Method { get; }

    public TypeNames Names { get; }

    public VariableUsage Usage { get; }

    public EffectInference Inference { get; }

    public CancellationToken Cancellation { get; }

    public MemoryLowering Memory { get; }

    public CallLowering Calls { get; }

    public PatternLowering Patterns { get; }

    public ExpressionLowering Expressions { get; }

    public AssignmentLowering Assignments { get; }

    public LoopLowering Loops { get; }

    public StatementLowering Statements { get; }

    /// <summary>The local functions that loops call from outside of them.</summary>
    public CalledFunctions Functions { get; }

    /// <summary>The locals that are split into their parts.</summary>
    public SplitLocals Structs { get; }

    /// <summary>The arrays that nobody ever changes.</summary>
    public ConstantTables Tables { get; }

    /// <summary>Locals that must not be split; null where none is.</summary>
    public HashSet<ISymbol>? Whole { get; init; }

    /// <summary>What floating-point functions may give in the code that is emitted.</summary>
    public FloatMode FloatMode { get; }

    /// <summary>Whether texts are wanted, and loops inside are numbered.</summary>
    public bool HasText => _edits is not null;

    /// <summary>The loops around what is being lowered, innermost last.</summary>
    public List<SyntaxNode> LoopStack { get; } = [];

    /// <summary>How many <c>try</c>, <c>using</c> and <c>lock</c> statements are around what is being lowered.</summary>
    public int TryDepth { get; set; }

    /// <summary>How many <c>try</c> statements are around what is being lowered.</summary>
    public int HandlerDepth { get; set; }

    /// <summary>The variable of a local or parameter.</summary>
    public Variable VariableOf(ISymbol symbol)
    {
        if (_variables.TryGetValue(symbol, out var known))
            return known;
        var (type, kind) = symbol switch
        {
            ILocalSymbol local => (local.Type, local.IsRef ? VariableKind.Reference : VariableKind.Local),
            IParameterSymbol { IsThis: true } receiver => (receiver.Type, VariableKind.This),
            IParameterSymbol parameter => (parameter.Type, IsValue(parameter) ? VariableKind.Parameter : VariableKind.Reference),
            INamedTypeSymbol self => (self, VariableKind.This),
            _ => ((ITypeSymbol?)null, VariableKind.Local),
        };
        var name = kind == VariableKind.This ? SignatureBuilder.This : Identifiers.Escape(symbol.Name);
        return _variables[symbol] = new Variable(_variableIds.Next(), name, Names.IrTypeOf(type), kind, Usage.IsCapturedAndChanged(symbol));
    }

    /// <summary>Whether a parameter is as good as a copy: nothing but the method could write a <c>ref struct</c>, and the method does not.</summary>
    private bool IsValue(IParameterSymbol parameter) => parameter.RefKind == RefKind.None || (parameter.Type.IsRefLikeType && parameter.RefKind != RefKind.Out && Usage.WriteCount(parameter) == 0);

    /// <summary>The receiver of the method.</summary>
    public Variable This(ITypeSymbol type) => VariableOf(Method.ContainingType ?? type);

    /// <summary>A variable that the user did not write.</summary>
    public Variable Synthetic(string name, IrType type) => new(_variableIds.Next(), name, type, VariableKind.Synthetic);

    /// <summary>A variable that the user did not write, with a name that no other has.</summary>
    public Variable Unique(string name, IrType type)
    {
        var id = _variableIds.Next();
        return new Variable(id, $"{name}{id}", type, VariableKind.Synthetic);
    }

    /// <summary>A number that is a part of a struct, which nothing assigns after its declaration.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="value">What it holds.</param>
    /// <param name="source">Where the user computes it.</param>
    /// <param name="into">Takes the declaration.</param>
    public VariableRead DeclarePart(IrType type, IrExpression value, SourceSpan source, List<Statement> into)
    {
        var local = Unique("__s", type) with { IsPart = true };
        into.Add(new Declaration(local, value, "", source));
        return new VariableRead(local);
    }

    /// <summary>The number of a loop statement.</summary>
    public int LoopId(SyntaxNode loop)
    {
        if (!_loopIds.TryGetValue(loop, out var id))
            _loopIds[loop] = id = _loopIds.Count;
        return id;
    }

    /// <summary>The emitted text of a node, loops inside it as markers.</summary>
    public string Text(SyntaxNode node) => Text(node.Span);

    /// <summary>The emitted text of a stretch, loops inside it as markers.</summary>
    public string Text(TextSpan span) => _edits?.Render(span) ?? "";

    /// <summary>The emitted text of a loop itself, optionally with one part of it replaced.</summary>
    public string LoopText(SyntaxNode loop, TextSpan part = default, string replacement = "")
    {
        if (_edits is null)
            return "";
        return part.IsEmpty ? _edits.Render(loop.Span, LoopId(loop)) : _edits.Render(loop.Span, LoopId(loop), part, replacement);
    }

    /// <summary>A stretch with a part left out.</summary>
    public string TextWithout(TextSpan span, TextSpan part) => _edits?.Render(span, -1, part, "") ?? "";

    /// <summary>The emitted text of a loop whose condition no longer steps the index, but its body does, first of all.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="stepping">The step in the condition.</param>
    /// <param name="index">What stands there instead.</param>
    /// <param name="bodyStart">Where the statements of the body begin.</param>
    /// <param name="step">The step as a statement.</param>
    public string WithoutStep(SyntaxNode loop, TextSpan stepping, string index, int bodyStart, string step)
    {
        if (_edits is null)
            return "";
        var header = _edits.Render(TextSpan.FromBounds(loop.SpanStart, bodyStart), LoopId(loop), stepping, index);
        return $"{header} {step}{_edits.Render(loop.Span, LoopId(loop), stepping, index).Substring(header.Length)}";
    }

    /// <summary>Puts declarations in front of a loop, and what must follow it behind, in a block around its marker.</summary>
    public string Surround(int loopId, string declarations, string after = "")
    {
        var text = $"{{ {declarations} {LoopMarker.For(loopId)} {after}{(after.Length > 0 ? " " : "")}}}";
        _edits?.SetMarker(loopId, text);
        return text;
    }

    /// <summary>
    /// The text of an expression, to be emitted on its own: with the <c>checked</c> or <c>unchecked</c> that stands around it, and
    /// as a cast where the language converts it silently.
    /// </summary>
    public string ExpressionText(IOperation operation)
    {
        if (_edits is null)
            return "";
        var text = Text(operation.Syntax);
        if (operation is IConversionOperation { IsImplicit: true, Type: { } type, Conversion.IsIdentity: false } && type.TypeKind != TypeKind.Error && !type.IsAnonymousType)
            text = $"({Names.Of(type)})({text})";
        return operation.Type is null or { SpecialType: SpecialType.System_Void } ? text : InContext(operation.Syntax, text, "(", ")");
    }

    /// <summary>Statements, in the <c>checked</c>, <c>unchecked</c> or <c>unsafe</c> block that stands around them.</summary>
    public string InStatementContext(SyntaxNode node, string text)
    {
        if (_edits is null)
            return "";
        text = InContext(node, text, " { ", " }");
        return node.Ancestors().Any(a => a is UnsafeStatementSyntax) ? $"unsafe {{ {text} }}" : text;
    }

    /// <summary>Whether such a block stands around a statement.</summary>
    public bool HasStatementContext(SyntaxNode node) => InStatementContext(node, "").Length > 0;

    /// <summary>The text of a member that the user's text may not mention; in a callee, its key.</summary>
    /// <param name="target">The text of the receiver; unused for static members.</param>
    public string? MemberText(ISymbol member, string target, Place? receiver, SyntaxNode node)
    {
        if (_accessors is null || !HasText)
            return receiver is null or VariablePlace { Variable.Kind: VariableKind.This } ? Inference.KeyOf(member) : null;
        var source = Source(node);
        if (member.IsStatic)
            target = _accessors.StaticReceiver(member.ContainingType);
        if (member is IParameterSymbol captured)
            return $"{_accessors.CapturedParameter(captured, source)}({target})";
        if (Names.WhyUnnameable(member.ContainingType) is not null)
            return null;
        if (!_accessors.IsNeeded(member))
            return $"{(member.IsStatic ? Names.Of(member.ContainingType) : target)}.{Identifiers.Escape(member.Name)}";
        return member switch
        {
            IFieldSymbol field => $"{_accessors.Field(field, source)}({target})",
            IPropertySymbol property when PropertyFacts.HasBackingField(property) => $"{_accessors.BackingField(property, source)}({target})",
            _ => null,
        };
    }

    /// <summary>The place of a node in the file.</summary>
    public SourceSpan Source(SyntaxNode node) => HasText ? Spans.Of(node) : default;

    /// <summary>A hazard at a node.</summary>
    public Hazard Hazard(HazardKind kind, string message, SyntaxNode node, Variable? receiver = null) => new(kind, message, Source(node), receiver);

    /// <summary>How the user wrote a node, on one line and not too long.</summary>
    public static string Display(SyntaxNode node)
    {
        var text = string.Join(" ", node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }

    private string InContext(SyntaxNode node, string text, string open, string close)
    {
        if (!_hasCheckedNodes)
            return text;
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case CheckedExpressionSyntax or CheckedStatementSyntax:
                    var keyword = ancestor.IsKind(SyntaxKind.CheckedExpression) || ancestor.IsKind(SyntaxKind.CheckedStatement) ? "checked" : "unchecked";
                    return $"{keyword}{open}{text}{close}";
                case MemberDeclarationSyntax:
                    return text;
            }
        }

        return text;
    }

    /// <summary>Numbers the loops that are not in a lambda or local function, in order of appearance.</summary>
    private static Dictionary<SyntaxNode, int> NumberLoops(SyntaxNode body, TextEdits edits)
    {
        var ids = new Dictionary<SyntaxNode, int>();
        var nodes = body.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
        foreach (var node in nodes)
        {
            if (node is not (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax))
                continue;
            edits.Loop(node.Span, ids.Count);
            ids.Add(node, ids.Count);
        }

        return ids;
    }

    private sealed class Counter(int next)
    {
        public int Next() => next++;
    }
}
