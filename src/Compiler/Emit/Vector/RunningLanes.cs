using System.Globalization;

using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Planning;
using AutoParallel.Compiler.Transforms;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>
/// Writes what one running value is in each lane: what the passes before left, and what the lanes before contribute (Hillis and Steele,
/// "Data parallel algorithms", CACM 29, 1986).
/// </summary>
internal sealed class RunningLanes
{
    private readonly LaneContext _context;
    private readonly RunningValue _value;
    private readonly string _name;

    /// <summary>Prepares one value in one method.</summary>
    public RunningLanes(LaneContext context, RunningValue value)
    {
        _context = context;
        _value = value;
        _name = value.Carried.Name.TrimStart('@');
    }

    /// <summary>The value before the loop's first pass.</summary>
    public string Begin => _context.AddsUp
        ? _value.IsCounter ? $"long {Carry} = 0L;" : $"var {Carry} = {_context.VectorType(_context.LaneOf(_value.Carried.Type))}.Zero;"
        : _value.IsCounter
        ? $"long {Carry} = (long){_value.Carried.Name};"
        : $"var {Carry} = {_context.Vector}.Create(unchecked(({Element}){_value.Carried.Name}));";

    /// <summary>Hands the value on to the next pass.</summary>
    public string Pass => $"{Carry} = {Next};";

    /// <summary>Hands the value back to the method.</summary>
    public string End => _value.IsCounter
        ? $"{_value.Carried.Name} = unchecked(({Type}){Carry});"
        : $"{_value.Carried.Name} = unchecked(({Type}){_context.Vector}.{(_context.AddsUp ? "Sum" : "ToScalar")}({Carry}));";

    private string Carry => $"__carry_{_name}";

    private string Next => $"__next_{_name}";

    private string Type => _value.Carried.Type.Text;

    private string Element => _context.LaneOf(_value.Carried.Type).Element(_context.LaneBytes);

    private string Pack => $"{RuntimeNames.Services}.LanePack{_context.Width}";

    /// <summary>The number of the element that the first iteration of an interleaved copy reaches which makes a packed access.</summary>
    public static string Place(PackedSubscript packed, RunningValue value, int copy) =>
        $"(nint)(__at_{value.Carried.Name.TrimStart('@')}_{copy}{Ahead(packed)})";

    /// <summary>The lines that give the local its value in every lane.</summary>
    public IEnumerable<string> Enter(LaneExpressions[] expressions) =>
        _context.AddsUp ? AddUp(expressions.Length) : _value.IsCounter ? Count(expressions) : Sum(expressions);

    private IEnumerable<string> AddUp(int copies) => Enumerable.Range(0, copies).Select(copy => $"{Carry} += {(_value.IsCounter ? $"{Pack}.Count({Change(copy)})" : Change(copy))};");

    private IEnumerable<string> Count(LaneExpressions[] expressions)
    {
        var copies = expressions.Length;
        for (var copy = 0; copy < copies; copy++)
            yield return $"int __count_{_name}_{copy} = {Pack}.Count({Change(copy)});";
        yield return $"long {At(0)} = {Carry};";
        for (var copy = 1; copy <= copies; copy++)
            yield return $"long {(copy == copies ? Next : At(copy))} = {At(copy - 1)} + __count_{_name}_{copy - 1};";
        foreach (var access in _context.Accesses.Select(a => a.Access).Where(a => a.Packed?.Counter == _value.Current).GroupBy(a => (a.Root.Text, a.Packed!.Offset)).Select(g => g.First()))
        {
            _context.CanFail = true;
            yield return $"if ({At(0)}{Ahead(access.Packed!)} < 0L || {Next}{Ahead(access.Packed!)} > {_context.Length(access.Root)}) goto {_context.Failure};";
        }

        if (!_value.IsRead)
            yield break;
        var lane = _context.LaneOf(_value.Current.Type);
        for (var copy = 0; copy < copies; copy++)
        {
            var ranks = expressions[copy].Reinterpret($"{Pack}.Ranks({Change(copy)})", lane);
            var value = $"({_context.Vector}.Create(unchecked(({Element}){At(copy)})) + {ranks})";
            yield return $"var {_context.Local(_value.Current, copy)} = {expressions[copy].Wrap(value, _value.Current.Type, lane)};";
        }
    }

    private IEnumerable<string> Sum(LaneExpressions[] expressions)
    {
        var copies = expressions.Length;
        var lane = _context.LaneOf(_value.Current.Type);
        var scan = $"{RuntimeNames.Services}.LaneScan{_context.Width}";
        var identity = _context.Hoist("c", $"{_context.Vector}.Create(({Element}){CSharpPrinter.Print(Contributions.Identity(_value.Carried.Type, _value.Operator))})");
        var name = _value.Operator == ReductionKind.Add ? "Sum" : _value.Operator.ToString();
        for (var copy = 0; copy < copies; copy++)
            yield return $"var __scan_{_name}_{copy} = {scan}.{name}({Change(copy)}{(_value.Operator == ReductionKind.Add ? "" : $", {identity}")});";
        yield return $"var {At(0)} = {Carry};";
        for (var copy = 1; copy <= copies; copy++)
        {
            var all = Combine(At(copy - 1), $"{scan}.Last(__scan_{_name}_{copy - 1})");
            yield return $"var {(copy == copies ? Next : At(copy))} = {expressions[copy - 1].Wrap(all, _value.Current.Type, lane)};";
        }

        // Integers give back what was added last, which takes less than to move the lanes.
        var givesBack = _value.Operator == ReductionKind.Add && !lane.IsFloatingPoint();
        for (var copy = 0; copy < copies; copy++)
        {
            var before = givesBack ? $"(__scan_{_name}_{copy} - {Change(copy)})" : $"{scan}.Before(__scan_{_name}_{copy}, {identity})";
            yield return $"var {_context.Local(_value.Current, copy)} = {expressions[copy].Wrap(Combine(At(copy), before), _value.Current.Type, lane)};";
        }
    }

    private string Combine(string left, string right) =>
        _value.Operator == ReductionKind.Add ? $"({left} + {right})" : $"{_context.Vector}.{(_value.Operator == ReductionKind.Minimum ? "Min" : "Max")}({left}, {right})";

    private string At(int copy) => $"__at_{_name}_{copy}";

    private string Change(int copy) => _context.Local(_value.Change, copy);

    private static string Ahead(PackedSubscript packed) => packed.Offset == 0 ? "" : $" + ({packed.Offset.ToString(CultureInfo.InvariantCulture)}L)";
}
