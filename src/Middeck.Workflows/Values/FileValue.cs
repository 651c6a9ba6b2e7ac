using System.Globalization;

namespace Middeck.Workflows.Values;

/// <summary>A file as a value of a variable: what the graph knows of it. The bytes stay where they are.</summary>
/// <param name="Type"><c>image</c>, <c>document</c>, <c>audio</c>, <c>video</c> or <c>custom</c>.</param>
/// <param name="TransferMethod"><c>local_file</c>, <c>remote_url</c> or <c>tool_file</c>.</param>
/// <param name="RelatedId">The id of the stored file; null for a remote one.</param>
/// <param name="Url">Where it can be fetched.</param>
/// <param name="Name">The file's name with its extension.</param>
/// <param name="Extension">With the leading dot.</param>
/// <param name="MimeType">Such as <c>image/png</c>.</param>
/// <param name="Size">In bytes; -1 when it is not known.</param>
public sealed record FileValue(
    string Type,
    string TransferMethod,
    string? RelatedId = null,
    string? Url = null,
    string? Name = null,
    string? Extension = null,
    string? MimeType = null,
    long Size = -1)
{
    internal const string Identity = "__dify__file__";

    /// <summary>The names of the attributes that selectors and conditions can read.</summary>
    public static IReadOnlyList<string> Attributes { get; } =
        ["type", "size", "name", "mime_type", "transfer_method", "url", "extension", "related_id"];

    /// <summary>The attribute of that name; null when there is none of that name.</summary>
    public Segment? Attribute(string name) => name switch
    {
        "type" => Segment.Of(Type),
        "size" => Segment.Of(Size),
        "name" or "filename" => Segment.Of(Name),
        "mime_type" => Segment.Of(MimeType),
        "transfer_method" => Segment.Of(TransferMethod),
        "url" or "remote_url" => Segment.Of(Url),
        "extension" => Segment.Of(Extension),
        "related_id" => Segment.Of(RelatedId),
        _ => null,
    };

    /// <summary>A link that shows an image and names anything else.</summary>
    public string ToMarkdown() => string.Create(
        CultureInfo.InvariantCulture, $"{(Type == "image" ? "!" : "")}[{Name ?? Url}]({Url})");
}
