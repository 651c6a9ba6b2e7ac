using System.IO.Compression;
using System.Text;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Looks at an Office file from outside before anything unpacks it.</summary>
internal static class OfficeContainer
{
    private const int MaxEntries = 20_000;

    // Dense XML packs a hundred to one at most; a bomb packs a thousand to one.
    private const int MaxRatio = 200;
    private const long RatioMattersFrom = 10 * 1024 * 1024;

    // The names of an OLE container's streams stand in its directory in UTF-16.
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] OleMark = [0xD0, 0xCF, 0x11, 0xE0];

    /// <exception cref="Middeck.Core.Errors.FaultException">It is encrypted, of the old format, no archive, or a bomb.</exception>
    public static async Task CheckAsync(FileStream file, long maxUnpackedBytes, CancellationToken cancellationToken)
    {
        var start = new byte[OleMark.Length];
        await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        if (start.AsSpan().SequenceEqual(OleMark))
        {
            throw await OleAsync(file, cancellationToken);
        }

        file.Position = 0;
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MaxEntries
                || archive.Entries.Sum(entry => entry.Length) > maxUnpackedBytes
                || archive.Entries.Any(IsBomb))
            {
                throw KnowledgeFaults.Unreadable(
                    "knowledge.unpacks_too_large",
                    "The file unpacks to far more than it weighs, as hostile archives do, and was not opened.");
            }
        }
        catch (InvalidDataException ex)
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.docx_damaged", "The Office file is damaged: its archive cannot be opened. Save it again.", ex);
        }

        file.Position = 0;
    }

    private static bool IsBomb(ZipArchiveEntry entry)
        => entry.Length > RatioMattersFrom && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio;

    private static async Task<Exception> OleAsync(FileStream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var buffer = new byte[81920];
        var kept = 0;
        int read;
        while ((read = await file.ReadAsync(buffer.AsMemory(kept), cancellationToken)) > 0)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(EncryptedPackage) >= 0)
            {
                return KnowledgeFaults.Unreadable(
                    "knowledge.password_protected",
                    "The document is password-protected. Save a copy without a password and upload that.");
            }

            // The name may stand across two reads.
            kept = Math.Min(filled, EncryptedPackage.Length);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return KnowledgeFaults.Unreadable(
            "knowledge.old_office_format",
            "The document has the format of Word 97 to 2003. Save it as .docx and upload that.");
    }
}
