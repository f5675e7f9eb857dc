using AutoParallel.Compiler.Frontend;
using AutoParallel.Compiler.Knowledge;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Analyzers;

/// <summary>The elements that a call of the library's writes, such as <c>Array.Fill(a, 1)</c> and <c>a.AsSpan(2, n).Sort()</c>.</summary>
/// <param name="Container">The array.</param>
/// <param name="Bounds">The numbers that say which; without any, all.</param>
internal sealed record WrittenElements(IOperation Container, IReadOnlyList<IOperation> Bounds)
{
    /// <summary>The elements; null for a call that writes none, or of which it is not known which.</summary>
    public static WrittenElements? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.DeclaringSyntaxReferences.IsEmpty || method.Name == "ForEach")
            return null;
        var operands = call.Arguments.Select(a => a.Value);
        if (call.Instance is { } instance)
            operands = operands.Prepend(instance);
        var containers = operands.Where(o => IsArray(Origins.Unconverted(o)) || View(o) is not null).ToList();
        var written = PureCalls.Of(Names.FullName(method.ContainingType), method.Name) switch
        {
            CallEffect.WritesElements => containers.FirstOrDefault(),
            CallEffect.CopiesElements when containers.Count == 2 => containers[1],
            _ => null,
        };
        var bounds = call.Arguments.Where(a => IsBound(a) && a.Parameter?.Name != "value").Select(a => a.Value).ToList();
        for (var depth = 0; written is not null && depth < 8; depth++)
        {
            if (View(written) is not { } view)
                return IsArray(Origins.Unconverted(written)) ? new WrittenElements(Origins.Unconverted(written), bounds) : null;
            bounds.AddRange(view.Bounds);
            written = view.Container;
        }

        return null;
    }

    private static bool IsArray(IOperation operation) => operation.Type is IArrayTypeSymbol;

    private static bool IsBound(IArgumentOperation argument) =>
        argument.Parameter?.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 || argument.Parameter?.Type.Name is "Range" or "Index";

    /// <summary>What a span or memory is a view of; null for anything else.</summary>
    private static (IOperation Container, IEnumerable<IOperation> Bounds)? View(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod.Name: "op_Implicit", Operand: { } viewed } when IsArray(viewed) || View(viewed) is not null => (viewed, []),
        IConversionOperation { Conversion.IsUserDefined: false, Operand: { } converted } when View(converted) is { } view => view,
        IConversionOperation { Type.Name: "Span", Operand: { } array } when IsArray(array) => (array, []),
        IInvocationOperation { TargetMethod: { Name: "AsSpan" or "AsMemory", IsStatic: true }, Arguments: { IsEmpty: false } arguments }
            when IsArray(Origins.Unconverted(arguments[0].Value)) => (arguments[0].Value, arguments.Where(IsBound).Select(a => a.Value)),
        IInvocationOperation { TargetMethod: { Name: "Slice", IsStatic: false }, Instance: { } sliced } call when View(sliced) is not null =>
            (sliced, call.Arguments.Where(IsBound).Select(a => a.Value)),
        _ => null,
    };
}
