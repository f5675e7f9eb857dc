namespace AutoParallel.CompilerServices;

/// <summary>The characters of a class as bits, made when a vector with a character beyond ASCII is first looked at.</summary>
internal static class CharacterTable<TClass>
    where TClass : ICharacterClass
{
    /// <summary>Bit c % 32 of word c / 32 says whether the class has the character c.</summary>
    public static readonly int[] Words = Make();

    private static int[] Make()
    {
        var words = new int[0x10000 / 32];
        for (var code = 0; code < 0x10000; code++)
            words[code >> 5] |= (TClass.Contains((char)code) ? 1 : 0) << (code & 31);
        return words;
    }
}
