using Gallery.Imaging;

namespace Gallery.Exhibits;

/// <summary>What every exhibit is prepared from.</summary>
/// <param name="Quick">Whether to take small data.</param>
/// <param name="Photo">A picture of 3 channels.</param>
internal sealed record Setting(bool Quick, Picture Photo)
{
    public int Size(int full, int quick) => Quick ? quick : full;
}
