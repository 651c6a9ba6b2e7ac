using System.Text.Json;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>A field that documents can be chosen by: one of the base's, or one that every document has.</summary>
/// <param name="Name">As people write it.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Text">Makes the piece of a statement that is its value as text, null where a document has none.</param>
/// <param name="Number">Makes the piece that is its value as a number.</param>
internal sealed record FilterField(string Name, FieldType Type, Func<SqlText> Text, Func<SqlText> Number)
{
    /// <summary>Who brought a document.</summary>
    public const string Uploader = "uploader";

    /// <summary>The same field by what people are called, for values that are no ids; null where it is this one.</summary>
    public FilterField? ByName { get; init; }

    /// <summary>The fields that every document has, where the base lets them be used.</summary>
    public static IReadOnlyList<FilterField> BuiltIn { get; } =
    [
        new("document_name", FieldType.String, static () => SqlText.Of($"document.name"), Nothing),
        new(Uploader, FieldType.String, static () => SqlText.Of($"document.created_by::text"), Nothing),
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

    /// <summary>The uploader with what people are called.</summary>
    public static FilterField UploaderOf(IReadOnlyDictionary<Guid, string> names)
    {
        var (ids, called) = (names.Keys.ToArray(), names.Values.ToArray());
        return BuiltIn.First(static field => field.Name == Uploader) with
        {
            ByName = new FilterField(
                Uploader,
                FieldType.String,
                () => SqlText.Of(
                    $"""
                    (SELECT person.name FROM unnest({ids}, {called}) AS person (id, name) WHERE person.id = document.created_by)
                    """),
                Nothing),
        };
    }

    /// <summary>The field that a value is compared with.</summary>
    public FilterField For(JsonElement? value) => ByName is { } byName && value switch
    {
        { ValueKind: JsonValueKind.String } text => !text.TryGetGuid(out _),
        { ValueKind: JsonValueKind.Array } list => !list.EnumerateArray().All(
            static item => item.ValueKind == JsonValueKind.String && item.TryGetGuid(out _)),
        _ => false,
    } ? byName : this;

    private static SqlText Nothing() => SqlText.Of($"NULL::numeric");
}
