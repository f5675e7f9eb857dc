using AutoParallel;

namespace Gallery.Kernels;

/// <summary>Dense linear algebra.</summary>
public static class Matrices
{
    /// <summary>The product of a matrix and a column vector.</summary>
    [Parallel]
    public static void Multiply(double[,] matrix, double[] vector, double[] product)
    {
        for (int row = 0; row < matrix.GetLength(0); row++)
        {
            double sum = 0;
            for (int column = 0; column < matrix.GetLength(1); column++)
                sum += matrix[row, column] * vector[column];
            product[row] = sum;
        }
    }
}
