using System.Globalization;
using AutoParallel.Accuracy;
using AutoParallel.Runtime.Tests.VectorMath;

// Prints the largest error of every function in ULP. Options: --all (all floats of the functions of one argument; takes long),
// --doubles COUNT, --floats COUNT, and names of functions to restrict the table to. With --speed: nanoseconds a call of the scalar
// overloads, and of the platform's functions.
var all = args.Contains("--all");
var doubles = Option("--doubles", 200_000);
var floats = Option("--floats", 4_000_000);
var names = args.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal) && (i == 0 || args[i - 1] is not ("--doubles" or "--floats")))
    .ToHashSet();

if (args.Contains("--speed"))
{
    Console.WriteLine("function      double   platform  ratio     float   platform  ratio");
    foreach (var function in MathFunctions.Reproducible.Where(f => names.Count == 0 || names.Contains(f.Name)))
    {
        var (ours, platform) = Speed.Measure<double>(function);
        var (oursSingle, platformSingle) = Speed.Measure<float>(function);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{function.Name,-12} {ours,7:0.0} {platform,10:0.0} {ours / platform,6:0.00} {oursSingle,9:0.0} {platformSingle,10:0.0} {oursSingle / platformSingle,6:0.00}"));
    }

    return;
}

Console.WriteLine("library       function     double   at                                              float    at");
foreach (var function in MathFunctions.Reproducible.Concat(MathFunctions.Fast).Where(f => names.Count == 0 || names.Contains(f.Name)))
{
    var (error, x, y) = function.HasDouble ? Measurement.Doubles(function, doubles) : default;
    var (errorSingle, xSingle, ySingle) = all && function.Arguments == 1 ? Measurement.AllFloats(function) : Measurement.Floats(function, floats);
    var at = function.Arguments == 1 ? $"{x:R}" : $"{x:R}, {y:R}";
    var atSingle = function.Arguments == 1 ? $"{xSingle:R}" : $"{xSingle:R}, {ySingle:R}";
    var row = $"{function.Library.Name,-12}  {function.Name,-12} {error.ToString("0.0000", CultureInfo.InvariantCulture)}   {at,-46}";
    Console.WriteLine($"{row}  {errorSingle.ToString("0.0000", CultureInfo.InvariantCulture)}   {atSingle}");
}

int Option(string name, int otherwise)
{
    var index = Array.IndexOf(args, name);
    return index >= 0 ? int.Parse(args[index + 1], CultureInfo.InvariantCulture) : otherwise;
}
