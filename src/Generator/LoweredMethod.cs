namespace AutoParallel.Generator;

/// <summary>What became of a method declaration that has attributes.</summary>
/// <param name="Hash">The hash of the declaration.</param>
/// <param name="Candidate">The method as IR; null if it is not marked.</param>
/// <param name="Consulted">The members, itself included, whose bodies that depends on.</param>
internal sealed record LoweredMethod(long Hash, Candidate? Candidate, ConsultedMember[] Consulted);
