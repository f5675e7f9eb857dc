using Microsoft.CodeAnalysis;

namespace AutoParallel.Analyzers.Tests;

/// <summary>Lambdas of correct programs, of which nothing may be said, and their neighbours that race.</summary>
public class LambdaPrecisionTests
{
    public static TheoryData<string> Correct =>
    [
        // Elements of their own.
        "Parallel.For(0, n, i => x[i] = x[i] * 2);",
        "Parallel.For(0, n / 2, i => { x[2 * i] = 1; x[2 * i + 1] = x[2 * i] + 2; });",
        "Parallel.For(0, n / 4, b => { for (int i = 4 * b; i < 4 * b + 4; i++) x[i] += i; });",
        "Parallel.For(0, n, i => x[n - 1 - i] = y[i]);",
        "Parallel.For(0, n / 2, i => { int j = n - 1 - i; (x[i], x[j]) = (x[j], x[i]); });",
        "Parallel.For(0, n, i => { x[i] = 2; x[i + k] = 3; });",
        "Parallel.For(0, n, i => x[i * k] = i);",
        "Parallel.For(0, n, i => { for (int j = 0; j < k; j++) x[i * k + j] += 1; });",
        "Parallel.For(0, n, i => { for (int j = 0; j < k; j++) x[j * n + i] += 1; });",
        "Parallel.For(0, n, i => { int lo = i * n / 8, hi = (i + 1) * n / 8; for (int j = lo; j < hi; j++) x[j] += 1; });",
        "Parallel.For(0, n * n, ij => m[ij / n, ij % n] += 1);",
        "Parallel.For(0, n, i => { if (i > 0) y[i] = x[i - 1]; if (i < n - 1) y[i] += x[i + 1]; });",
        "for (int c = 0; c < 2; c++) { int colour = c; Parallel.For(0, n / 2, i => { int j = 2 * i + colour; x[j] = (j > 0 ? x[j - 1] : 0) + (j < n - 1 ? x[j + 1] : 0); }); }",
        "for (int s = 1; s < n; s *= 2) { int stride = s; Parallel.For(0, n / (2 * s), i => x[2 * stride * i] += x[2 * stride * i + stride]); }",
        "for (int step = 1; step < n; step++) { int d = step; Parallel.For(0, d, i => m[i, d - i] = m[i, d - i - 1] + 1); }",
        "Parallel.For(0, n, i => { for (int j = 0; j < i; j++) m[i, j] = m[j, i]; });",
        "Parallel.For(0, n, i => { rows[i][0] = 1; rows[i][k] += 2; });",
        "Parallel.For(0, n, i => { var row = rows[i]; for (int j = 1; j < row.Length; j++) row[j] += row[j - 1]; });",
        "Parallel.For(0, n, i => x[order[i]] = i);",
        "Parallel.For(0, n, i => { if (i == 0) x[n] = 1; x[i] = 2; });",
        "var list = new List<int>(x); Parallel.For(0, n, i => list[i] = i);",
        "Parallel.ForEach(rows, row => { for (int j = 0; j < row.Length; j++) row[j] = 0; });",
        "Parallel.ForEach(rows, (row, state, at) => x[at] = row.Length);",
        "Parallel.ForEach(Enumerable.Range(1, n), i => x[i - 1] = i);",
        "Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(0, n), r => { for (int i = r.Item1; i < r.Item2; i++) x[i] += 1; });",
        "Enumerable.Range(0, n).AsParallel().ForAll(i => x[i] = i);",
        "int[] table = [3, 1, 2, 0]; Parallel.For(0, table.Length, i => x[table[i]] += i);",
        "(int[] from, int[] to) = (x, y); for (int t = 0; t < 9; t++) { Parallel.For(1, n - 1, i => to[i] = from[i - 1] + from[i + 1]); (from, to) = (to, from); }",
        "int[] from = x, to = y; for (int t = 0; t < 9; t++) { Parallel.For(1, n - 1, i => to[i] = from[i - 1] + from[i + 1]); var keep = from; from = to; to = keep; }",

        // Rows that lie as far apart as the caller says.
        "Parallel.For(0, n, i => { for (int j = 0; j < k; j++) { int o = i * lead + j * 4; (x[o], x[o + 2]) = (x[o + 2], x[o]); } });",
        "Parallel.For(0, n, i => { for (int j = 0; j < k; j++) { int o = i * lead + j * 4; int g = (x[o] + x[o + 1] + x[o + 2]) / 3; x[o] = x[o + 1] = x[o + 2] = g; } });",
        "Parallel.For(0, n, z => { for (int r = 0; r < k; r++) for (int c = 0; c < 9; c++) x[z * slice + r * lead + c] = 1; });",
        "Parallel.For(0, n, z => { for (int r = 0; r < k; r++) for (int c = 0; c < n; c++) x[c * pitch + r * lead + z * slice] *= 2; });",
        "Parallel.For(0, x.Length / lead, i => { for (int j = 0; j < k; j++) x[i * lead + j * 4 + 3] = 255; });",
        "Parallel.For(0, n, i => { int row = i * lead; for (int j = 0; j < k; j++) { if (row + 8 * j < x.Length) x[row + 8 * j]++; } });",
        "Parallel.For(0, n, i => { for (int j = 0; j < k; j++) x[i * _stride + j * 8] += 1; });",

        "Parallel.For(0, n, i => { int p = i * i; if (p < n) x[p] = i; });",
        "Parallel.For(0, n, i => { for (int d = 1; d < n; d <<= 1) y[i] += x[i] + d; });",
        "Parallel.For(0, n, i => { int j = i; while (j > 0) { j = (j - 1) / 2; y[i] += x[j]; } });",
        "Parallel.For(0, (n + 7) / 8, b => { int end = Math.Min(n, 8 * b + 8); for (int i = 8 * b; i < end; i++) x[i] = 1; });",
        "int size = (n + 3) / 4; Parallel.For(0, 4, w => { for (int i = w * size; i < Math.Min(n, (w + 1) * size); i++) x[i] = 1; });",
        "Parallel.For(0, 4, w => { for (int i = w; i < n; i += 4) x[i] += i; });",
        "int half = x.Length / 2; Parallel.For(0, half, i => x[i] += x[i + half]);",
        "int half = n / 2; Parallel.For(0, half, i => { int a = x[i], b = x[half + i]; x[i] = a + b; x[half + i] = a - b; });",
        "Parallel.For(0, n, i => x[i] = x[n + i]);",
        "Parallel.For(0, n, i => { if (x[i] > 0) x[i] = 0; else if (x[i] < -k) x[i] = -k; });",
        "Parallel.For(0, n, i => { var t = (i, x[i]); y[t.Item1] = t.Item2; });",
        "Parallel.For(0, n, i => { var s = x.AsSpan(i * k, k); for (int j = 0; j < s.Length; j++) s[j] = j; });",
        "Parallel.For(0, n, i => { var own = new int[9]; own[0] = i; own[1] += own[0]; y[i] = own[1]; });",
        "Parallel.For(0, n, i => { var row = rows[i]; var next = new int[row.Length]; for (int j = 0; j < row.Length; j++) next[j] = row[j]; rows[i] = next; });",
        "Parallel.For(0, n, i => { m[i, 0] = 0; for (int j = 1; j < n; j++) m[i, j] = m[i, j - 1] + m[i, 0]; });",
        "Parallel.For(0, n, i => { for (int j = i + 1; j < n; j++) m[j, i] = m[i, j]; });",
        "Parallel.For(0, n, i => { for (int j = 0; j < n; j++) if (i != j) y[i] += x[j]; });",
        "for (int p = 0; p < n; p++) { int pivot = p; Parallel.For(p + 1, n, i => { m[i, pivot] /= m[pivot, pivot]; for (int j = pivot + 1; j < n; j++) m[i, j] -= m[i, pivot] * m[pivot, j]; }); }",
        "for (int v = 0; v < n; v++) { int via = v; Parallel.For(0, n, i => { if (i == via) return; for (int j = 0; j < n; j++) m[i, j] = Math.Min(m[i, j], m[i, via] + m[via, j]); }); }",
        "for (int phase = 0; phase < n; phase++) { int odd = phase % 2; Parallel.For(0, (n - odd) / 2, i => { int a = 2 * i + odd, b = a + 1; if (x[a] > x[b]) (x[a], x[b]) = (x[b], x[a]); }); }",
        "for (int w = 1; w < n; w *= 2) { int width = w; Parallel.For(0, n / (2 * w), i => { for (int j = 2 * i * width; j < 2 * i * width + 2 * width; j++) y[j] = x[j]; }); }",
        "for (int len = 2; len <= n; len++) { int l = len; Parallel.For(0, n - len + 1, i => { int j = i + l - 1; for (int c = i; c < j; c++) m[i, j] = Math.Max(m[i, j], m[i, c] + m[c + 1, j]); }); }",
        "Parallel.For(1, n - 1, i => { for (int j = 1; j < n - 1; j++) if ((i + j) % 2 == 0) m[i, j] = m[i - 1, j] + m[i + 1, j] + m[i, j - 1] + m[i, j + 1]; });",
        "Parallel.For(0, n, i => { int slot = Interlocked.Increment(ref _count) - 1; x[slot] = i; });",
        "Parallel.ForEach(order, v => x[v] = 1);",
        "var parts = new List<int>[4]; Parallel.For(0, 4, w => { parts[w] = new List<int>(); parts[w].Add(w); });",
        "var sums = new long[Environment.ProcessorCount]; Parallel.For(0, sums.Length, w => { for (int i = w; i < n; i += sums.Length) sums[w] += x[i]; });",
        "order.Select((v, i) => (v, i)).AsParallel().ForAll(p => y[p.i] = p.v);",
        "x.AsParallel().Select((v, i) => y[i] = v).ToArray();",
        "bool stop = false; Parallel.For(0, n, (i, state) => { if (x[i] == k) { state.Stop(); } });",

        // Scalars of one run, or one run's alone.
        "int last = 0; Parallel.For(0, n, i => { if (i == n - 1) last = x[i]; });",
        "int at = 0; Parallel.For(0, n, i => { if (i == k) at = x[i]; });",
        "int a = 0, b = 0; Parallel.For(0, 2, i => { if (i == 0) a = x[0]; else b = x[1]; });",
        "int a = 0, b = 0; Parallel.For(0, 2, i => { switch (i) { case 0: a = 1; break; default: b = 2; break; } });",
        "Parallel.For(0, n, i => { int t = 0; for (int j = 0; j < i; j++) t += j; x[i] = t; });",
        "Parallel.For(0, n, i => { Add(ref x[i], 1); int t = 0; Add(ref t, 2); });",

        // Synchronised.
        "int sum = 0; object gate = new(); Parallel.For(0, n, i => { int v = x[i]; lock (gate) { sum += v; } });",
        "int sum = 0; Lock gate = new(); Parallel.For(0, n, i => { lock (gate) sum += x[i]; });",
        "int sum = 0; Lock gate = new(); Parallel.For(0, n, i => { using (gate.EnterScope()) sum += x[i]; });",
        "int best = 0; object gate = new(); Parallel.For(0, n, i => { if (x[i] > best) { lock (gate) { if (x[i] > best) best = x[i]; } } });",
        "int sum = 0; Parallel.For(0, n, i => Interlocked.Add(ref sum, x[i]));",
        "Parallel.For(0, n, i => Interlocked.Increment(ref y[x[i] % 8]));",
        "var factory = new Factory(); Parallel.For(0, n, i => x[i] = factory.Make(i).Made);",
        "int sum = 0; Parallel.For(0, n, i => AddAtomically(ref sum, x[i]));",
        "int sum = 0; Parallel.For(0, n, i => Forward(ref sum, x[i]));",
        "int sum = 0; Parallel.For(0, n, i => AddLocked(ref sum, x[i]));",
        "int flag = 0, winner = 0; Parallel.For(0, n, i => { if (Interlocked.CompareExchange(ref flag, 1, 0) == 0) winner = i; });",
        "int sum = 0; Parallel.For(0, n, () => 0, (i, s, own) => own + x[i], own => Interlocked.Add(ref sum, own));",
        "var gates = new object[8]; Parallel.For(0, n, i => { lock (gates[x[i] % 8]) y[x[i] % 8]++; });",
        "Parallel.For(0, n, () => new int[8], (i, s, own) => { own[x[i] & 7]++; return own; }, own => { lock (y) for (int j = 0; j < 8; j++) y[j] += own[j]; });",
        "var local = new ThreadLocal<int>(true); Parallel.For(0, n, i => local.Value += x[i]);",
        "int done = 0; Parallel.For(0, n, i => Volatile.Write(ref done, 1));",
        "var bag = new System.Collections.Concurrent.ConcurrentBag<int>(); Parallel.For(0, n, i => bag.Add(x[i]));",
        "var map = new System.Collections.Concurrent.ConcurrentDictionary<int, int>(); Parallel.For(0, n, i => map.AddOrUpdate(x[i], 1, (_, old) => old + 1));",
        "var queue = new System.Collections.Concurrent.ConcurrentQueue<int>(); x.AsParallel().ForAll(v => queue.Enqueue(v));",
        "Parallel.For(0, n, i => Console.WriteLine(x[i]));",
        "Parallel.For(0, n, i => Logged(i));",
        "Parallel.For(0, n, i => x[i] = Cached());",
        "Parallel.For(0, n, i => x[i] = Random.Shared.Next());",
        "var all = ImmutableList<int>.Empty; Parallel.For(0, n, i => ImmutableInterlocked.Update(ref all, a => a.Add(i)));",
        "Parallel.For(0, n, i => ImmutableInterlocked.Update(ref _all, static (a, v) => a.Add(v), i));",
        "Parallel.For(0, n, (i, s) => { if (_stop) s.Stop(); if (x[i] < 0) _stop = true; });",
        "Parallel.Invoke(() => { while (!_stop) y[0]++; }, () => { x[0] = 1; _stop = true; });",
        "var list = System.Collections.ArrayList.Synchronized(new System.Collections.ArrayList()); Parallel.For(0, n, i => list.Add(i));",
        "Parallel.For(0, n, i => _synchronized.Add(i));",
        "Parallel.Invoke(() => _synchronized.Add(1), () => _synchronized.Add(2));",

        // Functions by their names, and functions that are called.
        "void Body(int i) { x[i] = i; } Parallel.For(0, n, Body);",
        "Action<int> body = i => x[i] = i; Parallel.For(0, n, body);",
        "int sum = 0; void Add(int v) { lock (x) sum += v; } Parallel.ForEach(x, Add); Parallel.ForEach(x, v => Add(v));",
        "int sum = 0; void Add(int v) => Interlocked.Add(ref sum, v); Parallel.ForEach(x, Add); Parallel.ForEach(x, v => Add(v));",
        "int sum = 0; void Add(int v) => sum += v; Parallel.ForEach(x, v => { lock (x) Add(v); });",
        "int last = 0; void Set(int v) => last = v; Parallel.For(0, n, i => { if (i == n - 1) Set(x[i]); });",
        "int last = 0; void Set(int i) { if (i == n - 1) last = x[i]; } Parallel.For(0, n, Set); Parallel.For(0, n, i => Set(i));",
        "Parallel.For(0, n, i => { int own = 0; void Add(int v) { own += v; } for (int j = 0; j < i; j++) Add(j); x[i] = own; });",
        "void Put(int i, int v) { x[2 * i] = v; x[2 * i + 1] = -v; } Parallel.For(0, n / 2, i => Put(i, i));",
        "void Row(int[] row) { for (int j = 1; j < row.Length; j++) row[j] += row[j - 1]; } Parallel.ForEach(rows, Row); Parallel.For(0, n, i => Row(rows[i]));",
        "int At(int i, int j) => i * k + j; Parallel.For(0, n, i => { for (int j = 0; j < k; j++) x[At(i, j)] = 1; });",
        "int sum = 0; void Add(int v) => sum += v; foreach (var v in x) Add(v); Parallel.For(0, n, i => x[i] = sum);",
        "int sum = 0; void Add(int v) => sum += v; x.ToList().ForEach(Add); Parallel.ForEach(x, Logged);",
        "var bag = new System.Collections.Concurrent.ConcurrentBag<int>(); Parallel.ForEach(x, bag.Add); x.AsParallel().ForAll(bag.Add);",
        "Parallel.For(0, n, Logged); x.AsParallel().Select(Math.Abs).ToArray(); Parallel.Invoke(Count); Parallel.ForEach(x, Console.WriteLine);",
        "int a = 0, b = 0; void Left() => a = 1; void Right() => b = 2; Parallel.Invoke(Left, Right);",
        "void Left() { for (int i = 0; i < n / 2; i++) x[i] = i; } void Right() { for (int i = n / 2; i < n; i++) x[i] = i; } Parallel.Invoke(Left, Right);",
        "var nodes = new Node[9]; Parallel.ForEach(nodes, node => node.Step()); foreach (var node in nodes) Task.Run(node.Step);",
        "int sum = 0; int Sum(int v) { int own = 0; for (int j = 0; j < v; j++) own += j; return own; } sum = x.AsParallel().Select(Sum).Sum();",
        "int Deep(int v) => v < 2 ? v : Deep(v - 1) + Deep(v - 2); Parallel.For(0, n, i => x[i] = Deep(i));",
        "void Sort(int lo, int hi) { if (lo >= hi) return; int mid = (lo + hi) / 2; Parallel.Invoke(() => Sort(lo, mid), () => Sort(mid + 1, hi)); x[mid] = lo; } Sort(0, n);",

        // One run alone, ranges of their own, and what a property or method protects.
        "var list = new List<int>(); Parallel.For(0, n, i => { if (i == 0) list.Add(x[i]); });",
        "Parallel.For(0, n, i => { if (i == 0) Count(); x[i] = i; });",
        "Parallel.For(0, n, i => { if (i == k) Array.Sort(x); });",
        "Parallel.For(0, n, i => Array.Sort(x, i * k, k));",
        "Parallel.For(0, n, i => x.AsSpan(i * k, k).Fill(i));",
        "Parallel.For(0, n, i => Array.Copy(x, i * k, y, i * k, k));",
        "Parallel.ForEach(rows, row => { Array.Sort(row); row.AsSpan().Reverse(); });",
        "Parallel.For(0, n, i => { var own = new int[9]; Array.Fill(own, i); y[i] = own[0]; });",
        "Parallel.For(0, n, i => { int[] row = rows[i]; Array.Clear(row); });",
        "Parallel.Invoke(() => Array.Sort(x), () => y[0] = x.Length);",
        "Parallel.Invoke(() => Array.Sort(x), () => Array.Sort(y));",
        "IList<int> list = new List<int>(x); Parallel.For(0, n, i => y[i] = list[i] + list.Count);",
        "IDictionary<int, int> map = new System.Collections.Concurrent.ConcurrentDictionary<int, int>(); Parallel.For(0, n, i => map[i] = i);",
        "Parallel.For(0, n, i => { var list = new List<int>(); Fill(list, i); x[i] = list.Count; });",
        "var bag = new System.Collections.Concurrent.ConcurrentBag<int>(); Parallel.For(0, n, i => Collect(bag, i));",
        "var list = new List<int>(); Parallel.For(0, n, i => FillLocked(list, i));",
        "var list = new List<int>(x); Parallel.For(0, n, i => x[i] = Sum(list));",
        "Parallel.For(0, n, i => x[i] = Made[0] + Early[0] + Locked);",
        "Parallel.For(0, n, i => Locked = i);",
        "Parallel.For(0, n, i => { Monitor.Enter(_gate); try { _count++; } finally { Monitor.Exit(_gate); } x[i] = i; });",
        "Parallel.For(0, n, i => { for (int j = 0; j < 2; j++) { Monitor.Enter(_gate); _count++; Monitor.Exit(_gate); } });",
        "Parallel.For(0, n, i => { bool taken = false; try { Monitor.Enter(_gate, ref taken); _count++; } finally { if (taken) Monitor.Exit(_gate); } });",
        "int sum = 0; var gate = new object(); Parallel.For(0, n, i => { var mine = gate; lock (mine) sum++; });",

        // One at a time.
        "int sum = 0; Parallel.For(0, n, new ParallelOptions { MaxDegreeOfParallelism = 1 }, i => sum += x[i]);",
        "int sum = 0; var options = new ParallelOptions { MaxDegreeOfParallelism = 1 }; Parallel.ForEach(x, options, v => { sum += v; });",
        "int sum = 0; var options = new ParallelOptions(); options.MaxDegreeOfParallelism = 1; Parallel.Invoke(options, () => sum++, () => sum++);",
        "int sum = 0; x.AsParallel().WithDegreeOfParallelism(1).Where(v => v > 0).ForAll(v => sum += v);",

        // Tasks.
        "int a = 0, b = 0; Parallel.Invoke(() => a = x[0], () => b = x[1]);",
        "int a = 0; Parallel.Invoke(() => Interlocked.Increment(ref a), () => Interlocked.Increment(ref a));",
        "int a = 0; Parallel.Invoke(() => { lock (x) a++; }, () => { lock (x) a++; });",
        "Parallel.Invoke(() => x[0] = 1, () => x[1] = 2);",
        "Parallel.Invoke(() => x[0] = 1, () => y[0] = 2, () => y[1] = x[1]);",
        "Parallel.Invoke(() => x[0] = y[0], () => x[1] = y[0]);",
        "Parallel.Invoke(() => x[k] = 1, () => x[n] = 2);",
        "Parallel.Invoke(() => { for (int i = 0; i < n / 2; i++) x[i] = i; }, () => { for (int i = n / 2; i < n; i++) x[i] = -i; });",
        "int half = n / 2; Parallel.Invoke(() => { for (int i = 0; i < half; i++) x[i] += k; }, () => { for (int i = half; i < n; i++) x[i] += k; });",
        "Parallel.Invoke(() => { for (int i = 0; i < n; i += 2) x[i] = i; }, () => { for (int i = 1; i < n; i += 2) x[i] = i; });",
        "Parallel.Invoke(() => { for (int i = 0; i < n; i++) m[i, 0] = i; }, () => { for (int i = 0; i < n; i++) m[i, 1] = i; });",
        "Parallel.Invoke(() => { for (int i = 0; i < k; i++) x[i] = 1; }, () => { for (int i = n; i < n + k; i++) x[i] = 2; });",
        "Parallel.Invoke(() => { int i = 0; while (x[i] > 0) i++; y[0] = i; }, () => { int i = 0; while (x[i] < 0) i++; y[1] = i; });",
        "Parallel.Invoke(() => Interlocked.Increment(ref x[0]), () => Interlocked.Add(ref x[0], 2));",
        "Parallel.Invoke(() => { lock (x) x[0]++; }, () => { lock (x) { x[0]--; } });",
        "Parallel.Invoke(() => { lock (_gate) x[k] = 1; y[0] = 1; }, () => { lock (_gate) x[k] = 2; y[1] = 2; });",
        "Parallel.Invoke(() => Array.Sort(x, 0, k), () => Array.Sort(x, k, n - k));",
        "Parallel.Invoke(() => x.AsSpan(0, k).Fill(1), () => x.AsSpan(k).Fill(2));",
        "var list = new List<int>(); Parallel.Invoke(() => { lock (list) list.Add(1); }, () => { lock (list) list.Add(2); });",
        "List<int> a = [], b = []; Parallel.Invoke(() => a.Add(1), () => b.Add(2));",
        "List<int> a = [1]; Parallel.Invoke(() => x[0] = a[0], () => x[1] = a.Count, () => { foreach (var v in a) y[0] += v; });",
        "var list = new List<int>(x); Parallel.Invoke(() => list[0] = 1, () => list[1] = 2);",
        "var queue = new System.Collections.Concurrent.ConcurrentQueue<int>(); Parallel.Invoke(() => queue.Enqueue(1), () => queue.Enqueue(2), () => x[0] = queue.Count);",
        "var a = new Node(); var b = new Node(); Parallel.Invoke(() => a.Value = 1, () => b.Value = 2);",
        "var a = new Node(); var b = new Node(); Parallel.Invoke(() => a.Step(), () => b.Step());",
        "var a = new Node(); Parallel.Invoke(() => a.Value = 1, () => a.Other = 2);",
        "var a = new Node(); Parallel.Invoke(() => x[0] = a.Value, () => x[1] = a.Value);",
        "Parallel.Invoke(() => Logged(1), () => Logged(2));",
        "Parallel.Invoke(() => { var own = new List<int>(); own.Add(1); x[0] = own.Count; }, () => { var own = new List<int>(); own.Add(2); x[1] = own.Count; });",
        "Parallel.Invoke(() => Parallel.For(0, n, i => x[i] = i), () => Parallel.For(0, n, i => y[i] = i));",
        "int i = k, j = n; Parallel.Invoke(() => { if (i < j) x[i] = 1; }, () => { if (i < j) x[j] = 1; });",
        "var tasks = new List<Task>(); for (int i = 0; i < n; i++) { int j = i; tasks.Add(Task.Run(() => x[j] = j)); } Task.WaitAll(tasks.ToArray());",
        "var tasks = new List<Task>(); foreach (var row in rows) tasks.Add(Task.Run(() => row[0] = 1)); Task.WaitAll(tasks.ToArray());",
        "int sum = 0; for (int i = 0; i < n; i++) Task.Run(() => { sum += 1; }).Wait();",
        "int sum = 0; for (int i = 0; i < n; i++) { var task = Task.Run(() => { sum += 1; }); task.Wait(); }",
        "int sum = 0; Task.Run(() => { sum += 1; }).Wait();",
    ];

