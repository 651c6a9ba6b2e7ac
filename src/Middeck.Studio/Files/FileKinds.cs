using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticFiles;
using Middeck.Knowledge;

namespace Middeck.Studio.Files;

/// <summary>Tells by its name what a file is. What a client says about the type is not believed.</summary>
internal sealed class FileKinds(IDocumentText documents)
{
    private static readonly FrozenDictionary<string, FileKind> Known = new Dictionary<string, FileKind>
    {
        ["jpg"] = FileKind.Image,
        ["jpeg"] = FileKind.Image,
        ["png"] = FileKind.Image,
        ["webp"] = FileKind.Image,
        ["gif"] = FileKind.Image,
        ["svg"] = FileKind.Image,
        ["mp3"] = FileKind.Audio,
        ["m4a"] = FileKind.Audio,
        ["wav"] = FileKind.Audio,
        ["amr"] = FileKind.Audio,
        ["mpga"] = FileKind.Audio,
        ["mp4"] = FileKind.Video,
        ["mov"] = FileKind.Video,
        ["mpeg"] = FileKind.Video,
        ["webm"] = FileKind.Video,
    }.ToFrozenDictionary();

    private readonly FileExtensionContentTypeProvider _types = new();

    /// <summary>Lower case, without the dot; empty for none.</summary>
    public static string ExtensionOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    public FileKind Of(string name)
        => Known.TryGetValue(ExtensionOf(name), out var kind) ? kind
            : documents.Reads(name) ? FileKind.Document
            : FileKind.Custom;

    public string MimeTypeOf(string name)
        => _types.TryGetContentType(name, out var type) ? type : "application/octet-stream";

    /// <summary>The extension of a type that a server names; empty when it is not known.</summary>
    public string ExtensionOfType(string? mimeType)
        => _types.Mappings.FirstOrDefault(entry => entry.Value == mimeType && Known.ContainsKey(entry.Key[1..])).Key?[1..]
            ?? _types.Mappings.FirstOrDefault(entry => entry.Value == mimeType).Key?[1..]
            ?? "";
}
