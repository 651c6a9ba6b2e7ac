using System.Globalization;

namespace Middeck.Observability.Live;

/// <summary>The id of an event, <c>{stream id}.{sequence}</c>: what a tab that reconnects shows as <c>Last-Event-ID</c>.</summary>
internal readonly record struct LiveEventId(Guid StreamId, long Sequence)
{
    public static LiveEventId? Parse(string? text)
        => text?.Split('.') is [var stream, var sequence]
            && Guid.TryParse(stream, out var id)
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new LiveEventId(id, number)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StreamId:N}.{Sequence}");
}
