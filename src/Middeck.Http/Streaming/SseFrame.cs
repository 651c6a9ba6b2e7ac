namespace Middeck.Http.Streaming;

/// <summary>One server-sent event (WHATWG HTML, 9.2).</summary>
/// <param name="Data">The data; line feeds are sent as several data lines.</param>
/// <param name="Event">The event's type; null leaves it out.</param>
/// <param name="Id">What a client that reconnects sends as <c>Last-Event-ID</c>; null leaves it out.</param>
public readonly record struct SseFrame(string Data, string? Event = null, string? Id = null);
