using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Uploads;

/// <summary>A row of <c>knowledge.upload</c>.</summary>
internal sealed record UploadRow
{
    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required Guid BaseId { get; init; }

    public required string Name { get; init; }

    public required string Folder { get; init; }

    public required DuplicateRule Duplicate { get; init; }

    public required long Size { get; init; }

    public string? Sha256 { get; init; }

    public long Received { get; init; }

    public Guid? DocumentId { get; init; }

    public Guid? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public static SqlText Columns => SqlText.Of(
        $"""
        upload.id, upload.workspace_id, upload.base_id, upload.name, upload.folder, upload.duplicate, upload.size, upload.sha256,
        upload.received, upload.document_id, upload.created_by, upload.created_at, upload.expires_at
        """);

    public static UploadRow From(Row row) => new()
    {
        Id = row.Get<Guid>("id"),
        WorkspaceId = row.Get<Guid>("workspace_id"),
        BaseId = row.Get<Guid>("base_id"),
        Name = row.Get<string>("name"),
        Folder = row.Get<string>("folder"),
        Duplicate = row.Word<DuplicateRule>("duplicate"),
        Size = row.Get<long>("size"),
        Sha256 = row.Get<string?>("sha256"),
        Received = row.Get<long>("received"),
        DocumentId = row.Get<Guid?>("document_id"),
        CreatedBy = row.Get<Guid?>("created_by"),
        CreatedAt = row.Get<DateTimeOffset>("created_at"),
        ExpiresAt = row.Get<DateTimeOffset>("expires_at"),
    };
}
