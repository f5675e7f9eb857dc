namespace AutoParallel.Conformance;

/// <summary>A test class that starts processes; it is no part of what those processes run.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OwnProcessesAttribute : Attribute;
