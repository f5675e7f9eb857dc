using System.Globalization;

using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Emit.Vector;

/// <summary>Writes calls of math functions over lanes.</summary>
internal sealed class LaneFunctions
{
    private const string Characters = RuntimeNames.Services + ".LaneCharacters";

    private readonly LaneContext _context;
    private readonly LaneExpressions _lanes;

    /// <summary>Prepares one copy.</summary>
    public LaneFunctions(LaneContext context, LaneExpressions lanes)
    {
        _context = context;
        _lanes = lanes;
    }

    private string Vector => _context.Vector;

    /// <summary>The value of a call.</summary>
    public string Call(MathCall call)
    {
        var function = VectorFunctions.Of(call)!;
        var lane = _context.LaneOf(call.Arguments[0].Type);
        switch (function.Form)
        {
            case VectorForm.Library:
                return $"global::{function.Method}({Arguments(call)})";
            case VectorForm.IntegerAbs:
                return Abs(call, lane);
            case VectorForm.Sign:
                return Sign(call, lane);
            case VectorForm.Clamp:
                return Clamp(call);
            case VectorForm.BitCount:
                return CountBits(call, function.Method, lane);
            case VectorForm.Character when _context.LeavesAtOtherCharacters:
                var codes = _lanes.Keep("code", Arguments(call));
                _lanes.FailIf($"{Characters}.AreAnyBeyondAscii({codes})");
                return $"{Characters}.AreInAscii<{RuntimeNames.Services}.{function.Method}, {lane.Element(_context.LaneBytes)}>({codes})";
            case VectorForm.Character or VectorForm.CharacterRange:
                return $"{Characters}.AreIn<{RuntimeNames.Services}.{function.Method}, {lane.Element(_context.LaneBytes)}>({Arguments(call)})";
            case VectorForm.SameBits:
                return _lanes.Reinterpret(_lanes.Value(call.Arguments[0]), _context.LaneOf(call.Type), lane);
            case VectorForm.RoundToward when function.Method == VectorFunctions.AwayFromZero:
                return RoundAway(call, lane);
            case VectorForm.RoundToward:
                return $"{Vector}.{function.Method}({_lanes.Value(call.Arguments[0])})";
            case VectorForm.RotateLeft or VectorForm.RotateRight:
                return Rotate(call, function.Form == VectorForm.RotateLeft, lane);
            case VectorForm.CompareMagnitude:
                return _lanes.Reinterpret($"{Vector}.{function.Method}({Vector}.Abs({Arguments(call)}), {Vector}.Create({lane.Element(_context.LaneBytes)}.PositiveInfinity))", LaneType.Mask, lane);
            default:
                var text = $"{Vector}.{function.Method}({Arguments(call)})";
                return function.YieldsMask ? _lanes.Reinterpret(text, LaneType.Mask, lane)
                    : function.IsRounded ? _lanes.Wrap(text, call.Type, lane) : text;
        }
    }

    private string Arguments(MathCall call) => string.Join(", ", call.Arguments.Select(_lanes.Value));

    private string Abs(MathCall call, LaneType lane)
    {
        var value = _lanes.Keep("abs", _lanes.Value(call.Arguments[0]));
        if (!call.Type.IsUnsigned)
        {
            var least = $"{Vector}.Create(({lane.Element(_context.LaneBytes)}){call.Arguments[0].Type.Primitive}.MinValue)";
            _lanes.FailWhere($"{Vector}.Equals({value}, {least})", lane);
        }

        return $"{Vector}.Abs({value})";
    }

    private string Sign(MathCall call, LaneType lane)
    {
        var value = _lanes.Keep("sign", _lanes.Value(call.Arguments[0]));
        if (lane.IsFloatingPoint())
            _lanes.FailWhere($"{Vector}.IsNaN({value})", lane);
        var zero = $"{_context.VectorType(lane)}.Zero";
        var below = _lanes.Reinterpret($"{Vector}.LessThan({value}, {zero})", LaneType.Mask, lane);
        var above = _lanes.Reinterpret($"{Vector}.GreaterThan({value}, {zero})", LaneType.Mask, lane);
        return $"({below} - {above})";
    }

