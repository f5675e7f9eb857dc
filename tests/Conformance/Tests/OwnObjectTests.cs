using AutoParallel.Conformance.Checking;
using AutoParallel.Conformance.Kernels;

using Moon = AutoParallel.Conformance.Kernels.OwnObjects.Moon;
using Planet = AutoParallel.Conformance.Kernels.OwnObjects.Planet;

namespace AutoParallel.Conformance.Tests;

/// <summary>Loops over objects that write fields of each; where an object is there twice, or none, the loop runs in its order.</summary>
public sealed class OwnObjectTests
{
    [Fact]
    public void Fields() => Verify.Same(Ran.Parallel, OwnObjects.Advance, (p, t) => OwnObjects.Advance(p, t), n => (Planets(n), 0.25), Sizes.Fields);

    [Fact]
    public void Lists() => Verify.Same(Ran.Parallel, OwnObjects.AdvanceList, (p, t) => OwnObjects.AdvanceList(p, t), n => (Planets(n).ToList(), 0.25), Sizes.Fields);

    [Fact]
    public void OtherFieldsOfAll() => Verify.Same(Ran.Parallel, OwnObjects.Attract, (p, t) => OwnObjects.Attract(p, t), n => (Planets(n), 0.25), [0, 1, 2, 3, 17, 65, 300]);

    [Fact]
    public void MethodsOfTheObject() => Verify.Same(Ran.Parallel, OwnObjects.Heat, (p, a) => OwnObjects.Heat(p, a), n => (Planets(n), n % 2 - 0.5), Sizes.Fields);

    [Fact]
    public void FromTheEnd() => Verify.Same(Ran.Parallel, OwnObjects.Backwards, p => OwnObjects.Backwards(p), Planets, Sizes.Fields);

    [Fact]
    public void OneObjectTwice()
    {
        foreach (var distance in new[] { 1, 2, 50 })
        {
            Verify.Same(Ran.Anything, OwnObjects.Advance, (p, t) => OwnObjects.Advance(p, t), n => (Twice(Planets(n), distance), 0.25), Sizes.Fields);
            Verify.Same(Ran.Anything, OwnObjects.Backwards, p => OwnObjects.Backwards(p), n => Twice(Planets(n), distance), Sizes.Fields);
        }
    }

    [Fact]
    public void NoObject() => Verify.Same(
        Ran.Anything, OwnObjects.Advance, (p, t) => OwnObjects.Advance(p, t), n => (Planets(n).Select((p, i) => i == n - 1 ? null! : p).ToArray(), 0.25), Sizes.Fields);

    [Fact]
    public void AnyOrder() => Verify.Same(
        Ran.Anything, OwnObjects.Advance, (p, t) => OwnObjects.Advance(p, t), n => (Planets(n).OrderBy(p => p.Mass).ThenBy(p => p.Vx).ToArray(), 0.25), Sizes.Fields);

    [Fact]
    public void RefusedWhereAnotherObjectIsRead()
    {
        Verify.Same(Ran.Sequential, OwnObjects.Follow, p => OwnObjects.Follow(p), Planets, Sizes.Fields);
        Verify.Same(Ran.Sequential, OwnObjects.Share, p => OwnObjects.Share(p), Planets, Sizes.Fields);
        Verify.Same(Ran.Sequential, OwnObjects.Orbit, (p, s) => OwnObjects.Orbit(p, s), n => Shared(Planets(n)), Sizes.Fields);
        Verify.Same(Ran.Sequential, OwnObjects.Compare, (m, o) => OwnObjects.Compare(m, o), Moons, Sizes.Fields);
    }

    private static (Planet[] All, Planet One) Shared(Planet[] planets) => (planets, planets.Length > 3 ? planets[2] : new Planet());

    private static (Moon[] All, Moon One) Moons(int n)
    {
        Moon[] all = [.. Enumerable.Range(0, n).Select(i => new Moon { Phase = i % 3 })];
        return (all, n > 3 ? all[1] : new Moon());
    }

    private static Planet[] Twice(Planet[] planets, int distance)
    {
        for (var i = distance; i < planets.Length; i += 70)
            planets[i] = planets[i - distance];
        return planets;
    }

    private static Planet[] Planets(int n)
    {
        var (x, v) = (Data.Ordinary<double>(n), Data.Ordinary<double>(n, 2));
        var planets = new Planet[n];
        for (var i = 0; i < n; i++)
            planets[i] = new Planet { X = x[i], Y = v[n - 1 - i], Vx = v[i], Vy = x[n - 1 - i], Mass = 1 + (i % 5) };
        return planets;
    }
}
