using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Metadata;

namespace Middeck.Knowledge.Transfer;

/// <summary>Reads an archive once from end to end before anything of it is written.</summary>
internal sealed class ArchivePlanner(Chunkers chunkers, IOptions<KnowledgeOptions> options, TimeProvider clock)
{
    private const int MaxDocuments = 100_000;
    private const int MaxChildren = 1000;
    private const int MaxTags = 100;
    private const int MaxFields = 200;

    /// <exception cref="FaultException"><c>knowledge.import_invalid</c> with the line that is wrong.</exception>
    public async Task<ArchivePlan> PlanAsync(BaseArchive archive, string? name, CancellationToken cancellationToken)
    {
        var described = await archive.ReadBaseAsync(cancellationToken);
        CheckBase(described);
        var fields = described.MetadataFields.ToDictionary(
            field => field.Name,
            field => new MetadataField(Ids.New(clock), field.Name, field.Type, 0, clock.GetUtcNow()),
            StringComparer.Ordinal);
        var documents = new Dictionary<Guid, PlannedDocument>();
        await foreach (var document in archive.ReadLinesAsync<ArchivedDocument, PlannedDocument>(
            ArchiveFormat.DocumentsEntry, line => Plan(line, fields, documents), cancellationToken))
        {
            documents.Add(document.Source.Id, document);
        }

        var chunks = await CountAsync(archive, documents, cancellationToken);
        return new ArchivePlan(name ?? described.Name.Trim(), described, fields, documents, chunks);
    }

    /// <summary>A chunk as it is written.</summary>
    /// <exception cref="FaultException">Its texts cannot be kept.</exception>
    public DraftChunk Draft(ArchivedChunk line)
    {
        if (line.Children.Count > MaxChildren)
        {
            throw Wrong($"the chunk has more than {MaxChildren:N0} children");
        }

        return DraftChunk.New(ChunkText.Clean(line.Content, "content"), clock) with
        {
            Answer = ChunkText.CleanOptional(line.Answer, "answer"),
            Keywords = ChunkText.Keywords(line.Keywords, "keywords"),
            Heading = ChunkText.CleanOptional(line.Heading, "heading"),
            Place = ChunkText.CleanOptional(line.Place, "place"),
            Context = ChunkText.CleanOptional(line.Context, "context"),
            Summary = ChunkText.CleanOptional(line.Summary, "summary"),
            Page = line.Page,
            Enabled = line.Enabled,
            Edited = line.Edited,
            Children =
            [
                .. line.Children.Select(child => new DraftChild(
                    child.Kind, ChunkText.Clean(child.Content, "children"), Edited: child.Edited)),
            ],
        };
    }

    private static FaultException Wrong(string what) => new(Fault.Invalid("knowledge.import_invalid", what));

    private void CheckBase(ArchivedBase described)
    {
        if (described.Format != ArchiveFormat.Name)
        {
            throw BaseArchive.Invalid($"{ArchiveFormat.BaseEntry} does not say that it is of the format {ArchiveFormat.Name}");
        }

        if (described.Version is < 1 or > ArchiveFormat.Version)
        {
            throw BaseArchive.Invalid(
                $"it has version {described.Version} of the format, and this platform reads up to {ArchiveFormat.Version}");
        }

        if (described.Name.Trim() is not { Length: > 0 and <= 100 } || described.Description.Length > 2000)
        {
            throw BaseArchive.Invalid($"{ArchiveFormat.BaseEntry} has no name, or texts that are too long");
        }

        CheckSettings(described.Chunking);
        CheckSettings(described.Retrieval);
        CheckSettings(described.Reading);
        CheckSettings(described.Enrichment);
        try
        {
            chunkers.Check(described.Chunking);
        }
        catch (FaultException ex)
        {
            throw BaseArchive.Invalid($"{ArchiveFormat.BaseEntry}: {ex.Fault.Detail.TrimEnd('.')}", ex);
        }

        var names = described.MetadataFields.Select(field => field.Name).ToList();
        if (names.Count > MaxFields || names.Distinct(StringComparer.Ordinal).Count() != names.Count
            || names.Exists(name => name.Trim() is not { Length: > 0 and <= 255 } || BuiltInField.IsNameOf(name)))
        {
            throw BaseArchive.Invalid($"{ArchiveFormat.BaseEntry} has metadata fields that cannot be made");
        }

        if (described.Tags.Count > MaxTags || described.Tags.Any(tag => tag.Trim() is not { Length: > 0 and <= 50 }))
        {
            throw BaseArchive.Invalid($"{ArchiveFormat.BaseEntry} has tags that cannot be made");
        }
    }

    private static void CheckSettings(object settings)
    {
        var wrong = new List<ValidationResult>();
        if (!Validator.TryValidateObject(settings, new ValidationContext(settings), wrong, validateAllProperties: true))
        {
            throw BaseArchive.Invalid($"{ArchiveFormat.BaseEntry}: {wrong[0].ErrorMessage?.TrimEnd('.')}");
        }
    }

    private PlannedDocument Plan(
        ArchivedDocument line, Dictionary<string, MetadataField> fields, Dictionary<Guid, PlannedDocument> before)
    {
        if (line.Id == Guid.Empty || before.ContainsKey(line.Id))
        {
            throw Wrong("the document has no id, or that of another one");
        }

        if (before.Count == MaxDocuments)
        {
            throw Wrong($"there are more than {MaxDocuments:N0} documents");
        }

        if (FileNames.Clean(line.Name) is not { Length: > 0 } name)
        {
            throw Wrong("the document has no name");
        }

        if (line.ChunkedWith is { } settings)
        {
            chunkers.Check(settings);
        }

        var values = new JsonObject();
        foreach (var (key, value) in line.Metadata)
        {
            var field = fields.GetValueOrDefault(key) ?? throw Wrong($"there is no metadata field '{key}'");
            if (MetadataValues.Read(field, value, "metadata") is { } kept)
            {
                values[field.Id.ToString()] = kept;
            }
        }

        return new PlannedDocument(line, name, values);
    }

    private async Task<long> CountAsync(
        BaseArchive archive, Dictionary<Guid, PlannedDocument> documents, CancellationToken cancellationToken)
    {
        var (count, characters) = (0L, 0L);
        var present = Guid.Empty;
        var finished = new HashSet<Guid>();
        await foreach (var length in archive.ReadLinesAsync<ArchivedChunk, int>(
            ArchiveFormat.ChunksEntry,
            line =>
            {
                var id = line.DocumentId ?? Guid.Empty;
                if (id != present)
                {
                    characters = 0;
                    present = documents.ContainsKey(id) && finished.Add(id)
                        ? id
                        : throw Wrong("the chunk's document is not there, or its chunks do not stand together");
                }

                characters += Draft(line).Content.Length;
                return characters <= options.Value.MaxCharacters
                    ? line.Content.Length
                    : throw Wrong($"a document holds more than {options.Value.MaxCharacters:N0} characters");
            },
            cancellationToken))
        {
            count++;
        }

        return count;
    }
}
