namespace Middeck.Console.Bench;

/// <summary>What one cold visit to a page took.</summary>
/// <param name="PaintMs">When the largest part of the page stood, from the beginning of the navigation.</param>
/// <param name="BlockedMs">What all long tasks together took beyond 50 ms each.</param>
/// <param name="LongestMs">The longest task; 0 when none was longer than 50 ms.</param>
/// <param name="Requests">Calls of the API that began before the largest paint.</param>
/// <param name="ScriptKb">Scripts until the largest paint, as they came over the wire.</param>
/// <param name="HeapMb">JavaScript objects after a collection.</param>
internal sealed record Visit(double PaintMs, double BlockedMs, double LongestMs, double Requests, double ScriptKb, double HeapMb);
