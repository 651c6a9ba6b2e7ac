using System.Collections.Frozen;
using Middeck.Studio.Files;

namespace Middeck.Studio.Speech;

/// <summary>Tells which format a recording has: by its name, else by what the client says it is.</summary>
internal static class AudioTypes
{
    /// <summary>Those that Dify takes, and those that browsers record in.</summary>
    public static readonly string[] Extensions =
        ["mp3", "mp4", "mpeg", "mpga", "m4a", "wav", "webm", "amr", "ogg", "oga", "opus", "flac", "aac"];

    private static readonly FrozenDictionary<string, string> ByType = new Dictionary<string, string>
    {
        ["audio/webm"] = "webm",
        ["video/webm"] = "webm",
        ["audio/ogg"] = "ogg",
        ["audio/opus"] = "opus",
        ["audio/mp3"] = "mp3",
        ["audio/mpeg"] = "mp3",
        ["audio/mpga"] = "mpga",
        ["audio/mp4"] = "m4a",
        ["audio/m4a"] = "m4a",
        ["audio/x-m4a"] = "m4a",
        ["audio/aac"] = "aac",
        ["audio/wav"] = "wav",
        ["audio/wave"] = "wav",
        ["audio/x-wav"] = "wav",
        ["audio/amr"] = "amr",
        ["audio/flac"] = "flac",
        ["audio/x-flac"] = "flac",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The extension without the dot; null for what is no recording.</summary>
    /// <param name="fileName">As it was sent.</param>
    /// <param name="mediaType">As it was sent, with or without parameters.</param>
    public static string? ExtensionOf(string fileName, string? mediaType)
        => FileKinds.ExtensionOf(fileName) is var extension && Extensions.Contains(extension)
            ? extension
            : ByType.GetValueOrDefault(mediaType?.Split(';')[0].Trim() ?? "");
}
