using System.Text;

namespace AutoParallel.Compiler.IR;

/// <summary>Checks the IR after each pass, and keeps its text after those that changed it, where that is asked for.</summary>
/// <param name="keepsText">Whether the text is kept.</param>
public sealed class PassLog(bool keepsText)
{
    private readonly StringBuilder _text = new();

    /// <summary>The IR after each pass, under the pass's name; null where it is not kept.</summary>
    public string? Text => keepsText ? _text.ToString() : null;

    /// <summary>Runs a pass.</summary>
    /// <exception cref="InvalidOperationException">The pass has broken an invariant.</exception>
    public Method Run(string pass, Func<Method, Method> apply, Method method)
    {
        var result = apply(method);
        if (ReferenceEquals(result, method))
            return method;
        Check(pass, IrVerifier.Verify(result));
        Keep(pass, () => IrPrinter.Print(result));
        return result;
    }

    /// <summary>Lets what came out of a pass through if nothing is wrong with it.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="problems">What <see cref="IrVerifier"/> says.</param>
    /// <exception cref="InvalidOperationException">The pass has broken an invariant.</exception>
    public static void Check(string pass, IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
            throw new InvalidOperationException($"malformed IR after {pass}: {problems[0]}");
    }

    /// <summary>Keeps a text.</summary>
    public void Keep(string pass, Func<string> print)
    {
        if (keepsText)
            _text.Append("# ").Append(pass).Append('\n').Append(print());
    }
}
