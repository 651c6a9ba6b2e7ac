namespace Middeck.Knowledge.Ingestion;

/// <summary>How far a stage is.</summary>
/// <param name="Done">In the stage's own unit: pages, bytes, chunks.</param>
/// <param name="Total">0 while it is unknown.</param>
/// <param name="Fact">The same for people, such as <c>248/400 chunks</c>.</param>
internal readonly record struct StageCount(long Done, long Total, string? Fact)
{
    public double Share => Total <= 0 ? 0 : Math.Clamp((double)Done / Total, 0, 1);

    public static StageCount OfChunks(long done, long total) => new(done, total, $"{done}/{total} chunks");
}
