namespace Middeck.Knowledge.Ingestion;

/// <summary>The document was paused, cancelled, removed or taken up by another attempt: this one has nothing more to do.</summary>
internal sealed class DocumentReleasedException() : Exception("The document is no longer this attempt's.");
