using System.Globalization;

namespace Middeck.Studio.Chat;

/// <summary>
/// How far a watcher has read, as the events' ids tell it: <c>12-340</c>. Sequence numbers count the events of the node that
/// runs a run; how much of the text was read means the same on every node, whatever its events are.
/// </summary>
/// <param name="Sequence">The last event that was read, from 1; 0 when the events of another node were read.</param>
/// <param name="Offset">Characters of the answer that were read.</param>
internal readonly record struct RunPlace(int Sequence, int Offset)
{
    /// <summary>Reads an id; what is none is the beginning.</summary>
    public static RunPlace Parse(string? id)
    {
        var parts = (id ?? "").Split('-');
        return parts is [var sequence, var offset] && Number(sequence) is { } first && Number(offset) is { } second
            ? new RunPlace(first, second)
            : default;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}-{Offset}");

    private static int? Number(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
