namespace AutoParallel.Compiler.Tests.Frontend;

public class CountedLoopTests
{
    [Fact]
    public void For_with_less_and_increment() => Snippet.AssertIr("float[] x", "for (int i = 0; i < x.Length; i++) x[i] = 1;", """
        loop #0 i = 0; i < len(x); i += 1
          x[i] = 1
        """);
}
