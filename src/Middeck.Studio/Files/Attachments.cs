using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Studio.Answering;
using Middeck.Studio.Objects;

namespace Middeck.Studio.Files;

/// <summary>
/// Reads files for a model as far as they fit. Holds no database connection while it reads.
/// </summary>
internal sealed class Attachments(FileTexts texts, StudioObjects objects, IOptions<StudioOptions> options)
{
    // Of all pictures together; as base64 they are a third larger.
    private const long MostPictureBytes = 20 * 1024 * 1024;

    private static readonly string[] Seen = ["png", "jpg", "jpeg", "webp", "gif"];

    /// <summary>What the model gets of a turn and the turns before it, by the file.</summary>
    public Task<IReadOnlyDictionary<Guid, Attachment>> ReadAsync(Turn turn, CancellationToken cancellationToken)
        => ReadAsync(
            turn.Run.Files.Select(used => used.File).Concat(turn.History.Reverse().SelectMany(earlier => earlier.Files)),
            cancellationToken);

    /// <summary>What the model gets, by the file.</summary>
    /// <param name="files">Those that matter most first: what does not fit any more is only named.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyDictionary<Guid, Attachment>> ReadAsync(
        IEnumerable<StoredFile> files, CancellationToken cancellationToken)
    {
        var budget = new AttachmentBudget(options.Value.FileImages, MostPictureBytes, options.Value.FileTokens);
        var read = new Dictionary<Guid, Attachment>();
        foreach (var file in files.DistinctBy(file => file.Id))
        {
            read[file.Id] = await ReadAsync(file, budget, cancellationToken);
        }

        return read;
    }

    private async Task<Attachment> ReadAsync(StoredFile file, AttachmentBudget budget, CancellationToken cancellationToken)
    {
        switch (file.Kind)
        {
            case FileKind.Image when Seen.Contains(file.Extension):
                return budget.TakePicture(file.Size)
                    ? new Attachment(file, await BytesAsync(file, cancellationToken), null)
                    : Named(file, "It is not shown: there are too many pictures.");
            case FileKind.Document:
                return await DocumentAsync(file, budget, cancellationToken);
            default:
                return Named(file, "Its content cannot be shown to you.");
        }
    }

    private async Task<Attachment> DocumentAsync(
        StoredFile file, AttachmentBudget budget, CancellationToken cancellationToken)
    {
        if (budget.Tokens <= 0)
        {
            return Named(file, "Its text is not shown: the files before it fill the room for texts.");
        }

        try
        {
            return new Attachment(file, null, budget.TakeText(await texts.ReadAsync(file, cancellationToken)));
        }
        catch (FaultException ex)
        {
            // The question can still be answered, and the answer should say what is missing.
            return Named(file, $"It could not be read: {ex.Fault.Detail}");
        }
    }

    private async Task<ReadOnlyMemory<byte>> BytesAsync(StoredFile file, CancellationToken cancellationToken)
    {
        await using var content = await objects.OpenAsync(file.ObjectId, cancellationToken) ?? throw FileFaults.NotFound();
        using var bytes = new MemoryStream((int)file.Size);
        await content.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static Attachment Named(StoredFile file, string sentence) => new(file, null, $"({sentence})");
}
