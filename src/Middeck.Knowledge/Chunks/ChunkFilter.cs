namespace Middeck.Knowledge.Chunks;

/// <summary>Which chunks of a document are listed.</summary>
/// <param name="Text">That content, answer or keywords hold, whatever the case; null for any.</param>
/// <param name="Enabled">Whether searches may find them; null for either.</param>
internal sealed record ChunkFilter(string? Text = null, bool? Enabled = null)
{
    public static ChunkFilter None { get; } = new();
}