    private string Clamp(MathCall call)
    {
        var lane = _context.LaneOf(call.Type);
        var value = _lanes.Keep("clamp", _lanes.Value(call.Arguments[0]));
        var least = _lanes.Keep("least", _lanes.Value(call.Arguments[1]));
        var most = _lanes.Keep("most", _lanes.Value(call.Arguments[2]));
        _lanes.FailWhere($"{Vector}.GreaterThan({least}, {most})", lane);
        return $"{Vector}.ConditionalSelect({Vector}.LessThan({value}, {least}), {least}, "
            + $"{Vector}.ConditionalSelect({Vector}.GreaterThan({value}, {most}), {most}, {value}))";
    }

    private string Rotate(MathCall call, bool isLeft, LaneType lane)
    {
        var bits = call.Type.Size64 * 8;
        var value = _lanes.Keep("rotate", _lanes.Value(call.Arguments[0]));
        var unsigned = call.Type.Size64 < _context.LaneBytes ? $"({value} & {Vector}.Create(0xFFFFFFFFL))" : value;
        var mask = (bits - 1).ToString(CultureInfo.InvariantCulture);
        if (!_context.IsUniform(call.Arguments[1]))
        {
            const string Shifts = RuntimeNames.Services + ".LaneShift";
            var each = _lanes.Keep("by", _lanes.Value(call.Arguments[1]));
            var limit = $"{Vector}.Create({(_context.LaneBytes == 4 ? "" : "(long)")}{mask})";
            var (ahead, back) = ($"({each} & {limit})", $"((-{each}) & {limit})");
            return _lanes.Wrap($"({Shifts}.Left({unsigned}, {(isLeft ? ahead : back)}) | {Shifts}.UnsignedRight({unsigned}, {(isLeft ? back : ahead)}))", call.Type, lane);
        }

        var count = CSharpPrinter.Print(call.Arguments[1]);
        var left = _context.Hoist("by", $"unchecked({(isLeft ? "" : "-")}({count})) & {mask}");
        var right = _context.Hoist("by", $"unchecked({(isLeft ? "-" : "")}({count})) & {mask}");
        return _lanes.Wrap($"(({unsigned} << {left}) | ({unsigned} >>> {right}))", call.Type, lane);
    }

    /// <summary>Adds the largest number below one half and cuts off the rest, as the scalar function does.</summary>
    private string RoundAway(MathCall call, LaneType lane)
    {
        var value = _lanes.Keep("round", _lanes.Value(call.Arguments[0]));
        var half = lane == LaneType.Single ? "0.49999997f" : "0.49999999999999994d";
        return $"{Vector}.Truncate({value} + {Vector}.CopySign({Vector}.Create({half}), {value}))";
    }

    /// <summary>Counts in lanes that may be wider than the argument, which then has bits above its own or none.</summary>
    private string CountBits(MathCall call, string method, LaneType lane)
    {
        const string Bits = RuntimeNames.Services + ".LaneBits";
        var size = call.Arguments[0].Type.Size64;
        var isNarrow = size < _context.LaneBytes;
        var suffix = _context.LaneBytes == 8 ? "L" : "";
        var value = _lanes.Reinterpret(_lanes.Value(call.Arguments[0]), LaneType.Mask, lane);
        if (isNarrow && method != "TrailingZeroCount")
            value = $"({value} & {Vector}.Create(0xFFFFFFFFL))";
        var excess = isNarrow ? $" - {Vector}.Create(32L)" : "";
        var count = method switch
        {
            "Log2" => $"({Vector}.Create({(_context.LaneBytes * 8) - 1}{suffix}) - {Bits}.LeadingZeroCount({value} | {_context.VectorType(LaneType.Mask)}.One))",
            "LeadingZeroCount" => $"({Bits}.LeadingZeroCount({value}){excess})",
            "TrailingZeroCount" when isNarrow => $"{Bits}.TrailingZeroCount({value} | {Vector}.Create(0x100000000L))",
            _ => $"{Bits}.{method}({value})",
        };
        return _lanes.Reinterpret(count, _context.LaneOf(call.Type), LaneType.Mask);
    }
}
