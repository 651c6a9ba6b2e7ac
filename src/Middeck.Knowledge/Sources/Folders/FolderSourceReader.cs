using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Sources.Folders;

/// <summary>Reads files of a folder that the operator has allowed.</summary>
internal sealed class FolderSourceReader(
    AllowedFolders folders, DocumentReaders readers, IOptions<KnowledgeOptions> options) : ISourceReader
{
    public SourceKind Kind => SourceKind.Folder;

    public void Check(SourceAccess access) => folders.Open(access.WorkspaceId, SettingsOf(access).Path);

    public async IAsyncEnumerable<SourceEntry> ReadAsync(
        SourceAccess access,
        IReadOnlyDictionary<string, KnownDocument> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = SettingsOf(access);
        var (root, allowed) = folders.Open(access.WorkspaceId, settings.Path);
        var patterns = new GlobPatterns(settings.Include, settings.Exclude);
        var any = false;
        foreach (var (path, file, leaves) in Walk(root, allowed))
        {
            cancellationToken.ThrowIfCancellationRequested();
            any = true;
            if (patterns.Allow(path, Path.GetFileName(path)))
            {
                yield return leaves ? Leaves(path) : EntryOf(path, file, allowed);
            }

            // Long walks let others in.
            await Task.Yield();
        }

        if (!any && known.Count > 0)
        {
            throw SourceFaults.Unavailable(
                "knowledge.source_empty",
                $"The folder '{settings.Path}' is empty, as it is when a disk is not mounted. Nothing was removed; if it is meant to "
                + "be empty, delete its documents or the source.");
        }
    }

    private SourceEntry EntryOf(string path, FileInfo file, string allowed)
    {
        if (readers.FormatOf(path) is null)
        {
            return new SourceEntry.Skipped(path, "Files of this type cannot be read.");
        }

        // Devices and pipes have no length either, and opening one may wait for ever.
        if (!file.Exists || file.Length == 0)
        {
            return new SourceEntry.Skipped(path, "The file is empty.");
        }

        return file.Length > options.Value.MaxUploadBytes
            ? Refused(path, MultipartUpload.TooLarge(options.Value.MaxUploadBytes).Fault)
            : new SourceEntry.Found(
                path,
                FileNames.Clean(path),
                FilePlaces.FolderOf(path),
                null,
                string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks}-{file.Length}"),
                _ => Task.FromResult<Stream>(Open(path, file, allowed)));
    }

    // The file may have become a link since it was looked at; what was opened is what counts.
    private static FileStream Open(string path, FileInfo file, string allowed)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(file.FullName, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            });
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw SourceFaults.Unavailable("knowledge.source_read_failed", $"'{path}' could not be read: {ex.Message}", ex);
        }

        var opened = new FileInfo($"/proc/self/fd/{stream.SafeFileHandle.DangerousGetHandle()}").LinkTarget;
        if (opened is not null && RealPath.IsWithin(allowed, opened))
        {
            return stream;
        }

        stream.Dispose();
        throw SourceFaults.Unavailable("knowledge.link_leaves_folder", Leaves(path).Error);
    }

    private static IEnumerable<(string Path, FileInfo File, bool Leaves)> Walk(string root, string allowed)
    {
        using var files = new FolderWalk(root, allowed).Files().GetEnumerator();
        while (true)
        {
            try
            {
                if (!files.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                throw SourceFaults.Unavailable(
                    "knowledge.folder_unreadable", $"The folder could not be read as a whole: {ex.Message} Nothing was removed.", ex);
            }

            yield return files.Current;
        }
    }

    private static SourceEntry.Failed Leaves(string path)
        => new(path, "knowledge.link_leaves_folder", $"'{path}' is a link that leads out of the allowed folder, so it is not read.");

    private static SourceEntry.Failed Refused(string path, Fault fault) => new(path, fault.Code, fault.Detail);

    private static FolderSettings SettingsOf(SourceAccess access)
        => access.Settings.Folder ?? throw SourceFaults.MissingSettings(SourceKind.Folder);
}
