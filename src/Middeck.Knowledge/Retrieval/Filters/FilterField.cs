using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>A field that documents can be chosen by: one of the base's, or one that every document has.</summary>
/// <param name="Name">As people write it.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Text">Makes the piece of a statement that is its value as text, null where a document has none.</param>
/// <param name="Number">Makes the piece that is its value as a number.</param>
internal sealed record FilterField(string Name, FieldType Type, Func<SqlText> Text, Func<SqlText> Number)
{
    /// <summary>The fields that every document has, where the base lets them be used.</summary>
    public static IReadOnlyList<FilterField> BuiltIn { get; } =
    [
        new("document_name", FieldType.String, static () => SqlText.Of($"document.name"), Nothing),
        new("uploader", FieldType.String, static () => SqlText.Of($"document.created_by::text"), Nothing),
        new("source", FieldType.String, static () => SqlText.Of($"document.origin"), Nothing),
        new(
            "upload_date",
            FieldType.Time,
            static () => SqlText.Of($"document.created_at::text"),
            static () => SqlText.Of($"extract(epoch FROM document.created_at)")),
        new(
            "last_update_date",
            FieldType.Time,
            static () => SqlText.Of($"document.updated_at::text"),
            static () => SqlText.Of($"extract(epoch FROM document.updated_at)")),
    ];

    public static FilterField Of(Guid id, string name, FieldType type)
    {
        var key = id.ToString();
        return new FilterField(
            name,
            type,
            () => SqlText.Of($"(document.metadata ->> {key})"),
            () => SqlText.Of(
                $"""
                (CASE jsonb_typeof(document.metadata -> {key}) WHEN 'number' THEN (document.metadata ->> {key})::numeric END)
                """));
    }

    private static SqlText Nothing() => SqlText.Of($"NULL::numeric");
}
