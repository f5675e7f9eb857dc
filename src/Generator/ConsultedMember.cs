using Microsoft.CodeAnalysis;

namespace AutoParallel.Generator;

/// <summary>A member whose body or initializer a method's IR depends on.</summary>
/// <param name="File">Its file.</param>
/// <param name="Path">The file's path, by which another version of it is found.</param>
/// <param name="Hash">Its hash.</param>
internal sealed record ConsultedMember(WeakReference<SyntaxTree> File, string Path, long Hash)
{
    /// <summary>The member that a node declares.</summary>
    public static ConsultedMember Of(SyntaxNode member) =>
        new(new WeakReference<SyntaxTree>(member.SyntaxTree), member.SyntaxTree.FilePath, MemberHashes.Of(member));

    /// <summary>The file in which the member is the same in a compilation; null if there is none.</summary>
    public SyntaxTree? In(CompilationFiles files, CancellationToken cancellation)
    {
        if (File.TryGetTarget(out var file) && files.Compilation.ContainsSyntaxTree(file))
            return file;
        return files.ByPath(Path) is { } other && MemberHashes.Contains(other, Hash, cancellation) ? other : null;
    }
}
