using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Frontend;

/// <summary>Which variables of a body hold an object that the body made itself, and never anything else.</summary>
internal sealed class OwnObjects
{
    private readonly HashSet<Variable> _fresh = [];
    private readonly HashSet<Variable> _assigned = [];

    public OwnObjects(Block body)
    {
        foreach (var declaration in body.SelfAndDescendants().OfType<Declaration>())
        {
            if (declaration.Initializer is OpaqueExpression { IsFresh: true })
                _fresh.Add(declaration.Variable);
        }

        foreach (var statement in body.SelfAndDescendants())
        {
            if (statement is Assignment assignment)
                _assigned.Add(assignment.Variable);
        }

        foreach (var variable in body.AllEffects().SelectMany(e => e.Writes))
            _assigned.Add(variable);
        _fresh.ExceptWith(_assigned);
    }

    /// <summary>Whether the variable holds an object of the body's own.</summary>
    public bool IsFresh(Variable variable) => _fresh.Contains(variable);

    /// <summary>Whether the variable gets another value after its declaration.</summary>
    public bool IsAssigned(Variable variable) => _assigned.Contains(variable);
}
