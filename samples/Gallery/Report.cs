using System.Globalization;
using Gallery.Exhibits;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gallery;

/// <summary>Shows the rows as they come: a growing table on a terminal, plain lines where the output is redirected.</summary>
internal static class Report
{
    private const string PlainLine = "{0,-13} {1,-22} {2,11} {3,11} {4,9}  {5}";

    private static readonly string[] Headings = ["kernel", "data", "sequential", "[Parallel]", "speed-up", "results"];

    /// <returns>The rows, all of them shown.</returns>
    public static List<Row> Show(IReadOnlyList<Entry> entries, Func<Entry, Row> run) =>
        Console.IsOutputRedirected ? ShowPlain(entries, run) : ShowTable(entries, run);

    private static List<Row> ShowPlain(IReadOnlyList<Entry> entries, Func<Entry, Row> run)
    {
        var rows = new List<Row>();
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, PlainLine, Headings));
        foreach (Entry entry in entries)
        {
            rows.Add(run(entry));
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, PlainLine, Cells(rows[^1])).TrimEnd());
        }

        return rows;
    }

    private static List<Row> ShowTable(IReadOnlyList<Entry> entries, Func<Entry, Row> run)
    {
        var rows = new List<Row>();
        Table table = new Table().Border(TableBorder.Simple);
        for (int i = 0; i < Headings.Length; i++)
        {
            var column = new TableColumn(new Text(Headings[i])) { NoWrap = true, Padding = new Padding(0, 0) };
            table.AddColumn(i is >= 2 and <= 4 ? column.RightAligned() : column);
        }

        AnsiConsole.Live(table).Start(live =>
        {
            foreach (Entry entry in entries)
            {
                table.Caption = new TableTitle($"running {entry.Name}, {rows.Count + 1} of {entries.Count} ...");
                live.Refresh();
                rows.Add(run(entry));
                table.AddRow(Styled(rows[^1]));
            }

            table.Caption = null;
            live.Refresh();
        });
        return rows;
    }

    private static IEnumerable<IRenderable> Styled(Row row)
    {
        string[] cells = Cells(row);
        for (int i = 0; i < cells.Length; i++)
        {
            var style = i switch
            {
                4 when row.SpeedUp >= 1.5 => new Style(Color.Green),
                5 when !row.Comparison.Agrees => new Style(Color.Red),
                _ => Style.Plain,
            };
            yield return new Text(cells[i], style);
        }
    }

    private static string[] Cells(Row row) =>
    [
        row.Name,
        row.Data,
        Milliseconds(row.Sequential),
        Milliseconds(row.Parallel),
        string.Create(CultureInfo.InvariantCulture, $"{row.SpeedUp:0.0} x"),
        row.Comparison.Text,
    ];

    private static string Milliseconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.000} ms");
}
