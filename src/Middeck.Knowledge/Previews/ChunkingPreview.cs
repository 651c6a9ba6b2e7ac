namespace Middeck.Knowledge.Previews;

/// <summary>How a text would be cut. Nothing of it is kept.</summary>
/// <param name="Chunks">The first ones.</param>
/// <param name="Total">How many there would be in all.</param>
/// <param name="IsEstimate">Whether <paramref name="Total"/> is extrapolated from the beginning of a long text.</param>
/// <param name="CharacterCount">Characters that were looked at.</param>
/// <param name="Warnings">What could not be read.</param>
internal sealed record ChunkingPreview(
    IReadOnlyList<PreviewedChunk> Chunks, long Total, bool IsEstimate, long CharacterCount, IReadOnlyList<string> Warnings);
