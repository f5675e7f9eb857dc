using System.Text;

using AutoParallel.Compiler.IR;

using Microsoft.CodeAnalysis.Text;

namespace AutoParallel.Compiler.Frontend;

/// <summary>
/// The user's text with replacements and insertions. Any stretch of it can be rendered; edits that belong to a node which is not
/// wholly inside the stretch are left out, and loops inside it stand as markers.
/// </summary>
internal sealed class TextEdits
{
    private readonly string _text;
    private readonly List<Edit> _edits = [];
    private readonly Dictionary<int, string> _markers = [];
    private bool _isSorted = true;

    public TextEdits(string text) => _text = text;

    /// <summary>Replaces a stretch, keeping its line breaks, on behalf of a node.</summary>
    public void Replace(TextSpan span, string text, TextSpan owner) => Add(new Edit(span.Start, span.End, text, owner, EditKind.Replacement, -1));

    /// <summary>Puts text in front of a node.</summary>
    public void Before(int position, string text, TextSpan owner) => Add(new Edit(position, position, text, owner, EditKind.Before, -1));

    /// <summary>Puts text behind a node.</summary>
    public void After(int position, string text, TextSpan owner) => Add(new Edit(position, position, text, owner, EditKind.After, -1));

    /// <summary>Makes a loop stand as its marker wherever it is inside something else.</summary>
    public void Loop(TextSpan span, int id)
    {
        _markers[id] = LoopMarker.For(id);
        Add(new Edit(span.Start, span.End, "", span, EditKind.Replacement, id));
    }

    /// <summary>Puts declarations around a loop's marker.</summary>
    public void SetMarker(int id, string text) => _markers[id] = text;

    /// <summary>Renders a stretch; <paramref name="ownLoop"/> is the loop whose own text is wanted.</summary>
    public string Render(TextSpan span, int ownLoop = -1)
    {
        var result = new StringBuilder();
        Append(result, span.Start, span.End, span, ownLoop, default);
        return result.ToString();
    }

    /// <summary>Renders a stretch with one part of it replaced by other text and the part's line breaks.</summary>
    public string Render(TextSpan span, int ownLoop, TextSpan part, string replacement)
    {
        var result = new StringBuilder();
        Append(result, span.Start, part.Start, span, ownLoop, part);
        result.Append(replacement).Append(LineBreaks(part.Start, part.End));
        Append(result, part.End, span.End, span, ownLoop, part);
        return result.ToString();
    }

    /// <summary>The line breaks of a stretch, so that what replaces it takes as many lines.</summary>
    public string LineBreaks(int start, int end)
    {
        StringBuilder? breaks = null;
        for (var i = start; i < end; i++)
        {
            if (_text[i] == '\n')
                (breaks ??= new StringBuilder()).Append('\n');
        }

        return breaks?.ToString() ?? "";
    }

    private void Append(StringBuilder result, int start, int end, TextSpan within, int ownLoop, TextSpan without)
    {
        Sort();
        var position = start;
        for (var i = FirstAt(start); i < _edits.Count && _edits[i].Start <= end; i++)
        {
            var edit = _edits[i];
            if (edit.Start < position || edit.End > end || !within.Contains(edit.Owner) || (edit.Loop >= 0 && edit.Loop == ownLoop)
                || (!without.IsEmpty && without.Contains(edit.Owner)))
            {
                continue;
            }

            result.Append(_text, position, edit.Start - position);
            result.Append(edit.Loop >= 0 ? _markers[edit.Loop] : edit.Text);
            if (edit.Loop < 0)
                result.Append(LineBreaks(edit.Start, edit.End));
            position = edit.End;
        }

        result.Append(_text, position, end - position);
    }

    private int FirstAt(int position)
    {
        var low = 0;
        var high = _edits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_edits[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Add(Edit edit)
    {
        _edits.Add(edit);
        _isSorted = false;
    }

    private void Sort()
    {
        if (_isSorted)
            return;
        var ordered = _edits.Select((e, i) => (Edit: e, Order: i)).ToList();
        ordered.Sort((x, y) => Compare(x.Edit, y.Edit) is not 0 and var order ? order : x.Order.CompareTo(y.Order));
        for (var i = 0; i < ordered.Count; i++)
            _edits[i] = ordered[i].Edit;
        _isSorted = true;
    }

    /// <summary>At one position: ends of inner nodes before ends of outer ones, then beginnings of outer nodes before those of inner ones.</summary>
    private static int Compare(Edit x, Edit y)
    {
        if (x.Start != y.Start)
            return x.Start.CompareTo(y.Start);
        if (x.Kind != y.Kind)
            return x.Kind.CompareTo(y.Kind);
        return x.Kind == EditKind.After ? x.Owner.Length.CompareTo(y.Owner.Length) : y.Owner.Length.CompareTo(x.Owner.Length);
    }

    private enum EditKind
    {
        After,
        Before,
        Replacement,
    }

    private readonly record struct Edit(int Start, int End, string Text, TextSpan Owner, EditKind Kind, int Loop);
}
