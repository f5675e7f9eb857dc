using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Knowledge;

/// <summary>Operators of <c>System.Numerics</c>'s structs as what they compute for each number, bit for bit as the base class library does.</summary>
public static class VectorOperators
{
    private const string Real = ".Real";
    private const string Imaginary = ".Imaginary";

    private static readonly IrType _double = new(ScalarKind.Double, "double");

    private static readonly Dictionary<string, BinaryOperator> _operators = new(StringComparer.Ordinal)
    {
        ["op_Addition"] = BinaryOperator.Add,
        ["op_Subtraction"] = BinaryOperator.Subtract,
        ["op_Multiply"] = BinaryOperator.Multiply,
        ["op_Division"] = BinaryOperator.Divide,
    };

    /// <summary>The numbers of the result, by their paths; null for an operator that is not in the table.</summary>
    /// <param name="type">Full name of the struct.</param>
    /// <param name="name">Metadata name of the operator.</param>
    /// <param name="operands">For each operand its numbers by their paths; a number itself has the empty path.</param>
    public static IReadOnlyDictionary<string, IrExpression>? Of(string type, string name, IReadOnlyList<IReadOnlyDictionary<string, IrExpression>> operands) => type switch
    {
        "System.Numerics.Vector2" or "System.Numerics.Vector3" or "System.Numerics.Vector4" => OfVector(name, operands),
        "System.Numerics.Complex" => OfComplex(name, operands),
        _ => null,
    };

    /// <summary>A number of a constant of such a struct; null for another member.</summary>
    /// <param name="type">Full name of the struct.</param>
    /// <param name="member">Name of the static member.</param>
    /// <param name="path">The path of the number.</param>
    public static double? Constant(string type, string member, string path) => (type, member) switch
    {
        ("System.Numerics.Vector2" or "System.Numerics.Vector3" or "System.Numerics.Vector4" or "System.Numerics.Complex", "Zero") => 0,
        ("System.Numerics.Vector2" or "System.Numerics.Vector3" or "System.Numerics.Vector4", "One") => 1,
        ("System.Numerics.Vector2" or "System.Numerics.Vector3" or "System.Numerics.Vector4", "UnitX" or "UnitY" or "UnitZ" or "UnitW") => member.EndsWith(path.Substring(1), StringComparison.Ordinal) ? 1 : 0,
        ("System.Numerics.Complex", "One") => path == Real ? 1 : 0,
        ("System.Numerics.Complex", "ImaginaryOne") => path == Imaginary ? 1 : 0,
        _ => null,
    };

    private static Dictionary<string, IrExpression>? OfVector(string name, IReadOnlyList<IReadOnlyDictionary<string, IrExpression>> operands)
    {
        if (operands.Count == 1)
            return name == "op_UnaryNegation" ? Negated(operands[0]) : null;
        return operands.Count == 2 && _operators.TryGetValue(name, out var known) ? EachWithEach(known, operands[0], operands[1]) : null;
    }

    /// <summary>Complex numbers; the division of two scales its operands first, and is left as it is.</summary>
    private static Dictionary<string, IrExpression>? OfComplex(string name, IReadOnlyList<IReadOnlyDictionary<string, IrExpression>> operands)
    {
        var left = operands[0];
        if (operands.Count == 1)
        {
            return name switch
            {
                "op_UnaryNegation" when left.Count == 2 => Negated(left),
                "op_Implicit" when left.TryGetValue("", out var number) && number.Type.Kind is not (ScalarKind.Decimal or ScalarKind.Half) => Complex(new Conversion(number, _double), new Constant(_double, 0d)),
                _ => null,
            };
        }

        var right = operands[1];
        if (operands.Count != 2 || !_operators.TryGetValue(name, out var known))
            return null;
        return (left.TryGetValue("", out var one), right.TryGetValue("", out var other)) switch
        {
            (false, false) => OfTwo(known, left, right),
            (true, false) => OfNumber(known, one!, right),
            _ => WithNumber(known, left, other!),
        };
    }

