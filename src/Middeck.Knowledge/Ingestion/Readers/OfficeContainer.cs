using System.IO.Compression;
using System.Text;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Looks at a packed file (Office, OpenDocument, e-book) from outside before anything unpacks it.</summary>
internal static class OfficeContainer
{
    private const int MaxEntries = 20_000;

    // Dense XML packs a hundred to one at most; a bomb packs a thousand to one.
    private const int MaxRatio = 200;
    private const long RatioMattersFrom = 10 * 1024 * 1024;

    // The names of an OLE container's streams stand in its directory in UTF-16.
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] OleMark = [0xD0, 0xCF, 0x11, 0xE0];

    // What a file of each kind must hold, and how the kind is called.
    private static readonly (string Extension, string Entry, string Name)[] Kinds =
    [
        ("docx", "word/document.xml", "a Word document"),
        ("xlsx", "xl/workbook.xml", "an Excel workbook"),
        ("pptx", "ppt/presentation.xml", "a PowerPoint presentation"),
        ("epub", "META-INF/container.xml", "an e-book"),
        ("odt", "content.xml", "an OpenDocument file"),
        ("ods", "content.xml", "an OpenDocument file"),
        ("odp", "content.xml", "an OpenDocument file"),
    ];

    /// <summary>Leaves the file at its beginning.</summary>
    /// <param name="file">The file.</param>
    /// <param name="extension">What its name says that it is.</param>
    /// <param name="maxUnpackedBytes">What all of it may unpack to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FaultException">It is encrypted, of the old format, of another kind, no archive, or a bomb.</exception>
    public static async Task CheckAsync(
        FileStream file, string extension, long maxUnpackedBytes, CancellationToken cancellationToken)
    {
        var start = new byte[OleMark.Length];
        file.Position = 0;
        await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        if (start.AsSpan().SequenceEqual(OleMark))
        {
            throw await IsEncryptedAsync(file, cancellationToken) ? Protected() : OldFormat(extension);
        }

        file.Position = 0;
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MaxEntries
                || archive.Entries.Sum(entry => (double)entry.Length) > maxUnpackedBytes
                || archive.Entries.Any(IsBomb))
            {
                throw TooLarge();
            }

            CheckKind(archive, extension);
        }
        catch (InvalidDataException ex)
        {
            throw Damaged(extension, "its archive cannot be opened", ex);
        }

        file.Position = 0;
    }

    /// <summary>Whether an OLE container is an encrypted Office file of the newer kind.</summary>
    public static async Task<bool> IsEncryptedAsync(FileStream file, CancellationToken cancellationToken)
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
                return true;
            }

            // The name may stand across two reads.
            kept = Math.Min(filled, EncryptedPackage.Length);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return false;
    }

    public static FaultException Protected()
        => KnowledgeFaults.Unreadable(
            "knowledge.password_protected",
            "The document is password-protected. Save a copy without a password and upload that.");

    public static FaultException TooLarge()
        => KnowledgeFaults.Unreadable(
            "knowledge.unpacks_too_large",
            "The file unpacks to far more than it weighs, as hostile archives do, and was not opened.");

    /// <param name="extension">The kind.</param>
    /// <param name="what">A clause that says what is wrong and where.</param>
    /// <param name="inner">What was thrown.</param>
    public static FaultException Damaged(string extension, string what, Exception? inner = null)
        => KnowledgeFaults.Unreadable(
            extension == "docx" ? "knowledge.docx_damaged" : "knowledge.file_damaged",
            $"The .{extension} file is damaged: {what}. Save it again in the program that made it.",
            inner);

    private static void CheckKind(ZipArchive archive, string extension)
    {
        var wanted = Kinds.Where(kind => kind.Extension == extension).Select(kind => kind.Entry).FirstOrDefault();
        if (wanted is null || archive.GetEntry(wanted) is not null)
        {
            return;
        }

        var found = Kinds.Where(kind => archive.GetEntry(kind.Entry) is not null).Select(kind => kind.Name).FirstOrDefault();
        throw found is null
            ? Damaged(extension, $"it holds no {wanted}")
            : KnowledgeFaults.Unreadable(
                "knowledge.content_differs",
                $"The file is named .{extension} but is {found}. Give it the extension of what it is and upload it again.");
    }

    private static bool IsBomb(ZipArchiveEntry entry)
        => entry.Length > RatioMattersFrom && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio;

    private static FaultException OldFormat(string extension)
        => KnowledgeFaults.Unreadable(
            "knowledge.old_office_format",
            $"The document has the format of Office 97 to 2003. Save it as .{extension} and upload that.");
}
