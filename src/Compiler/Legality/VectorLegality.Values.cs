using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;
using AutoParallel.Compiler.Knowledge;
using AutoParallel.Compiler.Planning;

namespace AutoParallel.Compiler.Legality;

/// <content>Expressions in lanes.</content>
public sealed partial class VectorLegality
{
    private void CheckValue(IrExpression expression)
    {
        if (_refusal is not null)
            return;
        var holds = LaneTypes.Of(expression.Type, _laneBytes);
        if (_uniformity.IsUniform(expression) || _inPlace.IsUniform(expression))
        {
            if (holds is null)
                Refuse($"a value of type '{expression.Type.Display}' has no place in lanes of {_laneBytes * 8} bits");
            return;
        }

        switch (expression)
        {
            case Load load:
                CheckLoad(load, holds);
                return;
            case Binary { IsChecked: true } or Unary { IsChecked: true } or Conversion { IsChecked: true }:
                Refuse("arithmetic that throws on overflow");
                return;
            case Binary { Operator: BinaryOperator.Remainder, Type.IsInteger: false }:
                Refuse("'%' has no vector form yet");
                return;
            case Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, Type.IsInteger: true, Right: var divisor } division
                when PowersOfTwo.ExponentOf(divisor) is null && division.Type.Size64 == 8:

                // No processor divides 64-bit integers in lanes.
                Refuse("integer division of 64 bits, which has no vector form");
                return;
            case Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, Type: { IsInteger: true, IsUnsigned: false, Size64: 8 } }:
                _hasWideBitOperations = true;
                break;
            case Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, Type.IsInteger: true } when _faults.Is(expression):
                CheckFault("integer division");
                break;
            case Binary { Operator: BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight } shift
                when !_uniformity.IsUniform(shift.Right) && shift.Right.Type.Kind != ScalarKind.Int32:
                Refuse("a shift by a count that is no 'int'");
                return;
            case Binary { Operator: BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight } shift when _uniformity.IsUniform(shift.Right) && holds is not null:
                CheckValue(shift.Left);
                return;
            case MathCall call:
                CheckCall(call);
                return;
            case OpaqueExpression opaque:
                Refuse(opaque.Obstacle is { } obstacle ? $"{opaque.Reason}, {obstacle}" : opaque.Reason, opaque.Source);
                return;
            case Conversion conversion when !LaneConversions.Exists(conversion.Operand.Type, conversion.Type, _laneBytes):
                Refuse($"the conversion from '{conversion.Operand.Type.Display}' to '{conversion.Type.Display}' has no vector form yet");
                return;
            case LengthOf:
                Refuse("a length that differs from iteration to iteration");
                return;
        }

        if (holds is null)
            Refuse($"a value of type '{expression.Type.Display}' has no place in lanes of {_laneBytes * 8} bits");
        foreach (var operand in expression.Operands)
            CheckValue(operand);
    }

    private void CheckCall(MathCall call)
    {
        var name = call.Function.Substring(call.Function.LastIndexOf('.') + 1);
        var isNarrow = _laneBytes == 8 && call.Arguments.Select(a => a.Type).Append(call.Type).Any(t => t.Kind == ScalarKind.Single);
        if (VectorFunctions.Of(call) is not { } function || (isNarrow && !function.HoldsNarrow))
        {
            Refuse($"'{name}' has no vector form with the same bits yet");
            return;
        }

        if (LaneTypes.Of(call.Type, _laneBytes) is null)
            Refuse($"a value of type '{call.Type.Display}' has no place in lanes of {_laneBytes * 8} bits");
        _hasWideBitOperations |= function.Form == VectorForm.BitCount && call.Arguments[0].Type.Size64 == 8;
        if (_faults.Is(call))
            CheckFault($"'{name}'");
        foreach (var argument in function.Form == VectorForm.RoundToward ? call.Arguments.Take(1) : call.Arguments)
            CheckValue(argument);
    }

    private void CheckLoad(Load load, LaneType? holds)
    {
        if (holds is null)
            Refuse($"elements of type '{load.Type.Display}' have no place in lanes of {_laneBytes * 8} bits", load.Access.Source);
        switch (Pattern(load.Access))
        {
            case AccessPattern.Strided:
                _remarks.Add("elements read one by one");
                break;
            case AccessPattern.Indirect:
                CheckIndirect(load.Access);
                break;
            case AccessPattern.Packed:
                CheckPacked(load.Access, "unpacked");
                break;
            case AccessPattern.Uniform or AccessPattern.Other:
                Refuse($"'{load.Access.Display}' is not read at elements that follow the index", load.Access.Source);
                break;
        }
    }

    private void CheckIndirect(MemoryAccess access)
    {
        _remarks.Add("elements read at subscripts that each lane checks");
        CheckSubscript(access);
    }

    private void CheckSubscript(MemoryAccess access)
    {
        if (!_context.IsInvariant(access.Root))
            Refuse($"'{access.Root.Text}' is another container in each iteration", access.Source);
        _checkedPerLane.Add(access);
        CheckValue(access.Subscripts[0]);
        CheckFault($"'{access.Display}'", access.Source);
    }
}
