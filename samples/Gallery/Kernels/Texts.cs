using AutoParallel;

namespace Gallery.Kernels;

/// <summary>Loops over strings.</summary>
public static class Texts
{
    /// <summary>The number of words, which are runs of letters, in all lines.</summary>
    [Parallel]
    public static int CountWords(string[] lines)
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
}