    private static Dictionary<string, IrExpression>? OfTwo(BinaryOperator known, IReadOnlyDictionary<string, IrExpression> left, IReadOnlyDictionary<string, IrExpression> right)
    {
        var (a, b, c, d) = (left[Real], left[Imaginary], right[Real], right[Imaginary]);
        return known switch
        {
            BinaryOperator.Add or BinaryOperator.Subtract => EachWithEach(known, left, right),
            BinaryOperator.Multiply => Complex(
                Binary(BinaryOperator.Subtract, Binary(known, a, c), Binary(known, b, d)),
                Binary(BinaryOperator.Add, Binary(known, b, c), Binary(known, a, d))),
            _ => null,
        };
    }

    /// <summary>A number and a complex one.</summary>
    private static Dictionary<string, IrExpression>? OfNumber(BinaryOperator known, IrExpression number, IReadOnlyDictionary<string, IrExpression> right)
    {
        var (real, imaginary) = (right[Real], right[Imaginary]);
        return known switch
        {
            BinaryOperator.Add => Complex(Binary(known, number, real), imaginary),
            BinaryOperator.Subtract => Complex(Binary(known, number, real), Negated(imaginary)),
            BinaryOperator.Multiply => Scaled(known, right, number),
            _ => null,
        };
    }

    /// <summary>A complex number and one that is not.</summary>
    private static Dictionary<string, IrExpression>? WithNumber(BinaryOperator known, IReadOnlyDictionary<string, IrExpression> left, IrExpression number) => known switch
    {
        BinaryOperator.Add or BinaryOperator.Subtract => Complex(Binary(known, left[Real], number), left[Imaginary]),
        BinaryOperator.Multiply => Scaled(known, left, number),
        _ => null,
    };

    /// <summary>Each part times a number; where one part is not finite, the other becomes NaN.</summary>
    private static Dictionary<string, IrExpression> Scaled(BinaryOperator known, IReadOnlyDictionary<string, IrExpression> value, IrExpression number)
    {
        var (real, imaginary) = (value[Real], value[Imaginary]);
        return Complex(OrNaN(imaginary, Binary(known, real, number)), OrNaN(real, Binary(known, imaginary, number)));
    }

    private static Conditional OrNaN(IrExpression tested, IrExpression value)
    {
        var magnitude = new MathCall("System.Math.Abs", EquatableArray.Of(tested), tested.Type);
        var isFinite = new Binary(BinaryOperator.Less, magnitude, new Constant(tested.Type, double.PositiveInfinity), IrType.Bool);
        return new Conditional(isFinite, value, new Constant(value.Type, double.NaN), value.Type);
    }

    /// <summary>Each number with that of the same name; one number alone stands for as many.</summary>
    private static Dictionary<string, IrExpression>? EachWithEach(BinaryOperator known, IReadOnlyDictionary<string, IrExpression> left, IReadOnlyDictionary<string, IrExpression> right)
    {
        var result = new Dictionary<string, IrExpression>();
        foreach (var path in left.Keys.Concat(right.Keys).Distinct().Where(p => p.Length > 0))
        {
            if ((Part(left, path), Part(right, path)) is not ({ } one, { } other) || one.Type.Kind != other.Type.Kind)
                return null;
            result.Add(path, Binary(known, one, other));
        }

        return result.Count == 0 ? null : result;
    }

    private static IrExpression? Part(IReadOnlyDictionary<string, IrExpression> value, string path) =>
        value.TryGetValue(path, out var part) || value.TryGetValue("", out part) ? part : null;

    private static Dictionary<string, IrExpression> Negated(IReadOnlyDictionary<string, IrExpression> value) => value.ToDictionary(p => p.Key, p => Negated(p.Value));

    private static IrExpression Negated(IrExpression value) => new Unary(UnaryOperator.Negate, value, value.Type);

    private static Dictionary<string, IrExpression> Complex(IrExpression real, IrExpression imaginary) => new() { [Real] = real, [Imaginary] = imaginary };

    private static IrExpression Binary(BinaryOperator known, IrExpression left, IrExpression right) => new Binary(known, left, right, left.Type);
}