    public static TheoryData<string> Racy =>
    [
        "Parallel.For(0, n, i => x[i / 2] = i);",
        "Parallel.For(0, n, i => x[i % 8] = i);",
        "Parallel.For(0, n, i => x[i & 7] += 1);",
        "Parallel.For(1, n, i => x[i] += x[i - 1]);",
        "Parallel.For(0, n, i => { x[i] = 1; x[n - 1 - i] = 2; });",
        "Parallel.For(1, n, i => { for (int j = 0; j < k; j++) x[i * lead + j * 4] += x[(i - 1) * lead + j * 4]; });",
        "Parallel.For(0, n, i => { for (int j = 0; j < k; j++) x[j * lead + i / 2] += 1; });",
        "Parallel.For(0, n, i => { for (int j = 0; j <= k; j++) x[i * k + j * 2] += 1; });",
        "Parallel.For(0, n, i => { for (int j = 0; j < n; j++) m[j, i] += m[i, j]; });",
        "Parallel.For(0, n, i => { for (int j = 0; j <= k; j++) x[i * k + j] += 1; });",
        "Parallel.ForEach(Enumerable.Range(1, n), i => x[i] = x[i - 1]);",
        "Enumerable.Range(1, n).AsParallel().ForAll(i => x[i] = x[i - 1]);",
        "Parallel.For(0, n, i => { ref int e = ref x[i]; e = x[i + 1]; });",
        "int[] table = [3, 1, 1, 0]; Parallel.For(0, table.Length, i => x[table[i]] += i);",
        "int[] from = x, to = y; for (int t = 0; t < 9; t++) { Parallel.For(1, n - 1, i => to[i] = from[i - 1] + from[i + 1]); from = to; }",
        "var z = x; Parallel.For(1, n, i => x[i] = z[i - 1]);",
        "Parallel.For(1, rows.Length, i => rows[i][0] = rows[i - 1][0]);",
        "int sum = 0; object a = new(), b = new(); Parallel.For(0, n, i => { lock (i % 2 == 0 ? a : b) { } lock (a) sum++; lock (b) sum++; });",
        "int sum = 0; object gate = new(); Parallel.For(0, n, i => { lock (gate) sum += x[i]; sum++; });",
        "int last = 0; Parallel.For(0, n, i => { if (i >= n - 2) last = x[i]; });",
        "int sum = 0; Parallel.For(0, n, () => 0, (i, s, own) => own + x[i], own => sum += own);",
        "Parallel.For(0, n, i => Count());",
        "Parallel.For(0, n, i => _state++);",
        "var list = new List<int>(); Parallel.For(0, n, i => { if (i < 2) list.Add(x[i]); });",
        "var list = new List<int>(); Parallel.For(0, n, i => { var same = list; same.Add(i); });",
        "IList<int> list = new List<int>(); Parallel.For(0, n, i => list.Add(i));",
        "ICollection<int> list = new HashSet<int>(); Parallel.For(0, n, i => list.Add(i));",
        "IDictionary<int, int> map = new Dictionary<int, int>(); Parallel.For(0, n, i => map[i] = i);",
        "IList<int> list = new List<int>(); Parallel.Invoke(() => list.Add(1), () => list.Add(2));",
        "var list = new List<int>(); Parallel.For(0, n, i => Fill(list, i));",
        "Parallel.For(0, n, i => x[i] = Next());",
        "Parallel.For(0, n, i => Array.Fill(x, i));",
        "Parallel.For(0, n, i => x.AsSpan().Sort());",
        "Parallel.For(0, n, i => Array.Sort(x, 0, k));",
        "Parallel.For(0, n, i => Array.Copy(y, x, k));",
        "Parallel.Invoke(() => Array.Sort(x), () => Array.Reverse(x));",
        "Parallel.Invoke(() => Array.Sort(x), () => y[0] = x[0]);",
        "Parallel.For(0, n, i => x[i] = Ticket);",
        "int sum = 0; Parallel.For(0, n, i => { lock (new object()) sum++; });",
        "int sum = 0; Parallel.For(0, n, i => { var gate = new object(); lock (gate) sum++; });",
        "Parallel.For(0, n, i => { Monitor.Enter(_gate); try { _stride++; } finally { Monitor.Exit(_gate); } _count++; });",
        "Parallel.For(0, n, i => { Monitor.Enter(_gate); _stride++; Monitor.Exit(_gate); _count++; });",
        "int sum = 0; void Add(int v) => sum += v; Parallel.ForEach(x, Add);",
        "int sum = 0; void Add(int v) => sum += v; Parallel.ForEach(x, v => { if (v > 0) Add(v); });",
        "int sum = 0; async Task Add() { await Task.Yield(); sum++; } var tasks = new List<Task>(); for (int i = 0; i < 9; i++) tasks.Add(Task.Run(() => Add())); Task.WaitAll(tasks.ToArray());",
        "int sum = 0; void Add() => sum++; var tasks = new List<Task>(); for (int i = 0; i < 9; i++) tasks.Add(Task.Run(Add)); Task.WaitAll(tasks.ToArray());",
        "int sum = 0; ValueTask Body(int v, CancellationToken t) { sum += v; return default; } Parallel.ForEachAsync(x, Body).Wait();",
        "int sum = 0; int Inc(int v) { sum += v; return sum; } var r = x.AsParallel().Select(Inc).ToArray();",
        "int sum = 0; Action<int> add = v => sum += v; Parallel.ForEach(x, add);",
        "int sum = 0; Action<int> add = v => sum += v; Parallel.ForEach(x, v => add(v));",
        "void Step(int i) { x[i] = x[i - 1]; } Parallel.For(1, n, i => Step(i));",
        "void Put(int i, int v) { x[2 * i] = v; x[2 * i + 2] = -v; } Parallel.For(0, n / 2, i => Put(i, i));",
        "Parallel.For(1, n, i => Touch(x, i));",
        "Parallel.For(1, n, i => Shift(x, i));",
        "int sum = 0; void Add() => sum++; Parallel.Invoke(Add, Add);",
        "Parallel.ForEach(x, CountDeep);",
        "Parallel.Invoke(Count, Count);",
        "var list = new List<int>(); Parallel.ForEach(x, list.Add);",
        "var node = new Node(); for (int i = 0; i < 9; i++) Task.Run(node.Step);",
        "Parallel.For(0, n, i => { _state = x[i]; });",
        "var all = ImmutableList<int>.Empty; Parallel.For(0, n, i => { all = all.Add(i); });",
        "var list = new System.Collections.ArrayList(); Parallel.For(0, n, i => list.Add(i));",
        "int sum = 0; Parallel.For(0, n, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => sum += x[i]);",
        "int sum = 0; x.AsParallel().WithDegreeOfParallelism(k).ForAll(v => sum += v);",
        "Parallel.For(0, n, i => CountDeep(i));",
        "Parallel.For(0, n, i => Add(ref x[0], i));",
        "var factory = new Factory(); Parallel.For(0, n, i => x[i] = factory.Count());",
        "int sum = 0; Parallel.For(0, n, i => Add(ref sum, x[i]));",
        "int sum = 0; Parallel.For(0, n, i => AddHalfLocked(ref sum, x[i]));",
        "var tasks = new Task[9]; int sum = 0; for (int i = 0; i < 9; i++) tasks[i] = Task.Run(() => { sum += 1; }); Task.WaitAll(tasks);",
        "var tasks = new List<Task>(); foreach (var row in rows) tasks.Add(Task.Run(() => x[0] += row[0])); Task.WaitAll(tasks.ToArray());",
        "int a = 0; Parallel.Invoke(() => a = 1, () => x[0] = a);",
        "int a = 0; Parallel.Invoke(() => a++, () => a++);",
        "Parallel.Invoke(() => _count++, () => x[0] = _count);",
        "Parallel.Invoke(() => x[0] = 1, () => x[0] = 2);",
        "Parallel.Invoke(() => x[k] = 1, () => y[0] = x[k]);",
        "Parallel.Invoke(() => { for (int i = 0; i < n; i++) x[i] = i; }, () => { for (int i = 0; i < n; i++) x[i] += 1; });",
        "Parallel.Invoke(() => { for (int i = 0; i <= n / 2; i++) x[i] = i; }, () => { for (int i = n / 2; i < n; i++) x[i] = -i; });",
        "Parallel.Invoke(() => { for (int i = 0; i < n; i++) m[i, 1] = i; }, () => { for (int i = 0; i < n; i++) m[1, i] = i; });",
        "var z = x; Parallel.Invoke(() => x[0] = 1, () => z[0] = 2);",
        "Parallel.Invoke(() => { lock (x) x[0]++; }, () => { lock (y) x[0]++; });",
        "Parallel.Invoke(() => Interlocked.Increment(ref x[0]), () => x[0] = 0);",
        "var list = new List<int>(); Parallel.Invoke(() => list.Add(1), () => list.Add(2));",
        "var list = new List<int>(); Parallel.Invoke(() => list.Add(1), () => x[0] = list.Count);",
        "var map = new Dictionary<int, int>(); Parallel.Invoke(() => map[1] = 2, () => map[2] = 3);",
        "var random = new Random(1); Parallel.Invoke(() => x[0] = random.Next(), () => x[1] = random.Next());",
        "var a = new Node(); Parallel.Invoke(() => a.Value = 1, () => x[0] = a.Value);",
        "var a = new Node(); Parallel.Invoke(() => a.Step(), () => a.Step());",
        "Parallel.Invoke(() => Count(), () => CountDeep(2));",
        "Parallel.Invoke(() => Count(), () => x[0] = _count);",
        "var tasks = new Task[9]; for (int i = 0; i < 9; i++) tasks[i] = Task.Run(() => x[i] = 1); Task.WaitAll(tasks);",
        "int seen = 0; var r = x.AsParallel().Where(v => { seen++; return v > 0; }).ToArray();",
        "var file = new StreamWriter(\"f\"); Parallel.For(0, n, i => file.Write(i));",
    ];

