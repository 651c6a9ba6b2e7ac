using System.Diagnostics;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Tells by its first bytes what a file is, whatever its name says.</summary>
internal static class ContentSniffer
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Length = 4096;

    // PDF readers accept the mark anywhere in the first kilobyte, and scanners use that.
    private const int PdfMarkWithin = 1024;

    private static readonly (byte[] Mark, FileSignature Signature)[] Marks =
    [
        ([0x50, 0x4B, 0x03, 0x04], FileSignature.Zip),
        ([0x50, 0x4B, 0x05, 0x06], FileSignature.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileSignature.OleContainer),
        ([0x4D, 0x5A], FileSignature.Program),
        ([0x7F, 0x45, 0x4C, 0x46], FileSignature.Program),
        ([0xCF, 0xFA, 0xED, 0xFE], FileSignature.Program),
        ([0xCA, 0xFE, 0xBA, 0xBE], FileSignature.Program),
        ([0x89, 0x50, 0x4E, 0x47], FileSignature.Picture),
        ([0xFF, 0xD8, 0xFF], FileSignature.Picture),
        ("GIF8"u8.ToArray(), FileSignature.Picture),
        ([0x49, 0x49, 0x2A, 0x00], FileSignature.Picture),
        ([0x4D, 0x4D, 0x00, 0x2A], FileSignature.Picture),
        ([0x1F, 0x8B], FileSignature.Archive),
        ([0x37, 0x7A, 0xBC, 0xAF], FileSignature.Archive),
        ("Rar!"u8.ToArray(), FileSignature.Archive),
        ("ID3"u8.ToArray(), FileSignature.Media),
        ("RIFF"u8.ToArray(), FileSignature.Media),
        ("OggS"u8.ToArray(), FileSignature.Media),
        ("{\\rtf"u8.ToArray(), FileSignature.RichText),
    ];

    public static FileSignature Look(ReadOnlySpan<byte> start)
    {
        // WebP is a picture in the container of sounds and videos.
        if (start.Length > 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8))
        {
            return FileSignature.Picture;
        }

        foreach (var (mark, signature) in Marks)
        {
            if (start.StartsWith(mark) && !IsTextAfterAll(mark, start))
            {
                return signature;
            }
        }

        if (start[..Math.Min(start.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0)
        {
            return FileSignature.Pdf;
        }

        if (start.Length > 12 && start[4..8].SequenceEqual("ftyp"u8))
        {
            return FileSignature.Media;
        }

        return LooksLikeText(start) ? FileSignature.Text : FileSignature.Unknown;
    }

    /// <summary>The words for "looks like …".</summary>
    public static string Describe(FileSignature signature) => signature switch
    {
        FileSignature.Text => "plain text",
        FileSignature.Pdf => "a PDF",
        FileSignature.Zip => "a ZIP archive or an Office file",
        FileSignature.OleContainer => "an Office file of the old or the encrypted kind",
        FileSignature.Program => "a program",
        FileSignature.Picture => "a picture",
        FileSignature.Archive => "a compressed archive",
        FileSignature.Media => "a sound or video file",
        FileSignature.RichText => "a rich text (RTF) file",
        FileSignature.Unknown => "binary data",
        _ => throw new UnreachableException(),
    };

    // A text may begin with "MZ" or "7z"; a program or an archive holds zero bytes soon after.
    private static bool IsTextAfterAll(ReadOnlySpan<byte> mark, ReadOnlySpan<byte> start)
        => mark.Length <= 3 && mark[0] < 0x80 && mark[0] >= 0x20 && start.IndexOf((byte)0) < 0;

    private static bool LooksLikeText(ReadOnlySpan<byte> start)
    {
        var zeros = start.Count((byte)0);
        if (zeros == 0)
        {
            return true;
        }

        // UTF-16 has a mark, or a zero in every other byte of Western text. A stray zero in a text is forgiven.
        var hasMark = start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF]);
        return hasMark || zeros * 100 <= start.Length || UnicodeGuess.Utf16(start) is not null;
    }
}
