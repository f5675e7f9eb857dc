namespace AutoParallel.Fuzz.Generation;

/// <summary>
/// Makes expressions of a wanted type. With exact data every floating-point value is a small whole number, which sums in any order
/// to the same bits; then nothing is generated that could make a fraction.
/// </summary>
internal sealed class ExpressionGenerator(Randomness random, IReadOnlyList<ArrayParameter> arrays, Style style)
{
    private static readonly string[] _comparisons = ["<", "<=", ">", ">=", "==", "!="];

    private static readonly string[] _characterClasses =
    [
        "IsLetter", "IsDigit", "IsWhiteSpace", "IsUpper", "IsLower", "IsLetterOrDigit", "IsNumber", "IsSeparator", "IsControl", "IsSurrogate", "IsHighSurrogate", "IsLowSurrogate", "IsAscii",
        "IsAsciiLetter", "IsAsciiDigit", "IsAsciiLetterOrDigit", "IsAsciiLetterUpper", "IsAsciiLetterLower", "IsAsciiHexDigit", "IsAsciiHexDigitLower", "IsAsciiHexDigitUpper",
    ];

    private static readonly string[] _widened =
    [
        "({0} * 77 + {1} * 150 + {2} * 29) >> 8", "({0} - {1} * {2}) >> 3", "({0} + {1} + {2} * 5) >>> 2", "Math.Clamp({0} + {1} - {2}, 0, 255)",
        "Math.Abs({0} - {1}) + ({2} << 4)", "({0} - {1} > {2} + 3 ? {0} * 3 : {1} ^ 85)", "Math.Min({0} * 2, {1} + 300) - Math.Max({1}, {2})", "({0} * 5 / 8 + {1} % 16) & ~{2}",
        "(byte)({0} * {1}) + (sbyte)({1} * 3) - {2}",
    ];

    /// <summary>Bounds of a value that is stored or summed with exact data.</summary>
    private const int ExactLimit = 48;

    /// <summary>A value of the type.</summary>
    public Expression Value(string type, Scope scope, int depth)
    {
        if (depth <= 0 || random.Chance(20))
            return Leaf(type, scope, depth);
        if (ElementTypes.IsSmall(type) && random.Chance(25))
            return Widened(type, scope, depth);
        return random.Below(13) switch
        {
            < 5 => Arithmetic(type, scope, depth),
            5 => Choice(type, scope, depth),
            6 => Function(type, scope, depth),
            7 => Conversion(type, scope, depth),
            8 when !ElementTypes.IsFloat(type) => Bitwise(type, scope, depth),
            9 => Cases(type, scope, depth),
            10 when style.Helpers.Where(h => h.Type == type).ToList() is { Count: > 0 } helpers => Call(random.Of(helpers), scope, depth),
            11 when style.MayOverflow && type is "int" or "long" or "uint" or "ulong" => Checked(type, scope, depth),
            12 => Library(type, scope, depth),
            _ => Leaf(type, scope, depth),
        };
    }

    /// <summary>A value that may be stored to an array or summed.</summary>
    public Expression Result(string type, Scope scope, int depth)
    {
        var value = Value(type, scope, depth);
        return style.IsExact && ElementTypes.IsFloat(type)
            ? Join(type, $"{ElementTypes.Extremes(type)}.Max({ElementTypes.Extremes(type)}.Min({{0}}, {ElementTypes.Literal(type, ExactLimit)}), {ElementTypes.Literal(type, -ExactLimit)})", value)
            : value;
    }

    /// <summary>A condition.</summary>
    public Expression Condition(Scope scope, int depth)
    {
        if (depth > 0 && random.Chance(25))
            return Join("bool", $"({{0}} {random.Of("&&", "||", "&", "|", "^")} {{1}})", Condition(scope, depth - 1), Condition(scope, depth - 1));
        if (depth > 0 && random.Chance(10))
            return Join("bool", "(!{0})", Condition(scope, depth - 1));
        var truths = arrays.Where(a => a.Element == "bool").ToList();
        if (truths.Count > 0 && scope.Indices.Count > 0 && random.Chance(35))
            return Element(random.Of(truths), scope);
        var type = style.AnyType(random);
        if (type is "char" or "byte" or "ushort" or "int" && random.Chance(30))
            return Join("bool", $"char.{random.Of(_characterClasses)}((char)({(type == "int" ? $"{{0}} & {random.Of("0x7F", "0xFFFF")}" : "{0}")}))", NotConstant(type, scope, depth));
        return Join("bool", $"({{0}} {random.Of(_comparisons)} {{1}})", NotConstant(type, scope, depth), Value(type, scope, depth));
    }

