namespace AutoParallel.Conformance.Kernels;

/// <summary>Iterations that write fields of an object each: the elements of an array or list, which are different objects or are not.</summary>
internal static class OwnObjects
{
    [Parallel]
    public static void Advance(Planet[] planets, double time)
    {
        foreach (var p in planets)
        {
            p.X += p.Vx * time;
            p.Y += p.Vy * time;
        }
    }

    [Parallel]
    public static void AdvanceList(List<Planet> planets, double time)
    {
        for (int i = 0; i < planets.Count; i++)
        {
            planets[i].X += Math.Sqrt(planets[i].Vx * planets[i].Vx + time);
            planets[i].Steps++;
        }
    }

    [Parallel]
    public static double Energy(Planet[] planets)
    {
        double total = 0;
        foreach (var p in planets)
        {
            p.Energy = 0.5 * p.Mass * (p.Vx * p.Vx + p.Vy * p.Vy);
            total += p.Energy;
        }

        return total;
    }

    /// <summary>Reads the places of all and writes the speed of one.</summary>
    [Parallel]
    public static void Attract(Planet[] planets, double time)
    {
        for (int i = 0; i < planets.Length; i++)
        {
            var p = planets[i];
            double ax = 0, ay = 0;
            foreach (var q in planets)
            {
                double dx = q.X - p.X, dy = q.Y - p.Y;
                double d = dx * dx + dy * dy + 0.01;
                double f = q.Mass / (d * Math.Sqrt(d));
                ax += dx * f;
                ay += dy * f;
            }

            p.Vx += ax * time;
            p.Vy += ay * time;
        }
    }

    /// <summary>Methods of the object write its fields, private ones too.</summary>
    [Parallel]
    public static void Heat(Planet[] planets, double amount)
    {
        foreach (var p in planets)
        {
            p.Heat(amount);
            planets.GetLength(0);
        }
    }

    [Parallel]
    public static void Backwards(Planet[] planets)
    {
        for (int i = planets.Length - 2; i >= 0; i--)
            planets[i + 1].Name = $"planet {i}";
    }

    /// <summary>The field that is written is read of a neighbour.</summary>
    [Parallel]
    public static void Follow(Planet[] planets)
    {
        for (int i = 1; i < planets.Length; i++)
            planets[i].X = planets[i - 1].X + 1;
    }

    /// <summary>A property of another object is the field that is written.</summary>
    [Parallel]
    public static void Share(Planet[] planets)
    {
        foreach (var p in planets)
            p.Heat(planets[0].Warmth);
    }

    /// <summary>The object of all iterations may be one of the elements.</summary>
    [Parallel]
    public static void Orbit(Planet[] planets, Planet sun)
    {
        foreach (var p in planets)
            p.X = sun.X * 0.5 + p.Vx;
    }

    /// <summary>Records compare all of their fields.</summary>
    [Parallel]
    public static void Compare(Moon[] moons, Moon other)
    {
        foreach (var m in moons)
            m.Phase = m == other ? 1 : m.Phase + 1;
    }

    [Parallel]
    public static void Unions(Leader[] members)
    {
        foreach (var m in members)
            m.Boss.Score++;
    }

    internal sealed class Planet
    {
        private double _warmth;

        public double X;

        public double Y;

        public double Vx { get; set; }

        public double Vy { get; set; }

        public double Mass { get; init; }

        public double Energy { get; set; }

        public int Steps { get; set; }

        public string? Name { get; set; }

        public double Warmth => _warmth;

        public void Heat(double amount)
        {
            if (amount > 0)
                _warmth += amount * Mass;
            else
                Steps--;
        }
    }

    internal sealed record Moon
    {
        public int Phase { get; set; }
    }

    internal sealed class Leader
    {
        public int Score;

        public Leader Boss = null!;
    }
}