    [Theory]
    [MemberData(nameof(Correct))]
    public async Task Nothing_is_said_of_correct_code(string body) => Assert.Equal([], await Races(body));

    [Theory]
    [MemberData(nameof(Racy))]
    public async Task A_race_is_found(string body) => Assert.NotEmpty(await Races(body));

    private static async Task<List<string>> Races(string body)
    {
        var document = TestProject.Create($$"""
            using System.Collections.Immutable;
            using System.IO;
            class C
            {
                private sealed class Node { public int Value; public int Other { get; set; } public void Step() => Value++; }
                private sealed class Factory { public int Made { get; set; } public Factory Make(int number) => new Factory { Made = number }; public int Count() { Made += 1; return Made; } }
                private static int _count, _stride;
                private static volatile bool _stop;
                private static volatile int _state;
                private static ImmutableList<int> _all = [];
                private static readonly System.Collections.ArrayList _synchronized = System.Collections.ArrayList.Synchronized(new System.Collections.ArrayList());
                private static readonly object _gate = new();
                private static int[]? _cache;
                [ThreadStatic] private static int _own;

                static void Add(ref int place, int value) => place += value;
                static void AddAtomically(ref int place, int value) { int old; do old = place; while (Interlocked.CompareExchange(ref place, old + value, old) != old); }
                static void Forward(ref int place, int value) => AddAtomically(ref place, value);
                static void AddLocked(ref int place, int value) { lock (_gate) place += value; }
                static void AddHalfLocked(ref int place, int value) { lock (_gate) place += value; place++; }
                static void Count() => _count++;
                private static readonly Random _random = new();
                private static int[]? _early;
                static int Next() => _random.Next();
                static int Ticket => ++_count;
                static int[] Made => _cache ??= new int[9];
                static int[] Early { get { if (_early != null) return _early; _early = new int[9]; return _early; } }
                static int Locked { get { lock (_gate) return _count++; } set { lock (_gate) _count = value; } }
                static void Fill(List<int> list, int i) => list.Add(i);
                static void FillLocked(List<int> list, int i) { lock (list) list.Add(i); }
                static void Collect(System.Collections.Concurrent.ConcurrentBag<int> bag, int i) => bag.Add(i);
                static int Sum(List<int> list) { int sum = 0; foreach (var v in list) sum += v; return sum; }
                static void Touch(int[] a, int i) { a[0] += i; }
                static void Shift(int[] a, int i) { a[i] += a[i - 1]; }
                static void CountDeep(int i) { if (i > 0) Count(); }
                static void Logged(int i) { lock (_gate) { _count += i; } _own++; }
                static int Cached() { if (_cache is null) _cache = new int[9]; return _cache[0]; }

                static void M(int[] x, int[] y, int[] order, int[][] rows, int[,] m, int n, int k, int lead, int slice, int pitch)
                {
                    {{body}}
                }
            }
            """);
        var diagnostics = await TestProject.Analyze(document);
        return [.. diagnostics.Where(d => d.Id.StartsWith("AP1", StringComparison.Ordinal)).Select(d => d.ToString())];
    }
}
