namespace AutoParallel.Compiler.Knowledge;

/// <summary>
/// What members of the base class library do. A member's own entry goes before that of its type; what has no entry is not known
/// to be safe. Names are without type parameters; the accessors of a property have the property's name.
/// </summary>
public static class PureCalls
{
    private static readonly Dictionary<string, CallEffect> _effects = Build();

    /// <summary>What a member does; null if nothing is known.</summary>
    /// <param name="type">Full name of the containing type, such as <c>System.String</c>.</param>
    /// <param name="member">Name of the method or property; <c>new</c> for constructors.</param>
    public static CallEffect? Of(string type, string member)
    {
        if (_effects.TryGetValue($"{type}.{member}", out var own))
            return own;
        if (_effects.TryGetValue(type, out var all))
            return all;
        return type.StartsWith("System.Runtime.Intrinsics.", StringComparison.Ordinal) && member.IndexOf("Store", StringComparison.Ordinal) < 0
            && member.IndexOf("Load", StringComparison.Ordinal) < 0 && member != "CopyTo"
            ? CallEffect.Pure
            : null;
    }

    private static Dictionary<string, CallEffect> Build()
    {
        var effects = new Dictionary<string, CallEffect>(StringComparer.Ordinal);
        Add(CallEffect.Pure, "System", """
            Math MathF Char Boolean Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 IntPtr UIntPtr Int128 UInt128 Half Single Double Decimal
            String DateTime DateTimeOffset DateOnly TimeOnly TimeSpan Guid Convert Nullable ValueTuple Tuple Range Index BitConverter Enum
            Version Uri Type Attribute StringComparer Object TimeZoneInfo Tuple Exception ArgumentException ArgumentNullException
            ArgumentOutOfRangeException InvalidOperationException NotSupportedException NotImplementedException FormatException
            OverflowException DivideByZeroException IndexOutOfRangeException ArithmeticException InvalidCastException RankException
            TimeoutException ObjectDisposedException NullReferenceException KeyNotFoundException
            """);
        Add(CallEffect.Pure, "System.Numerics", """
            BitOperations BigInteger Complex Vector2 Vector3 Vector4 Quaternion Plane Matrix3x2 Matrix4x4 Vector
            """);
        Add(CallEffect.Pure, "System.Collections.Generic", "KeyValuePair Comparer EqualityComparer KeyNotFoundException");
        Add(CallEffect.Pure, "System.Collections.Immutable", """
            ImmutableArray ImmutableList ImmutableDictionary ImmutableHashSet ImmutableSortedDictionary ImmutableSortedSet ImmutableQueue ImmutableStack
            """);
        Add(CallEffect.Pure, "System.Collections.Frozen", "FrozenDictionary FrozenSet");
        Add(CallEffect.Pure, "System.Globalization", "CultureInfo NumberFormatInfo DateTimeFormatInfo TextInfo CompareInfo StringInfo CharUnicodeInfo");
        Add(CallEffect.Pure, "System.Text", "Rune Encoding UTF8Encoding ASCIIEncoding UnicodeEncoding UTF32Encoding CompositeFormat Ascii");
        Add(CallEffect.Pure, "System.Text.RegularExpressions", "Regex Match Group Capture GroupCollection CaptureCollection");
        Add(CallEffect.Pure, "System.IO", "Path InvalidDataException IOException EndOfStreamException");
        Add(CallEffect.Pure, "System.Diagnostics", "UnreachableException Debug.Assert Trace.Assert Stopwatch.GetElapsedTime Stopwatch.Frequency");
        Add(CallEffect.Pure, "System.Runtime.CompilerServices", """
            RuntimeHelpers.GetHashCode RuntimeHelpers.IsReferenceOrContainsReferences Unsafe.SizeOf DefaultInterpolatedStringHandler.new
            """);
        Add(CallEffect.Pure, "System.Threading", "CancellationToken");
        Add(CallEffect.Pure, "System", """
            Array.Length Array.LongLength Array.Rank Array.GetLength Array.GetLongLength Array.GetLowerBound Array.GetUpperBound Array.Empty
            Environment.NewLine Environment.ProcessorCount Environment.Is64BitProcess HashCode.Combine Span.Length Span.IsEmpty Span.Slice
            Span.Empty Span.op_Implicit Span.new ReadOnlySpan.Length ReadOnlySpan.IsEmpty ReadOnlySpan.Slice ReadOnlySpan.Empty
            ReadOnlySpan.op_Implicit ReadOnlySpan.new ReadOnlySpan.CastUp Memory ReadOnlyMemory ArraySegment.new ArraySegment.Count
            ArraySegment.Offset ArraySegment.Slice MemoryExtensions.AsSpan MemoryExtensions.AsMemory MemoryExtensions.Trim
            Lazy.IsValueCreated StringComparison Random.new Random.Shared HashCode.new
            """);
        Add(CallEffect.Pure, "System.Runtime.InteropServices", "CollectionsMarshal.AsSpan MemoryMarshal.Cast MemoryMarshal.AsBytes");
        Add(CallEffect.Pure, "System.Linq", """
            Enumerable.Range Enumerable.Repeat Enumerable.Empty
            """);
        Add(CallEffect.ReadsElements, "System.Linq", "Enumerable ImmutableArrayExtensions");
        Add(CallEffect.ReadsElements, "System", """
            Array.IndexOf Array.LastIndexOf Array.BinarySearch Array.Exists Array.Find Array.FindAll Array.FindIndex Array.FindLast
            Array.FindLastIndex Array.TrueForAll Array.ConvertAll Array.GetValue Array.Clone Array.AsReadOnly Array.GetEnumerator
            Span.ToArray Span.ToString Span.GetEnumerator ReadOnlySpan.ToArray ReadOnlySpan.ToString
            ReadOnlySpan.GetEnumerator MemoryExtensions ArraySegment.ToArray String.new String.Concat String.Join String.Create Convert.ToBase64String
            Convert.ToHexString Memory.ToArray ReadOnlyMemory.ToArray Memory.Span ReadOnlyMemory.Span BitConverter.ToInt32 BitConverter.ToInt64
            BitConverter.ToSingle BitConverter.ToDouble BitConverter.ToInt16 BitConverter.ToUInt16 BitConverter.ToUInt32 BitConverter.ToUInt64
            """);
        Add(CallEffect.ReadsElements, "System.Text", "Encoding.GetString Encoding.GetBytes Encoding.GetByteCount Encoding.GetChars Encoding.GetCharCount");
        Add(CallEffect.ReadsElements, "System.Numerics", """
            Vector.new Vector2.new Vector3.new Vector4.new BigInteger.new Vector.LoadUnsafe
            """);
        Add(CallEffect.ReadsElements, "System.Numerics.Tensors", """
            TensorPrimitives.Sum TensorPrimitives.Dot TensorPrimitives.Norm TensorPrimitives.Max TensorPrimitives.Min TensorPrimitives.Distance
            TensorPrimitives.CosineSimilarity TensorPrimitives.Product TensorPrimitives.SumOfSquares TensorPrimitives.IndexOfMax TensorPrimitives.IndexOfMin
            """);
        Add(CallEffect.ReadsElements, "System.Buffers.Binary", """
            BinaryPrimitives.ReadInt16BigEndian BinaryPrimitives.ReadInt16LittleEndian BinaryPrimitives.ReadInt32BigEndian
            BinaryPrimitives.ReadInt32LittleEndian BinaryPrimitives.ReadInt64BigEndian BinaryPrimitives.ReadInt64LittleEndian
            BinaryPrimitives.ReadUInt16BigEndian BinaryPrimitives.ReadUInt16LittleEndian BinaryPrimitives.ReadUInt32BigEndian
            BinaryPrimitives.ReadUInt32LittleEndian BinaryPrimitives.ReadUInt64BigEndian BinaryPrimitives.ReadUInt64LittleEndian
            BinaryPrimitives.ReverseEndianness
            """);
        AddCollections(effects);
        Add(CallEffect.WritesElements, "System", """
            Array.Sort Array.Reverse Array.Clear Array.Fill Array.SetValue Array.ForEach Span.Fill Span.Clear MemoryExtensions.Sort MemoryExtensions.Reverse
            MemoryExtensions.Replace MemoryExtensions.ReplaceAny MemoryExtensions.ReplaceAnyExcept MemoryExtensions.TryWrite Random.NextBytes Array.Initialize
            """);
        Add(CallEffect.CopiesElements, "System", """
            Array.Copy Array.ConstrainedCopy Array.CopyTo Span.CopyTo Span.TryCopyTo ReadOnlySpan.CopyTo ReadOnlySpan.TryCopyTo MemoryExtensions.CopyTo Buffer.BlockCopy
            Memory.CopyTo ReadOnlyMemory.CopyTo String.CopyTo
            """);
        Add(CallEffect.CopiesElements, "System.Numerics", "Vector.CopyTo Vector2.CopyTo Vector3.CopyTo Vector4.CopyTo");
        Add(CallEffect.Output, "System", "Console Console.Write Console.WriteLine Console.Out Console.Error");
        Add(CallEffect.Output, "System.IO", """
            File Directory FileInfo DirectoryInfo FileStream Stream StreamWriter StreamReader TextWriter TextReader
            BinaryReader BinaryWriter BufferedStream
            """);
        Add(CallEffect.Output, "System.Diagnostics", "Debug Trace Process EventLog TraceSource");
        Add(CallEffect.Synchronization, "System.Threading", """
            Interlocked Monitor Volatile Mutex Semaphore SemaphoreSlim ReaderWriterLock ReaderWriterLockSlim SpinLock SpinWait Barrier
            CountdownEvent ManualResetEvent ManualResetEventSlim AutoResetEvent EventWaitHandle WaitHandle Lock Thread ThreadPool ThreadLocal AsyncLocal
            Timer PeriodicTimer
            """);
        Add(CallEffect.Synchronization, "System.Threading.Tasks", "Parallel Task ValueTask TaskFactory TaskCompletionSource");
        Add(CallEffect.Synchronization, "System.Collections.Immutable", "ImmutableInterlocked");
        Add(CallEffect.Synchronization, "System.Collections.Concurrent", """
            ConcurrentDictionary ConcurrentBag ConcurrentQueue ConcurrentStack BlockingCollection Partitioner
            """);
        Add(CallEffect.Volatile, "System", """
            DateTime.Now DateTime.UtcNow DateTime.Today DateTimeOffset.Now DateTimeOffset.UtcNow Guid.NewGuid Guid.CreateVersion7 Environment.TickCount
            Environment.TickCount64 Environment.CurrentManagedThreadId
            """);
        Add(CallEffect.Volatile, "System.Diagnostics", "Stopwatch.GetTimestamp");
        Add(CallEffect.Volatile, "System.Threading", "Thread.CurrentThread");
        Add(CallEffect.Volatile, "System.IO", "Path.GetRandomFileName Path.GetTempFileName");
        Add(CallEffect.Impure, "System", """
            Type.InvokeMember Environment GC AppDomain AppContext Activator Lazy.Value Object.Finalize Console.ReadLine Console.Read Console.ReadKey
            """);
        Add(CallEffect.Impure, "System.Globalization", "CultureInfo.CurrentCulture.set CultureInfo.DefaultThreadCurrentCulture");
        return effects;

        void Add(CallEffect effect, string space, string names)
        {
            foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                effects[$"{space}.{name}"] = effect;
        }
    }

