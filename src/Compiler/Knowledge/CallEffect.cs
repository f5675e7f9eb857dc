namespace AutoParallel.Compiler.Knowledge;

/// <summary>What a library member does, as far as other iterations could notice.</summary>
public enum CallEffect
{
    /// <summary>Computes from the values it is given; looks into nothing that can change.</summary>
    Pure,

    /// <summary>Reads the elements of its receiver or arguments.</summary>
    ReadsElements,

    /// <summary>Writes the elements of its receiver or first argument.</summary>
    WritesElements,

    /// <summary>Reads the elements of its receiver or first argument and writes those of the others.</summary>
    CopiesElements,

    /// <summary>Changes its receiver, which no other thread may use meanwhile.</summary>
    ChangesReceiver,

    /// <summary>Output or other interaction whose order the user sees.</summary>
    Output,

    /// <summary>Synchronisation between threads.</summary>
    Synchronization,

    /// <summary>Gives another result each time.</summary>
    Volatile,

    /// <summary>Anything else that must not happen in another order or at the same time.</summary>
    Impure,
}