    /// <summary>An element of the array at subscripts that the loops around make.</summary>
    /// <param name="array">The array.</param>
    /// <param name="scope">What is in scope.</param>
    /// <param name="place">Which one of the elements that belong to an iteration, or of the fields of its element; any where it is negative.</param>
    public Expression Element(ArrayParameter array, Scope scope, int place = -1)
    {
        var row = style.Scattered.Contains(array.Name) ? Scattered(scope) : Subscript(scope, style.Written.Contains(array.Name));
        if (style.Groups.TryGetValue(array.Name, out var count) && (place >= 0 || random.Chance(85)))
        {
            var at = place >= 0 ? place : random.Between(0, count - 1);
            row = new Expression("subscript", $"{count} * {scope.Indices[0].Name}{(at == 0 ? "" : $" + {at}")}");
        }

        if (array.Kind == ContainerKind.Structures && place >= 0)
            return Join(array.Element, $"{array.Name}[{scope.Indices[0].Name}].{ElementTypes.Structure(array.Element)!.Value.Fields[place]}");
        if (array.Kind is ContainerKind.Span or ContainerKind.ReadOnlySpan or ContainerKind.List or ContainerKind.Object && scope.Indices.Any(i => i.Type == "long"))
            row = Join(row.Type, "(int)({0})", row);
        return array.Kind switch
        {
            ContainerKind.Matrix => Join(array.Element, $"{array.Name}[{{0}}, {{1}}]", row, SmallSubscript(scope)),
            ContainerKind.Structures => Join(array.Element, $"{array.Name}[{{0}}].{random.Of(ElementTypes.Structure(array.Element)!.Value.Fields.ToCharArray())}", row),
            ContainerKind.Jagged => Join(array.Element, $"{array.Name}[{{0}}][{{1}}]", row, SmallSubscript(scope)),
            _ => Join(array.Element, $"{array.Name}[{{0}}]", row),
        };
    }

    /// <summary>A value no part of which the compiler could fold, so that it finds no overflow in it.</summary>
    public Expression NotConstant(string type, Scope scope, int depth)
    {
        var candidates = scope.Values.Where(v => v.Type == type).ToList();
        var sources = arrays.Where(a => a.Element == type).ToList();
        if (scope.Indices.Count > 0 && sources.Count > 0 && (candidates.Count == 0 || random.Chance(65)))
            return Element(random.Of(sources), scope);
        if (candidates.Count > 0)
            return new Expression(type, random.Of(candidates).Name);
        return depth > 0 && random.Chance(50) ? Conversion(type, scope, depth) : ScalarParameter(type);
    }

    private Expression Leaf(string type, Scope scope, int depth) =>
        random.Chance(80) ? NotConstant(type, scope, depth) : Literal(type);

    private Expression Literal(string type)
    {
        if (!style.IsExact && ElementTypes.IsFloat(type) && random.Chance(50))
            return new Expression(type, (type == "Half" ? "(Half)" : "") + random.Of("0.1", "(-2.5)", "1e-3", "1.5e10", "0.5") is var text && type == "float" ? $"(float){text}" : text);
        return new Expression(type, ElementTypes.Literal(type, random.Between(-3, 9)));
    }

    private Expression Arithmetic(string type, Scope scope, int depth)
    {
        var left = NotConstant(type, scope, depth - 1);
        var right = Value(type, scope, depth - 1);
        if (random.Chance(30))
            left = Value(type, scope, depth - 1) is var deep && deep.Operands.Count > 0 ? deep : left;
        var operation = random.Below(12) switch
        {
            < 4 => "+",
            < 7 => "-",
            < 10 => "*",
            10 when !style.IsExact || !ElementTypes.IsFloat(type) => "/",
            11 when !ElementTypes.IsFloat(type) => "%",
            _ => "+",
        };
        if (operation is "/" or "%" && !ElementTypes.IsFloat(type) && (style.IsTame || random.Chance(85)))
            return Small(type, $"({{0}} {operation} {ElementTypes.Literal(type, random.Of(2, 3, 7, 10))})", left);
        return Small(type, $"({{0}} {operation} {{1}})", left, right);
    }

    /// <summary>Arithmetic of several operations on <c>int</c> of which only the result is small again.</summary>
    private Expression Widened(string type, Scope scope, int depth) => Join(
        type,
        $"({type})({random.Of(_widened)})",
        NotConstant(type, scope, depth - 1),
        NotConstant(type, scope, depth - 1),
        Value(type, scope, depth - 1));

