namespace Middeck.Models.Upstream;

/// <summary>A provider sends one event without an end.</summary>
internal sealed class EventTooLongException(int mostBytes) : Exception($"One event is over {mostBytes} bytes.");
