using System.ComponentModel;

namespace AutoParallel.CompilerServices;

/// <summary>
/// The functions of <see cref="Math"/> that have no machine instruction, for the lanes of a vector. An error is at most 1 ULP of the exact
/// value, and the same argument gives the same bits in every lane, for every width, in the scalar overload and on every machine: each
/// function is one fixed sequence of correctly rounded operations. Special values are those of <see cref="Math"/>; of a NaN, just that
/// it is one is fixed, not its sign and payload.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LaneMath;
