using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Writes parameters with their modifiers.</summary>
internal static class ParameterText
{
    private static readonly string[] _repeatedAttributes = ["UnscopedRefAttribute", "EnumeratorCancellationAttribute"];

    /// <summary>A parameter of the emitted method.</summary>
    public static Parameter Of(IParameterSymbol parameter, TypeNames names)
    {
        var attributes = string.Concat(parameter.GetAttributes()
            .Where(a => a.AttributeClass is not null && _repeatedAttributes.Contains(a.AttributeClass.Name))
            .Select(a => $"[{names.Of(a.AttributeClass!)}]"));
        return new Parameter(
            Identifiers.Escape(parameter.Name),
            names.Of(parameter.Type),
            Modifiers(parameter),
            ArgumentModifier(parameter.RefKind),
            attributes);
    }

    /// <summary>A parameter of an accessor, with the default value that a call may leave out.</summary>
    public static string OfAccessor(IParameterSymbol parameter, TypeNames names)
    {
        var modifiers = Modifiers(parameter);
        var text = $"{(modifiers.Length > 0 ? modifiers + " " : "")}{names.Of(parameter.Type)} {Identifiers.Escape(parameter.Name)}";
        return parameter.HasExplicitDefaultValue
            ? $"{text} = {ConstantText.Of(parameter.ExplicitDefaultValue, parameter.Type, names)}"
            : text;
    }

    /// <summary>What an argument that is forwarded needs.</summary>
    public static string ArgumentModifier(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref",
        RefKind.Out => "out",
        RefKind.In or RefKind.RefReadOnlyParameter => "in",
        _ => "",
    };

    /// <summary>The return type with <c>ref</c> or <c>ref readonly</c>.</summary>
    public static string ReturnType(IMethodSymbol method, TypeNames names)
    {
        var prefix = method.ReturnsByRefReadonly ? "ref readonly " : method.ReturnsByRef ? "ref " : "";
        return prefix + (method.ReturnsVoid ? "void" : names.Of(method.ReturnType));
    }

    private static string Modifiers(IParameterSymbol parameter)
    {
        var kind = parameter.RefKind switch
        {
            RefKind.Ref => "ref",
            RefKind.Out => "out",
            RefKind.In => "in",
            RefKind.RefReadOnlyParameter => "ref readonly",
            _ => "",
        };
        if (parameter.IsParams)
            return "params";
        var isScoped = parameter.RefKind != RefKind.Out && parameter.ScopedKind != ScopedKind.None;
        return isScoped ? $"scoped {kind}".TrimEnd() : kind;
    }
}
