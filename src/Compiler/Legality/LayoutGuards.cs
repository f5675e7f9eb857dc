using AutoParallel.Compiler.Analysis;
using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Legality;

/// <summary>
/// Asks the runtime whether the fields that lanes are filled with lie where they are looked for: a struct of zeros with a value at the
/// field's offset must show that value as its field. The JIT answers when it compiles the guard.
/// </summary>
public static class LayoutGuards
{
    private const string Probe = "global::AutoParallel.CompilerServices.RecordLayout.With";

    /// <summary>The guards of a loop; none where it has no fields of elements.</summary>
    public static IReadOnlyList<Guard> Of(LoopAnalysis analysis)
    {
        var guards = new List<Guard>();
        foreach (var access in analysis.Accesses.Select(a => a.Access))
        {
            if (access.Number is not { } field)
                continue;
            var record = access.Root.Element.Text;
            var value = Sample(field.Type);
            var meaning = $"the fields of '{record.Substring(record.LastIndexOf('.') + 1)}' follow each other";
            guards.Add(new Guard($"global::System.Runtime.CompilerServices.Unsafe.SizeOf<{record}>() == {field.RecordSize}", meaning));
            guards.Add(new Guard($"{Probe}<{record}, {field.Type.Text}>({field.Offset}, {value}){access.Path} == {value}", meaning));
        }

        return guards.Distinct().ToList();
    }

    /// <summary>A value no part of which, moved by bytes and with zeros around it, is the value.</summary>
    private static string Sample(IrType type) => type.Kind switch
    {
        ScalarKind.Bool => "true",
        ScalarKind.Single => "1.1f",
        ScalarKind.Double => "1.1d",
        _ when type.Size64 == 1 => $"({type.Text})0x5A",
        _ when type.Size64 == 2 => $"({type.Text})0x0102",
        _ => $"({type.Text})0x01020304",
    };
}
