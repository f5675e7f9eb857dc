using System.Text;

namespace AutoParallel.Conformance.Kernels;

/// <summary>Loops whose iterations depend on each other, or may: all must stay as they are.</summary>
internal sealed class Refused
{
    private static int _shared;
    private int _field;

    public int Field => _field;

    [Parallel]
    public static void Recurrence(int[] a, int[] b)
    {
        for (int i = 1; i < a.Length; i++)
            a[i] = (a[i - 1] * 3) + b[i];
    }

    [Parallel]
    public static void FarRecurrence(int[] a)
    {
        for (int i = 5; i < a.Length; i++)
            a[i] = a[i - 5] * 3 + 1;
    }

    [Parallel]
    public static void AntiDependence(int[] a)
    {
        for (int i = 0; i < a.Length - 1; i++)
            a[i] = a[i + 1] * 3;
    }

    [Parallel]
    public static void Fibonacci(long[] result)
    {
        long previous = 0;
        long current = 1;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = previous;
            long next = previous + current;
            previous = current;
            current = next;
        }
    }

    [Parallel]
    public static int Horner(int[] x, int at)
    {
        int value = 0;
        for (int i = 0; i < x.Length; i++)
            value = value * at + x[i];
        return value;
    }

    [Parallel]
    public static void PrefixSum(int[] x)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            x[i] = sum;
        }
    }

    [Parallel]
    public static int ConditionalOnAccumulator(int[] x)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (sum < 1000)
                sum += x[i] & 0xFF;
        }

        return sum;
    }

    [Parallel]
    public static int MixedOperators(int[] x)
    {
        int value = 1;
        for (int i = 0; i < x.Length; i++)
        {
            value += x[i];
            value *= 3;
        }

        return value;
    }

    [Parallel]
    public static int ArgMax(int[] x)
    {
        int best = -1;
        int largest = int.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > largest)
            {
                largest = x[i];
                best = i;
            }
        }

        return best;
    }

    [Parallel]
    public static int LastIndexOf(int[] x, int wanted)
    {
        int found = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] == wanted)
                found = i;
        }

        return found;
    }

    [Parallel]
    public static int Compact(int[] x, int[] result)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
                result[count++] = x[i];
        }

        return count;
    }

    [Parallel]
    public static void AddToList(int[] x, List<int> result)
    {
        for (int i = 0; i < x.Length; i++)
            result.Add(x[i] * 2);
    }

    [Parallel]
    public static void CountWords(string[] words, Dictionary<string, int> counts)
    {
        foreach (string word in words)
            counts[word] = counts.GetValueOrDefault(word) + 1;
    }

    [Parallel]
    public static string Append(string[] words)
    {
        var text = new StringBuilder();
        foreach (string word in words)
            text.Append(word).Append(';');
        return text.ToString();
    }

    [Parallel]
    public static string Concatenate(string[] words)
    {
        string text = "";
        foreach (string word in words)
            text += word;
        return text;
    }

    [Parallel]
    public static void Print(int[] x, TextWriter writer)
    {
        for (int i = 0; i < x.Length; i++)
            writer.Write(x[i]);
    }

    [Parallel]
    public static int CapturedByLambda(int[] x)
    {
        int total = 0;
        Action<int> add = value => total += value;
        for (int i = 0; i < x.Length; i++)
            add(x[i]);
        return total;
    }

    [Parallel]
    public static void FromRandom(int[] x, Random random)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = random.Next();
    }

    [Parallel]
    public static int StaticField(int[] x)
    {
        _shared = 0;
        for (int i = 0; i < x.Length; i++)
            _shared = _shared * 7 + x[i];
        return _shared;
    }

    [Parallel]
    public static void SharedObject(Node node, int[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            node.Value = node.Value * 3 + 1;
            x[i] += node.Value;
        }
    }

    [Parallel]
    public static void ObjectsThatMayBeOne(Node[] nodes)
    {
        for (int i = 0; i < nodes.Length; i++)
            nodes[i].Value = nodes[i].Value * 3 + i;
    }

    [Parallel]
    public static void SquareSubscript(int[] x, int modulus)
    {
        for (int i = 0; i < modulus; i++)
            x[i * i % modulus] = i;
    }

    [Parallel]
    public static void SameElement(int[] x, int[] sum)
    {
        for (int i = 0; i < x.Length; i++)
            sum[0] = sum[0] * 3 + x[i];
    }

    [Parallel]
    public static void LinkedList(Link? first)
    {
        for (Link? link = first; link is not null; link = link.Next)
            link.Value *= 2;
    }

    [Parallel]
    public static void Events(int[] x, Action<int> changed)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i]++;
            changed(x[i]);
        }
    }

    [Parallel]
    public static void ThroughOther(int[] a, int[] b, int offset)
    {
        for (int i = 0; i < b.Length; i++)
            a[i + offset] = a[i] + b[i];
    }

    [Parallel]
    public void Method(int[] x)
    {
        for (int i = 0; i < x.Length; i++)
            Note(x[i]);
    }

    private void Note(int value) => _field = _field * 5 + value;
}
