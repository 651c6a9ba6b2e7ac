namespace Middeck.Studio.Sites.Batches;

/// <summary>A batch with its lines.</summary>
internal sealed record SiteBatchDetail(SiteBatch Batch, IReadOnlyList<string> Columns, IReadOnlyList<SiteBatchRow> Rows);
