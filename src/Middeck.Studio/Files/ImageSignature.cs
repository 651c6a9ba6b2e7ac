namespace Middeck.Studio.Files;

/// <summary>Tells by its first bytes whether a file holds a picture of the kind that its name says.</summary>
internal static class ImageSignature
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Length = 4096;

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    public static bool Fits(string extension, ReadOnlySpan<byte> start) => extension switch
    {
        "png" => start.StartsWith(Png),
        "jpg" or "jpeg" => start.StartsWith(Jpeg),
        "gif" => start.StartsWith("GIF8"u8),
        "webp" => start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8),
        // SVG is text; what stands before its root is free.
        _ => start.IndexOf("<svg"u8) >= 0,
    };
}
