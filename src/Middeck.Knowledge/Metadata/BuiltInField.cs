namespace Middeck.Knowledge.Metadata;

/// <summary>A field whose values the platform knows by itself; the names are Dify's.</summary>
internal sealed record BuiltInField(string Name, MetadataType Type)
{
    public static IReadOnlyList<BuiltInField> All { get; } =
    [
        new("document_name", MetadataType.String),
        new("uploader", MetadataType.String),
        new("upload_date", MetadataType.Time),
        new("last_update_date", MetadataType.Time),
        new("source", MetadataType.String),
    ];

    public static bool IsNameOf(string name)
        => All.Any(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));
}
