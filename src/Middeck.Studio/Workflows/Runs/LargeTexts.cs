using System.Text;
using Middeck.Studio.Objects;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>
/// Keeps what is large of the journal in the object store, so that the database's rows stay small. The objects go when the rows are gone
/// that point to them.
/// </summary>
internal sealed class LargeTexts(StudioObjects objects)
{
    /// <summary>What has more bytes of UTF-8 is large.</summary>
    public const int Limit = 128 * 1024;

    private const int MostBytesOfLetter = 3;

    public static bool IsLarge(string? text)
        => text is not null && text.Length > Limit / MostBytesOfLetter && Encoding.UTF8.GetByteCount(text) > Limit;

    public async Task<Guid> PutAsync(Guid workspaceId, string text, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await objects.PutAsync(workspaceId, content, content.Length, cancellationToken)).Id;
    }

    /// <exception cref="InvalidDataException">The object store has lost it.</exception>
    public async Task<string> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var content = await objects.OpenAsync(id, cancellationToken)
            ?? throw new InvalidDataException($"The object store has lost object {id} of the journal of runs.");
        using var reader = new StreamReader(content, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
