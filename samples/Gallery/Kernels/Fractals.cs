using AutoParallel;

namespace Gallery.Kernels;

/// <summary>Loops whose inner loop runs a different number of times for every element.</summary>
public static class Fractals
{
    /// <summary>
    /// Iterations of z ← z² + c until |z| &gt; 2, at most <paramref name="limit"/>, for every pixel of the rectangle
    /// [−2, 1] × [−1.5, 1.5] of the complex plane; <paramref name="iterations"/> is row after row.
    /// </summary>
    [Parallel]
    public static void Mandelbrot(int[] iterations, int width, int height, int limit)
    {
        float stepX = 3f / width;
        float stepY = 3f / height;
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                float cx = -2f + column * stepX;
                float cy = -1.5f + row * stepY;
                float x = 0;
                float y = 0;
                int n = 0;
                while (n < limit && x * x + y * y <= 4f)
                {
                    float next = x * x - y * y + cx;
                    y = 2 * x * y + cy;
                    x = next;
                    n++;
                }

                iterations[row * width + column] = n;
            }
        }
    }

    /// <summary>How many steps the Collatz sequence of 1, 2, 3, … takes to reach 1.</summary>
    [Parallel]
    public static void Collatz(int[] steps)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            long value = i + 1;
            int count = 0;
            while (value != 1)
            {
                value = (value & 1) == 0 ? value / 2 : 3 * value + 1;
                count++;
            }

            steps[i] = count;
        }
    }
}
