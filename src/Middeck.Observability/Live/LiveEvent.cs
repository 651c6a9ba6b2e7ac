using System.Text.Json;

namespace Middeck.Observability.Live;

/// <summary>What a console page is told.</summary>
/// <param name="Type">Such as <c>document.changed</c>; <c>hello</c> is the stream's own first event.</param>
/// <param name="Topic">Such as <c>jobs</c>; null for the stream's own events.</param>
/// <param name="Data">A small object; null when it was too large, and the page asks for itself.</param>
/// <param name="At">When it was published.</param>
internal sealed record LiveEvent(string Type, string? Topic, JsonElement? Data, DateTimeOffset At);
