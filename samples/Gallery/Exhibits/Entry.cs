namespace Gallery.Exhibits;

/// <summary>A kernel of the gallery, before its data are made.</summary>
/// <param name="Name">What <c>--only</c> takes; also the name of the picture's file.</param>
/// <param name="Prepare">Makes the data.</param>
internal sealed record Entry(string Name, Func<Setting, Exhibit> Prepare);
