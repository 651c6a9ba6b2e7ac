using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Files;

/// <summary>
/// Which files an app takes, from its section <c>file_upload</c>:
/// <c>{"enabled": true, "allowed_file_types": ["image", "document"], "allowed_file_extensions": [".PDF"],
/// "allowed_file_upload_methods": ["local_file", "remote_url"], "number_limits": 3, "image": {"detail": "high"}}</c>.
/// Older apps have only <c>{"image": {"enabled": true, "number_limits": 3, "transfer_methods": […]}}</c>, and take pictures.
/// A field of the form for files has the same names.
/// </summary>
internal sealed record FileUploadSettings(
    bool Enabled,
    IReadOnlyList<FileKind> Kinds,
    IReadOnlyList<string> Extensions,
    IReadOnlyList<string> Methods,
    int Limit,
    string? Detail)
{
    public const string Local = "local_file";
    public const string Remote = "remote_url";

    private const int UsualLimit = 3;
    private const int HighestLimit = 50;

    public static FileUploadSettings Read(JsonElement? section)
    {
        var image = section.Member("image");
        FileKind[] kinds = [.. Words(section.Member("allowed_file_types"))];
        string[] methods =
        [
            .. (section.Member("allowed_file_upload_methods") ?? image.Member("transfer_methods")).Texts()
                .Where(method => method is Local or Remote),
        ];
        return new FileUploadSettings(
            section.Member("enabled").Flag() ?? image.Member("enabled").Flag() ?? false,
            kinds.Length > 0 ? kinds : [FileKind.Image],
            [.. section.Member("allowed_file_extensions").Texts().Select(text => text.TrimStart('.').ToLowerInvariant())],
            methods.Length > 0 ? methods : [Local, Remote],
            section.Member("number_limits").WholeNumber() ?? image.Member("number_limits").WholeNumber() ?? UsualLimit,
            image.Member("detail").Text() is ("low" or "high") and var detail ? detail : null);
    }

    /// <summary>Reads what a field of the form takes: always something, whatever the app's own setting.</summary>
    public static FileUploadSettings ReadField(JsonElement field, int limit)
    {
        var settings = Read(field);
        // A field that names no kinds takes all.
        var kinds = field.Member("allowed_file_types").Items().Any() ? settings.Kinds : Enum.GetValues<FileKind>();
        return settings with { Enabled = true, Kinds = kinds, Limit = limit };
    }

    public static void Check(FieldCheck section)
    {
        section.Object().Member("enabled").Flag();
        section.Member("allowed_file_types").Texts(10, 30);
        section.Member("allowed_file_extensions").Texts(200, 30);
        section.Member("allowed_file_upload_methods").Texts(10, 30);
        section.Member("number_limits").WholeNumber(1, HighestLimit);
        var image = section.Member("image").Object();
        image.Member("enabled").Flag();
        image.Member("number_limits").WholeNumber(1, HighestLimit);
        image.Member("transfer_methods").Texts(10, 30);
        image.Member("detail").Text(10);
    }

    /// <summary>Whether a file may be given: its kind is named, or its extension where other files are taken.</summary>
    public bool Allows(FileKind kind, string extension)
        => (kind != FileKind.Custom && Kinds.Contains(kind))
            || (Kinds.Contains(FileKind.Custom) && (Extensions.Count == 0 || Extensions.Contains(extension)));

    private static IEnumerable<FileKind> Words(JsonElement? words)
    {
        foreach (var word in words.Texts())
        {
            if (Enum.TryParse<FileKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind))
            {
                yield return kind;
            }
        }
    }
}
