using System.Globalization;

using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit;

/// <summary>
/// Writes the parts of a region's type by which workers share a loop that carries running values: they add up the contributions of each
/// block, one thread puts the sums in place of what the blocks begin with, and the workers run the blocks.
/// </summary>
internal sealed class TwoPassEmitter
{
    /// <summary>The most blocks, so that adding up their sums does not show.</summary>
    private const int MostBlocks = 64;

    /// <summary>The estimated work of the whole loop, in nanoseconds, from which two regions have paid.</summary>
    private const int LeastWork = 40_000;

    private readonly LoopPlan _plan;
    private readonly IReadOnlyList<RunningValue> _values;

    /// <summary>Prepares the parts for one loop.</summary>
    public TwoPassEmitter(LoopPlan plan)
    {
        _plan = plan;
        _values = [.. RegionTypeEmitter.Running(plan)];
    }

    /// <summary>Writes the fields.</summary>
    public void EmitFields(SourceWriter writer)
    {
        writer.Line($"private {RuntimeNames.ReductionShape} __shape;");
        writer.Line("private bool __isSecond;");
        foreach (var value in _values)
            writer.Line($"private global::System.Span<{TypeOf(value)}> {Sums(value)};");
    }

    /// <summary>Writes what runs one pass over some blocks.</summary>
    public void EmitInvoke(SourceWriter writer)
    {
        writer.Line();
        writer.Line("/// <summary>Runs whole blocks: adds up what they contribute, or begins with what those before them do.</summary>");
        writer.Open("public void Invoke(long __from, long __to)");
        writer.Open("for (long __block = __from; __block < __to; __block++)");
        writer.Line("long __start = __block * __shape.BlockSize;");
        writer.Line($"long __stop = global::System.Math.Min(__start + __shape.BlockSize, {Whole});");
        foreach (var value in _values)
            writer.Line($"{value.Carried.Type.Text} {value.Carried.Name} = __isSecond ? unchecked(({value.Carried.Type.Text}){Sums(value)}[(int)__block]) : default;");
        var references = string.Concat(_values.Select(v => $", ref {v.Carried.Name}"));
        writer.Line($"if (__isSecond) Vector(__start, __stop{references});");
        writer.Open("else");
        writer.Line($"Contributions(__start, __stop{references});");
        foreach (var value in _values)
            writer.Line($"{Sums(value)}[(int)__block] = {value.Carried.Name};");
        writer.Close();
        writer.Close();
        writer.Close();
    }

    /// <summary>Writes the statements that run both passes and return, where that pays and every element that they reach is there.</summary>
    public void EmitRun(SourceWriter writer)
    {
        var first = _plan.Vector!.FirstPass!;
        writer.Open($"if (FillsLanes && __nanoseconds * __trip >= {LeastWork}d && {RuntimeNames.Region}.MayShare(__nanoseconds * __trip, {first.LeastWorkers}) && (__workers <= 0 || __workers >= {first.LeastWorkers}))");
        writer.Line($"__body.__shape = {RuntimeNames.ReductionShape}.Of(__trip / {Granule}L * {Granule}L, {Granule}, {_plan.MinimumBlock}L, {MostBlocks});");
        writer.Line("int __blocks = (int)__body.__shape.BlockCount;");
        foreach (var value in _values)
            writer.Line($"__body.{Sums(value)} = stackalloc {TypeOf(value)}[__blocks];");
        var share = first.Share.ToString("0.0###", CultureInfo.InvariantCulture);
        writer.Open($"if ({RuntimeNames.Region}.TryRun(ref __body, __blocks, {Options($"__nanoseconds * {share}d")}))");
        foreach (var value in _values)
        {
            writer.Line($"{TypeOf(value)} {Total(value)} = {value.Carried.Name};");
            writer.Open($"foreach (ref {TypeOf(value)} __sum in __body.{Sums(value)})");
            writer.Line($"{TypeOf(value)} __next = unchecked({Total(value)} + __sum);");
            writer.Line($"__sum = {Total(value)};");
            writer.Line($"{Total(value)} = __next;");
            writer.Close();
        }

        var inside = Packed().ToList();
        writer.Open($"if ({(inside.Count == 0 ? "true" : string.Join(" && ", inside))})");
        writer.Line("__body.__isSecond = true;");
        writer.Line($"{RuntimeNames.Region}.Run(ref __body, __blocks, {Options("__nanoseconds")});");
        foreach (var value in _values)
            writer.Line($"{value.Carried.Name} = unchecked(({value.Carried.Type.Text}){Total(value)});");
        writer.Line($"return __trip / {Granule}L * {Granule}L;");
        writer.Close();
        writer.Close();
        writer.Close();
    }

    private string Whole => $"(__trip / {Granule}L * {Granule}L)";

    private int Granule => 64 / _plan.Vector!.LaneBytes;

    private static string Options(string nanoseconds) =>
        $"new {RuntimeNames.RegionOptions}({RuntimeNames.Schedule}.Auto, 0, __workers, {nanoseconds} * __body.__shape.BlockSize, 1)";

    /// <summary>That all elements which counters number lie inside their containers.</summary>
    private IEnumerable<string> Packed()
    {
        foreach (var access in _plan.Lanes.Accesses.Select(a => a.Access).Where(a => a.Packed is not null).GroupBy(a => (a.Root.Text, a.Packed)).Select(g => g.First()))
        {
            var value = _values.First(v => v.Current == access.Packed!.Counter);
            var ahead = access.Packed!.Offset.ToString(CultureInfo.InvariantCulture);
            yield return $"{value.Carried.Name} + ({ahead}L) >= 0L && {Total(value)} + ({ahead}L) <= {Legality.ContainerText.Length(access.Root, 0)}";
        }
    }

    /// <summary>Counters cannot leave 64 bits; sums wrap around where the user's do.</summary>
    private static string TypeOf(RunningValue value) => value.IsCounter ? "long" : value.Carried.Type.Text;

    private static string Sums(RunningValue value) => $"__sums_{value.Carried.Name.TrimStart('@')}";

    private static string Total(RunningValue value) => $"__total_{value.Carried.Name.TrimStart('@')}";
}
