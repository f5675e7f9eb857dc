namespace AutoParallel.Fuzz.Generation;

/// <content>Functions over any number.</content>
internal sealed partial class MethodGenerator
{
    /// <summary>A function with generic arithmetic, which is called at a number.</summary>
    private Helper MakeGenericHelper()
    {
        var (name, type) = (Name("Generic"), _style.MainType is "char" or "Half" ? "int" : _style.MainType);
        var (value, other) = (Generic(3, type), Generic(2, type));
        var condition = $"{Generic(1, type)} {_random.Of("<", "<=", ">", "==", "!=")} {Generic(1, type)}";
        var body = _random.Below(4) switch
        {
            0 or 1 => $"=> {value};",
            2 => $"{{ if ({condition}) return {value}; return {other}; }}",
            _ => $"{{ var y = {other}; if ({condition}) y {_random.Of("+=", "-=")} {value}; else y{_random.Of("++", "--")}; return y; }}",
        };
        return new Helper(name, type, [type, type], $"private static T {name}<T>(T x0, T x1) where T : System.Numerics.INumber<T> {body}");
    }

    /// <summary>An expression over the type parameter; floating-point values stay as small and whole as they are.</summary>
    private string Generic(int depth, string type)
    {
        if (depth == 0 || _random.Chance(15))
            return _random.Of("x0", "x1", "x0", "T.One", "T.Zero", "T.CreateChecked(3)");
        var (left, right) = (Generic(depth - 1, type), Generic(depth - 1, type));
        return _random.Below(9) switch
        {
            0 or 1 => $"({left} - {right})",
            2 => $"({left} + {right})",
            3 => $"T.Max({left}, {right})",
            4 => $"T.Min({left}, {right})",
            5 => $"(-{left})",
            6 => $"({left} > {right} ? {right} : {left})",
            7 when !ElementTypes.IsFloat(type) => $"({left} * {right})",
            8 when !ElementTypes.IsFloat(type) => $"({left} / T.CreateChecked(3))",
            _ => $"({left} + T.One)",
        };
    }
}
