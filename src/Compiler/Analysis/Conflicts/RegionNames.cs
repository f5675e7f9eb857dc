using AutoParallel.Compiler.IR;

namespace AutoParallel.Compiler.Analysis.Conflicts;

/// <summary>What the names in a region stand for; the same in all its executions.</summary>
internal sealed class RegionNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<Variable, int> _variables = [];
    private readonly Dictionary<Variable, string> _texts = [];
    private readonly Dictionary<MemoryAccess, (AccessSite Read, AccessSite Write)> _sites = new(ReferenceComparer.Instance);
    private readonly HashSet<Variable> _own;
    private readonly HashSet<Variable> _assigned;
    private readonly HashSet<string> _storedFields;
    private readonly ConcurrentRegion _region;

    public RegionNames(ConcurrentRegion region)
    {
        _region = region;
        _own = [.. region.Own, .. region.Blocks.SelectMany(b => b.VariablesDeclared()), .. region.Functions.SelectMany(f => f.Parameters)];
        if (region.Index is { } index)
            _own.Add(index);
        _assigned = [.. region.Blocks.SelectMany(b => b.VariablesAssigned())];
        _storedFields = [.. region.Blocks.SelectMany(b => LoopContext.Stores(b)).Where(s => s.Subscripts.IsEmpty).Select(s => FieldName(s.Root.Text))];
    }

    /// <summary>Whether each run has the variable for itself.</summary>
    public bool IsOwn(Variable variable) => _own.Contains(variable);

    /// <summary>Whether all runs share the variable, and some of them assign it.</summary>
    public bool IsShared(Variable variable) => !_own.Contains(variable) && _assigned.Contains(variable);

    /// <summary>Whether some run assigns a field of that name.</summary>
    public bool IsStored(MemoryRoot field) => _storedFields.Contains(FieldName(field.Text));

    /// <summary>A number for a variable.</summary>
    public int NumberOf(Variable variable)
    {
        if (!_variables.TryGetValue(variable, out var number))
            _variables[variable] = number = NumberOf(TextOf(variable));
        return number;
    }

    /// <summary>A text that no other variable has.</summary>
    public string TextOf(Variable variable)
    {
        if (!_texts.TryGetValue(variable, out var text))
            _texts[variable] = text = $"{variable.Name}#{variable.Id}";
        return text;
    }

    /// <summary>The site of an access.</summary>
    public AccessSite SiteOf(MemoryAccess access, bool isWrite)
    {
        if (!_sites.TryGetValue(access, out var sites))
        {
            sites = (new AccessSite(access.Display, access.Source, false, null), new AccessSite(access.Display, access.Source, true, null));
            _sites[access] = sites;
        }

        return isWrite ? sites.Write : sites.Read;
    }

    /// <summary>A number for a container.</summary>
    public int NumberOf(string container)
    {
        if (!_numbers.TryGetValue(container, out var number))
            _numbers[container] = number = _numbers.Count;
        return number;
    }

    /// <summary>The one variable that stands for all that hold the same object.</summary>
    public Variable Representative(Variable variable)
    {
        for (var steps = 0; steps < 8 && _region.Aliases.TryGetValue(variable, out var other); steps++)
            variable = other;
        return variable;
    }

    /// <summary>Whether an expression is a synchronising call, whose accesses are atomic.</summary>
    public static bool IsSynchronization(OpaqueExpression expression) =>
        expression.Effects.Hazards.Any(h => h.Kind == HazardKind.Synchronization);

    private static string FieldName(string text) => text.Substring(text.LastIndexOf('.') + 1);
}
