using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>One version of a document's file.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Name">What it was called.</param>
/// <param name="MimeType">What it is served as.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Current">Whether it is the one that the document has now.</param>
/// <param name="CreatedBy">Who brought it.</param>
/// <param name="CreatedAt">When it came.</param>
internal sealed record DocumentVersion(
    int Version,
    string Name,
    string MimeType,
    long Size,
    string Sha256,
    bool Current,
    Guid? CreatedBy,
    DateTimeOffset CreatedAt)
{
    public static SqlText Columns => SqlText.Of(
        $"version, name, extension, mime_type, size, sha256, created_by, created_at");

    public static DocumentVersion From(Row row) => new(
        row.Get<int>("version"),
        row.Get<string>("name"),
        row.Get<string>("mime_type"),
        row.Get<long>("size"),
        row.Get<string>("sha256"),
        false,
        row.Get<Guid?>("created_by"),
        row.Get<DateTimeOffset>("created_at"));

    public static DocumentVersion Of(DocumentRow row) => new(
        row.Version, row.Name, row.MimeType, row.Size, row.Sha256, true, row.FileBy, row.FileAt);
}
