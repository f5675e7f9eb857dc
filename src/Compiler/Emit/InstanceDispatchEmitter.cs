using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Emit;

/// <summary>
/// Writes the choice between the instances of a generic method: the runtime compiles the method once for each value type and knows the answer of
/// every test then, so that one call is left. The arguments are of the same types by other names, and are handed on as they are.
/// </summary>
internal static class InstanceDispatchEmitter
{
    /// <summary>The name of the method at types that have no instance.</summary>
    public const string AtAnyType = "AtAnyType";

    private const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe";

    /// <summary>Writes the method that calls go to.</summary>
    public static void Emit(SourceWriter writer, Method method, IReadOnlyList<PlannedInstance> instances)
    {
        var signature = method.Signature;
        var parameter = signature.TypeParameters[0];
        writer.Line("/// <summary>Chooses by the type parameter: for each number there is code of its own.</summary>");
        writer.Line(MethodAttributes.Inlined);
        writer.Open(KernelEmitter.Header(signature, "public", signature.IsUnsafe ? "unsafe" : "", "Invoke"));
        foreach (var instance in instances)
        {
            var own = instance.Method.Signature;
            var arguments = signature.AllParameters.Zip(own.AllParameters, Argument);
            var call = $"global::{KernelEmitter.Namespace}.{instance.Method.KernelName}.Invoke({string.Join(", ", arguments)})";
            writer.Open($"if (typeof({parameter}) == typeof({instance.Instance.Type}))");
            if (signature.ReturnType == "void")
            {
                writer.Line($"{call};");
                writer.Line("return;");
            }
            else if (signature.ReturnType == own.ReturnType)
            {
                writer.Line($"return {call};");
            }
            else
            {
                writer.Line($"var __result = {call};");
                writer.Line($"return {Unsafe}.As<{own.ReturnType}, {signature.ReturnType}>(ref __result);");
            }

            writer.Close();
        }

        var rest = $"{AtAnyType}{signature.TypeParameterList}({string.Join(", ", signature.AllParameters.Select(p => p.Argument))})";
        writer.Line(signature.ReturnType == "void" ? $"{rest};" : $"return {rest};");
        writer.Close();
        writer.Line();
    }

    private static string Argument(Parameter generic, Parameter own)
    {
        if (generic.Type == own.Type)
            return generic.Argument;
        var prefix = generic.ArgumentModifier.Length == 0 ? "" : generic.ArgumentModifier + " ";
        var reference = generic.ArgumentModifier == "in" ? $"{Unsafe}.AsRef(in {generic.Name})" : generic.Name;
        return $"{prefix}{Unsafe}.As<{generic.Type}, {own.Type}>(ref {reference})";
    }
}
