namespace AutoParallel.Conformance.Kernels;

/// <summary>A class with arrays, bounds and constants of its own; nothing of it is partial.</summary>
internal sealed class Image
{
    private const float Bias = 0.125f;
    private static readonly float[] _weights = [0.25f, 0.5f, 0.25f];

    private readonly float[] _pixels;
    private float _gain = 1.5f;
    private float _total;

    public Image(float[] pixels, int width)
    {
        _pixels = pixels;
        Width = width;
        Scratch = new float[pixels.Length];
    }

    public int Width { get; }

    public int Count => _pixels.Length;

    public float[] Scratch { get; set; }

    private float Offset { get; set; } = 0.25f;

    [Parallel]
    public void Amplify()
    {
        for (int i = 0; i < _pixels.Length; i++)
            _pixels[i] = _pixels[i] * _gain + Bias;
    }

    [Parallel]
    public void Shift(float by)
    {
        for (int i = 0; i < Count; i++)
            _pixels[i] += by + Offset;
    }

    [Parallel]
    public void Smooth()
    {
        for (int i = 1; i < Count - 1; i++)
            Scratch[i] = _weights[0] * _pixels[i - 1] + _weights[1] * _pixels[i] + _weights[2] * this._pixels[i + 1];
    }

    [Parallel]
    public float Brightest()
    {
        float brightest = float.MinValue;
        for (int i = 0; i < _pixels.Length; i++)
            brightest = MathF.Max(brightest, Curve(_pixels[i]));
        return brightest;
    }

    [Parallel]
    public void SumIntoField()
    {
        for (int i = 0; i < _pixels.Length; i++)
            _total += _pixels[i];
    }

    [Parallel]
    public void ChangeGain()
    {
        for (int i = 0; i < _pixels.Length; i++)
        {
            _pixels[i] *= _gain;
            _gain = -_gain;
        }
    }

    [Parallel]
    public void ReplaceScratch()
    {
        for (int i = 0; i < Count; i++)
        {
            Scratch[i] = _pixels[i];
            if (i == 2)
                Scratch = new float[Count];
        }
    }

    [Parallel]
    public Image Brighter(float by)
    {
        var result = new Image(new float[Count], Width);
        for (int i = 0; i < Count; i++)
            result._pixels[i] = _pixels[i] + by;
        return result;
    }

    [Parallel]
    public void Add(Image other)
    {
        for (int i = 0; i < Count; i++)
            _pixels[i] += other._pixels[i];
    }

    private float Curve(float value) => value < 0 ? 0 : value * _gain;
}
