namespace AutoParallel.Conformance.Kernels;

/// <summary>A matrix as people write one: a private array, an indexer, and loops of its own.</summary>
public sealed class Grid
{
    private readonly double[] _cells;
    private readonly int _width;

    public Grid(double[] cells, int width)
    {
        _cells = cells;
        _width = width;
    }

    public int Width => _width;

    public int Height => _cells.Length / _width;

    public double this[int row, int column]
    {
        get => _cells[row * _width + column];
        set => _cells[row * _width + column] = value;
    }

    public double Get(int row, int column) => _cells[row * _width + column];

    public void Set(int row, int column, double value) => _cells[row * _width + column] = value;

    /// <summary>Says nothing of the object where the row is negative.</summary>
    public double Above(int row, int column) => row < 0 ? 0 : _cells[row * _width + column];

    [Parallel]
    public void Scale(double factor)
    {
        int height = Height;
        for (int i = 0; i < height; i++)
        {
            for (int j = 0; j < _width; j++)
                this[i, j] *= factor;
        }
    }

    [Parallel]
    public Grid Times(Grid other)
    {
        var result = new Grid(new double[_cells.Length], _width);
        for (int i = 0; i < Width; i++)
        {
            for (int j = 0; j < Width; j++)
            {
                double sum = 0;
                for (int k = 0; k < Width; k++)
                    sum += this[i, k] * other[k, j];
                result[i, j] = sum;
            }
        }

        return result;
    }
}

/// <summary>A picture whose accessors look at their arguments first.</summary>
public sealed class Picture
{
    public Picture(byte[] pixels) => Pixels = pixels;

    public byte[] Pixels { get; }

    public byte this[int index]
    {
        get
        {
            if (index < 0 || index >= Pixels.Length)
                throw new ArgumentOutOfRangeException(nameof(index));
            return Pixels[index];
        }

        set
        {
            if (index < 0 || index >= Pixels.Length)
                throw new ArgumentOutOfRangeException(nameof(index), $"{index} of {Pixels.Length}");
            Pixels[index] = value;
        }
    }
}

/// <summary>A gauge that counts its readings, which no two iterations can do at once.</summary>
public sealed class Gauge
{
    public int Readings { get; private set; }

    public void Read() => Readings++;
}

/// <summary>Loops over objects by their methods and properties, of which a loop in lanes sees what they do to arrays.</summary>
public static class Objects
{
    [Parallel]
    public static void Add(Grid a, Grid b, Grid c)
    {
        for (int i = 0; i < a.Height; i++)
        {
            for (int j = 0; j < a.Width; j++)
                c[i, j] = a[i, j] + b[i, j];
        }
    }

    [Parallel]
    public static void ByMethods(Grid a, Grid b)
    {
        int height = a.Height, width = a.Width;
        for (int i = 0; i < height; i++)
        {
            for (int j = 0; j < width; j++)
            {
                b.Set(i, j, a.Get(i, j) * 2);
                b[i, j] += 1;
                b[i, j]++;
            }
        }
    }

    [Parallel]
    public static double Total(Grid a)
    {
        double total = 0;
        for (int i = 0; i < a.Width; i++)
            total = Math.Max(total, a[0, i]);
        return total;
    }

    [Parallel]
    public static void NeedNotAsk(Grid a, double[] result, int row)
    {
        for (int j = 0; j < result.Length; j++)
            result[j] = a.Above(row, j);
    }

    [Parallel]
    public static void Invert(Picture source, Picture target, int from)
    {
        for (int i = 0; i < target.Pixels.Length; i++)
            target[i] = (byte)(255 - source[i + from]);
    }

    [Parallel]
    public static void OfEach(Picture[] pictures, int[] first, int index)
    {
        for (int i = 0; i < first.Length; i++)
            first[i] = pictures[i][index];
    }

    [Parallel]
    public static void SetEach(Picture[] pictures, byte value)
    {
        for (int i = 0; i < pictures.Length; i++)
            pictures[i][0] += value;
    }

    [Parallel]
    public static int Count(Gauge gauge, int[] values)
    {
        int sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            gauge.Read();
            sum += values[i];
        }

        return sum;
    }

    [Parallel]
    public static void Thrown(int[] values, int[] result)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] == 77)
                throw new InvalidOperationException("77 at " + i);
            result[i] = values[i] * 3;
        }
    }

    [Parallel(FloatMode = FloatMode.Strict)]
    public static void Magnitudes(Phasor[] values, double[] sums, int rows, int columns)
    {
        for (int j = 0; j < columns; j++)
        {
            for (int i = 0; i < rows; i++)
                sums[i] += values[j * rows + i].Magnitude;
        }
    }
}
