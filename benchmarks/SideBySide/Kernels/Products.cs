using AutoParallel;

namespace SideBySide.Kernels;

/// <summary>Products of matrices as textbooks define them.</summary>
public static class Products
{
    /// <summary>The product of two dense matrices: each element is a row of the left times a column of the right one.</summary>
    [Parallel]
    public static void Dense(double[,] left, double[,] right, double[,] product)
    {
        for (int i = 0; i < product.GetLength(0); i++)
        {
            for (int j = 0; j < product.GetLength(1); j++)
            {
                double sum = 0;
                for (int k = 0; k < left.GetLength(1); k++)
                    sum += left[i, k] * right[k, j];
                product[i, j] = sum;
            }
        }
    }

    /// <summary>
    /// A sparse matrix times a vector, the matrix in compressed rows: the elements of row r are those from
    /// <c>start[r]</c> to before <c>start[r + 1]</c>.
    /// </summary>
    [Parallel]
    public static void Sparse(int[] start, int[] column, double[] value, double[] vector, double[] product)
    {
        for (int row = 0; row < product.Length; row++)
        {
            double sum = 0;
            for (int k = start[row]; k < start[row + 1]; k++)
                sum += value[k] * vector[column[k]];
            product[row] = sum;
        }
    }
}
