namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops that ask which class characters are of.</summary>
internal static class Characters
{
    [Parallel]
    public static int Letters(string text)
    {
        int letters = 0;
        foreach (char c in text)
        {
            if (char.IsLetter(c))
                letters++;
        }

        return letters;
    }

    [Parallel]
    public static void Unicode(char[] text, int[] result)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            result[i] = (char.IsLetter(c) ? 1 : 0) + (char.IsDigit(c) ? 2 : 0) + (char.IsWhiteSpace(c) ? 4 : 0) + (char.IsUpper(c) ? 8 : 0) + (char.IsLower(c) ? 16 : 0)
                + (char.IsLetterOrDigit(c) ? 32 : 0) + (char.IsNumber(c) ? 64 : 0) + (char.IsSeparator(c) ? 128 : 0) + (char.IsControl(c) ? 256 : 0)
                + (char.IsSurrogate(c) ? 512 : 0) + (char.IsHighSurrogate(c) ? 1024 : 0) + (char.IsLowSurrogate(c) ? 2048 : 0);
        }
    }

    [Parallel]
    public static void Ascii(ReadOnlySpan<ushort> text, Span<int> result)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = (char)text[i];
            result[i] = (char.IsAscii(c) ? 1 : 0) + (char.IsAsciiDigit(c) ? 2 : 0) + (char.IsAsciiLetter(c) ? 4 : 0) + (char.IsAsciiLetterLower(c) ? 8 : 0)
                + (char.IsAsciiLetterUpper(c) ? 16 : 0) + (char.IsAsciiLetterOrDigit(c) ? 32 : 0) + (char.IsAsciiHexDigit(c) ? 64 : 0)
                + (char.IsAsciiHexDigitLower(c) ? 128 : 0) + (char.IsAsciiHexDigitUpper(c) ? 256 : 0);
        }
    }

    [Parallel]
    public static void Marks(char[] text, bool[] isLower)
    {
        for (int i = 0; i < text.Length; i++)
            isLower[i] = char.IsLower(text[i]);
    }

    [Parallel]
    public static long DigitSum(byte[] text)
    {
        long sum = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsDigit((char)text[i]))
                sum += text[i] - '0';
        }

        return sum;
    }

    [Parallel]
    public static void LettersOfLines(string[] lines, int[] result)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            int letters = 0;
            foreach (char c in lines[i])
            {
                if (char.IsLetter(c))
                    letters++;
            }

            result[i] = letters;
        }
    }

    [Parallel]
    public static int Words(string text)
    {
        int words = 0;
        bool inWord = false;
        foreach (char c in text)
        {
            bool letter = char.IsLetter(c);
            if (letter && !inWord)
                words++;
            inWord = letter;
        }

        return inWord ? words : -words;
    }

    [Parallel]
    public static int WordsOfLines(string[] lines)
    {
        int words = 0;
        foreach (string line in lines)
        {
            bool inWord = false;
            foreach (char c in line)
            {
                bool letter = char.IsLetter(c);
                if (letter && !inWord)
                    words++;
                inWord = letter;
            }
        }

        return words;
    }

    [Parallel]
    public static int WordsAcrossLines(string[] lines, int[] ends)
    {
        int words = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            bool inWord = i % 2 == 0;
            for (int k = 0; k < lines[i].Length; k++)
            {
                if (!char.IsWhiteSpace(lines[i][k]) && !inWord)
                    words++;
                inWord = !char.IsWhiteSpace(lines[i][k]);
            }

            ends[i] = inWord ? 1 : 0;
        }

        return words;
    }
}