    private Expression Bitwise(string type, Scope scope, int depth) => random.Below(4) switch
    {
        0 => Small(type, $"({{0}} << {random.Between(0, 9)})", NotConstant(type, scope, depth - 1)),
        1 => Small(type, $"({{0}} >> {random.Between(0, 9)})", NotConstant(type, scope, depth - 1)),
        2 => Small(type, "(~{0})", NotConstant(type, scope, depth - 1)),
        _ => Small(type, $"({{0}} {random.Of("&", "|", "^")} {{1}})", NotConstant(type, scope, depth - 1), Value(type, scope, depth - 1)),
    };

    private Expression Choice(string type, Scope scope, int depth) => Join(
        type,
        "({0} ? {1} : {2})",
        Condition(scope, depth - 1),
        NotConstant(type, scope, depth - 1),
        NotConstant(type, scope, depth - 1));

    private Expression Function(string type, Scope scope, int depth)
    {
        var value = NotConstant(type, scope, depth - 1);
        var other = NotConstant(type, scope, depth - 1);
        var (library, extremes) = (ElementTypes.Library(type), ElementTypes.Extremes(type));
        return random.Below(6) switch
        {
            0 => Narrow(type, $"{extremes}.Min({{0}}, {{1}})", value, other),
            1 => Narrow(type, $"{extremes}.Max({{0}}, {{1}})", value, other),
            2 when ElementTypes.IsFloat(type) => Join(type, $"{library}.Abs({{0}})", value),
            3 when ElementTypes.IsFloat(type) => Join(type, $"{library}.{random.Of("Floor", "Ceiling", "Truncate", "Round")}({{0}})", value),
            4 when ElementTypes.IsFloat(type) && !style.IsExact => Join(type, $"{library}.Sqrt({{0}})", value),
            5 when ElementTypes.IsSigned(type) => Small(type, "(-{0})", value),
            _ => value,
        };
    }

    private Expression Conversion(string type, Scope scope, int depth)
    {
        var from = style.AnyType(random);
        if (random.Chance(35) && scope.Indices.Count > 0 && !(style.IsExact && ElementTypes.IsFloat(type)))
        {
            var index = new Expression("index", random.Of(scope.Indices).Name);
            return type is "int" or "uint" or "long" or "ulong" && random.Chance(25)
                ? Join(type, $"(({type})({{0}}) * ({type}){random.Of("3", "7", "1000003")} {random.Of("+", "-")} ({type})o)", index)
                : Join(type, $"({type})({{0}})", index);
        }

        if (style.IsExact && ElementTypes.IsFloat(type) && !ElementTypes.IsFloat(from))
            return Join(type, $"({type})({{0}} & 3)", NotConstant(ElementTypes.IsSmall(from) ? from : "int", scope, depth - 1));
        return Join(type, $"({type}){{0}}", from == type ? ScalarParameter(from) : NotConstant(from, scope, depth - 1));
    }

    private Expression Subscript(Scope scope, bool isWritten)
    {
        if (style.IsTame && random.Chance(97))
            return TameSubscript(scope, isWritten);
        var index = random.Of(scope.Indices);
        if (random.Chance(70) && scope.Indices.Count > 0)
            index = scope.Indices[0];
        var (name, offset) = (index.Name, random.Between(-3, 4));
        var shift = offset == 0 ? "" : offset > 0 ? $" + {offset}" : $" - {-offset}";
        return new Expression("subscript", random.Below(24) switch
        {
            < 10 => name,
            < 14 => name + shift,
            14 => $"{random.Of(2, 3)} * {name}{shift}",
            15 => $"{index.Bound} - {name}",
            16 => $"{index.Bound} - {name}{shift}",
            17 when scope.Indices.Count > 1 => $"{scope.Indices[0].Name} * m + {scope.Indices[^1].Name}",
            18 when scope.Indices.Count > 1 => $"{scope.Indices[0].Name} + {scope.Indices[^1].Name}",
            19 => $"{name} + o",
            20 => random.Of("0", "o", "n / 2"),
            21 => $"{name} / 2",
            22 => $"{name} ^ 1",
            23 when index.Type == "int" => $"p[{name}]",
            _ => name,
        });
    }

    /// <summary>A subscript that several iterations may have.</summary>
    private Expression Scattered(Scope scope)
    {
        var outer = scope.Indices[0];
        var name = outer.Type == "int" ? outer.Name : $"(int){outer.Name}";
        return new Expression("subscript", random.Below(6) switch
        {
            < 3 => $"p[{name}]",
            3 => $"(p[{name}] & 31)",
            4 => $"({name} * 7 & 15)",
            _ => $"(p[{name}] + o)",
        });
    }

