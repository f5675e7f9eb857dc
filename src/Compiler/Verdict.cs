using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler;

/// <summary>A second place that a message speaks of.</summary>
public sealed record RelatedSpan(SourceSpan Source, string Message);

/// <summary>One thing to tell the user.</summary>
/// <param name="RuleId">The rule, one of <see cref="RuleIds"/>.</param>
/// <param name="Source">The exact expression or keyword.</param>
/// <param name="Message">What was found and what to do, in the user's words.</param>
/// <param name="Related">The other access of a conflict.</param>
public sealed record Verdict(string RuleId, SourceSpan Source, string Message, EquatableArray<RelatedSpan> Related);
