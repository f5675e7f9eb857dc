using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// Recognises locks that nobody else can hold: on an object that the method makes and only ever locks, so that no other thread sees it
/// (Choi et al., "Escape analysis for Java", OOPSLA 1999). The statement is its body.
/// </summary>
internal static class LockElision
{
    /// <summary>Whether the lock keeps nobody out.</summary>
    public static bool IsUncontended(ILockOperation statement)
    {
        var value = statement.LockedValue;
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        if (value is not ILocalReferenceOperation { Local: { IsRef: false } local } || !IsPlain(local.Type))
            return false;
        IOperation whole = statement;
        while (whole.Parent is { } parent)
            whole = parent;
        var isMade = false;
        foreach (var operation in whole.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    isMade = Peel(declarator.GetVariableInitializer()?.Value) is IObjectCreationOperation { Type: { } type, Initializer: null } && IsPlain(type);
                    break;
                case ILocalReferenceOperation reference when SymbolEqualityComparer.Default.Equals(reference.Local, local):
                    if (!IsLocked(reference))
                        return false;
                    break;
            }
        }

        return isMade;
    }

    /// <summary>Whether the reference is what a lock statement of the method itself, not of a lambda in it, locks.</summary>
    private static bool IsLocked(IOperation reference)
    {
        var value = reference;
        while (value.Parent is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion;
        if (value.Parent is not ILockOperation statement || statement.LockedValue != value)
            return false;
        for (var outer = statement.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return false;
        }

        return true;
    }

    private static IOperation? Peel(IOperation? value) => value is IConversionOperation { OperatorMethod: null } conversion ? Peel(conversion.Operand) : value;

    private static bool IsPlain(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || Names.FullName(type) == "System.Threading.Lock";
}