    /// <summary>The same for every access to an array that is written; any shift for others.</summary>
    private Expression TameSubscript(Scope scope, bool isWritten)
    {
        var outer = scope.Indices[0];
        if (isWritten)
            return new Expression("subscript", outer.Name);
        var inner = random.Of(scope.Indices);
        return new Expression("subscript", random.Below(12) switch
        {
            < 6 => outer.Name,
            6 => $"{outer.Name} + {random.Between(1, 4)}",
            7 => $"{outer.Name} + {random.Between(1, 4)}",
            8 => inner.Name,
            9 => random.Of("o", "0", $"{outer.Name} + o"),
            10 => $"{outer.Name} + {inner.Name}",
            _ => random.Of($"2 * {outer.Name}", $"{outer.Bound} - {outer.Name}", $"{outer.Name} + {outer.Bound}"),
        });
    }

    private Expression SmallSubscript(Scope scope)
    {
        var inner = scope.Indices[^1];
        if (style.IsTame)
            return new Expression("subscript", inner.Bound == "m" ? inner.Name : "1");
        return new Expression("subscript", inner.Bound == "m" && random.Chance(85)
            ? inner.Name + random.Of("", "", "", " + 1", " - 1")
            : random.Of("0", "1", "o"));
    }

    /// <summary>A choice among several values.</summary>
    private Expression Cases(string type, Scope scope, int depth) => Join(
        type,
        random.Of("(({0} & 3) switch {{ 0 => {1}, 1 or 2 => {2}, _ => {3} }})", "({0} switch {{ < 0 => {1}, > 100 => {2}, _ => {3} }})"),
        NotConstant("int", scope, depth - 1),
        NotConstant(type, scope, depth - 1),
        NotConstant(type, scope, depth - 1),
        NotConstant(type, scope, depth - 1));

    private Expression Call(Helper helper, Scope scope, int depth) => new(
        helper.Type,
        $"{helper.Name}({string.Join(", ", helper.Parameters.Select((_, i) => $"{{{i}}}"))})",
        [.. helper.Parameters.Select(p => Leaf(p, scope, depth - 1))]);

    /// <summary>Arithmetic that throws where it overflows; mostly of numbers so small that it does not.</summary>
    private Expression Checked(string type, Scope scope, int depth)
    {
        var mask = random.Chance(85) ? $" & {ElementTypes.Literal(type, 1023)}" : "";
        return Join(type, $"checked(({{0}}{mask}) {random.Of("+", "*", "-")} {(ElementTypes.IsSigned(type) ? $"({{1}}{mask})" : ElementTypes.Literal(type, 0))})", NotConstant(type, scope, depth - 1), NotConstant(type, scope, depth - 1));
    }

    /// <summary>A function that some types have and others do not.</summary>
    private Expression Library(string type, Scope scope, int depth)
    {
        var value = NotConstant(type, scope, depth - 1);
        var other = NotConstant(type, scope, depth - 1);
        var lowest = ElementTypes.Literal(type, random.Between(0, 3));
        return type switch
        {
            "uint" => Join(type, random.Of("(uint)BitOperations.PopCount({0})", "(uint)BitOperations.LeadingZeroCount({0})", "BitOperations.RotateLeft({0}, 5)", "BitOperations.RotateRight({0}, (int)({0} * 9))", "(uint)BitOperations.TrailingZeroCount({0})"), value),
            "ulong" => Join(type, random.Of("(ulong)BitOperations.PopCount({0})", "(ulong)BitOperations.LeadingZeroCount({0})", "BitOperations.RotateRight({0}, 7)", "BitOperations.RotateLeft({0}, (int)({0} >> 5))"), value),
            "int" or "long" when random.Chance(30) => Join(type, $"({{0}} {random.Of("<<", ">>", ">>>")} (int)({{1}}))", value, other),
            "int" when random.Chance(40) => Join(type, random.Of("Math.Sign({0})", "(int)(({0} > 0) ? {0} : -({0} + 1))"), value),
            "double" or "float" when style.IsExact && random.Chance(35) => Join(type, $"{ElementTypes.Library(type)}.CopySign({{0}}, {{1}})", value, other),
            "char" or "Half" => value,
            _ => Narrow(type, $"Math.Clamp({{0}}, {lowest}, {ElementTypes.Literal(type, 9)})", value),
        };
    }

    /// <summary>A call whose value has a wider type than its operands.</summary>
    private static Expression Narrow(string type, string format, params Expression[] operands) =>
        Join(type, type == "char" ? $"(char){format}" : format, operands);

    private static Expression ScalarParameter(string type) => new(type, type == "int" ? "o" : $"({type})s");

    private static Expression Small(string type, string format, params Expression[] operands) =>
        ElementTypes.IsSmall(type) ? Join(type, $"({type}){format}", operands) : Join(type, format, operands);

    private static Expression Join(string type, string format, params Expression[] operands) => new(type, format, operands);
}
