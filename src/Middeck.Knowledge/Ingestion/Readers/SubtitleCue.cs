namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>What is said from a time to a time.</summary>
internal sealed record SubtitleCue(TimeSpan Start, TimeSpan End, string Text);