    /// <summary>Mutable collections: everything changes them but what only looks.</summary>
    private static void AddCollections(Dictionary<string, CallEffect> effects)
    {
        const string Looks = """
            new Count Capacity Comparer Keys Values IndexOf LastIndexOf Contains BinarySearch Exists Find FindAll FindIndex FindLast FindLastIndex
            TrueForAll GetRange Slice ToArray AsReadOnly ConvertAll GetEnumerator ContainsKey ContainsValue TryGetValue GetValueOrDefault Peek TryPeek
            IsSubsetOf IsSupersetOf IsProperSubsetOf IsProperSupersetOf Overlaps SetEquals Min Max First Last GetKeyAtIndex GetValueAtIndex IndexOfKey
            IndexOfValue Length ToString Equals Get GetViewBetween UnorderedItems Chars Item CopyTo Current
            """;
        var types = new[]
        {
            "System.Collections.Generic.List", "System.Collections.Generic.Dictionary", "System.Collections.Generic.HashSet",
            "System.Collections.Generic.SortedDictionary", "System.Collections.Generic.SortedList", "System.Collections.Generic.SortedSet",
            "System.Collections.Generic.Queue", "System.Collections.Generic.Stack", "System.Collections.Generic.LinkedList",
            "System.Collections.Generic.PriorityQueue", "System.Collections.Generic.OrderedDictionary", "System.Collections.BitArray",
            "System.Collections.ArrayList", "System.Collections.Hashtable", "System.Collections.ObjectModel.Collection",
            "System.Collections.ObjectModel.ObservableCollection", "System.Text.StringBuilder", "System.Random", "System.HashCode",
            "System.IO.StringReader", "System.IO.StringWriter", "System.IO.MemoryStream",
        };
        foreach (var type in types)
        {
            effects[type] = CallEffect.ChangesReceiver;
            foreach (var name in Looks.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                effects[$"{type}.{name}"] = name is "new" or "Count" or "Capacity" or "Length" or "Comparer" ? CallEffect.Pure : CallEffect.ReadsElements;
        }

        foreach (var name in new[] { "CopyTo" })
        {
            foreach (var type in types)
                effects[$"{type}.{name}"] = CallEffect.CopiesElements;
        }

        // Finds its matches when it is asked for them.
        effects["System.Text.RegularExpressions.MatchCollection"] = CallEffect.ChangesReceiver;
        effects["System.Random.Shared"] = CallEffect.Pure;
        effects["System.HashCode.Combine"] = CallEffect.Pure;
        effects["System.Collections.ObjectModel.ReadOnlyCollection"] = CallEffect.ReadsElements;
        effects["System.Collections.ObjectModel.ReadOnlyDictionary"] = CallEffect.ReadsElements;
    }
}
