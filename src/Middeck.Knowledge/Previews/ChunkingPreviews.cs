using System.Text;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Previews;

/// <summary>Shows how texts would be cut, from their first million characters. Writes no row and asks no model.</summary>
internal sealed class ChunkingPreviews(
    DocumentReaders readers, IngestionStore store, IObjectStore objects, Chunkers chunkers)
{
    private const int Shown = 50;

    public Task<ChunkingPreview> OfTextAsync(string text, ChunkingSettings chunking, CancellationToken cancellationToken)
    {
        chunkers.Check(chunking);
        return OfPagesAsync([.. TextCut.Pages(text)], chunking, share: 1, [], cancellationToken);
    }

    /// <summary>Reads a file as far as its first million characters.</summary>
    public async Task<ChunkingPreview> OfFileAsync(
        Stream content, string extension, ReadingSettings reading, ChunkingSettings chunking, CancellationToken cancellationToken)
    {
        chunkers.Check(chunking);
        var share = 0d;
        await using var source = new DocumentSource(
            content,
            extension,
            reading,
            progress =>
            {
                share = progress.Share;
                return Task.CompletedTask;
            });
        var (pages, characters) = (new List<ExtractedPage>(), 0);
        await foreach (var page in readers.ReadAsync(source, cancellationToken))
        {
            if (characters > 0 && characters + page.Text.Length > ExtractedPage.MaxLength)
            {
                return await OfPagesAsync(pages, chunking, share, source.Warnings, cancellationToken);
            }

            pages.Add(page);
            characters += page.Text.Length;
        }

        return await OfPagesAsync(pages, chunking, share: 1, source.Warnings, cancellationToken);
    }

    /// <summary>Cuts the text of a document that is kept, where it would be the same; else reads its file again.</summary>
    public async Task<ChunkingPreview> OfDocumentAsync(
        DocumentRow row, ReadingSettings reading, ChunkingSettings chunking, CancellationToken cancellationToken)
    {
        chunkers.Check(chunking);
        var work = await store.WorkAsync(row, cancellationToken);
        if (work is { TextKey: { } key, Text: { } facts } && facts.Marker == Markers.OfText(row, reading, chunking)
            && await objects.OpenAsync(key, cancellationToken) is { } text)
        {
            await using (text)
            {
                var chunker = chunkers.For(chunking);
                var piece = await TextPieces.ReadAsync(text, facts.Characters, chunker, chunking, cancellationToken)
                    .FirstAsync(cancellationToken);
                return Of(piece, facts, chunking, (double)piece.Text.Length / facts.Characters);
            }
        }

        await using var content = await objects.OpenAsync(row.ObjectKey, cancellationToken)
            ?? throw KnowledgeFaults.NoDocument();
        return await OfFileAsync(content, row.Extension, reading, chunking, cancellationToken);
    }

    private async Task<ChunkingPreview> OfPagesAsync(
        List<ExtractedPage> pages,
        ChunkingSettings chunking,
        double share,
        IReadOnlyList<string> warnings,
        CancellationToken cancellationToken)
    {
        await using var clean = new CleanTextStream(pages, chunking, static (_, _) => Task.CompletedTask);
        using var reader = new StreamReader(clean, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellationToken);
        var facts = new TextFacts("", clean.Characters, clean.Starts, clean.Index, warnings);
        return Of(new TextPiece(text, 0), facts, chunking, share);
    }

    private ChunkingPreview Of(TextPiece piece, TextFacts facts, ChunkingSettings chunking, double share)
    {
        var drafts = new DraftMaker(chunkers.For(chunking), chunking, facts).Of(piece).ToList();
        return new ChunkingPreview(
            [.. drafts.Take(Shown).Select(static (draft, index) => new PreviewedChunk(
                index + 1,
                draft.Content,
                draft.Answer,
                draft.Heading,
                draft.Place,
                draft.Page,
                draft.Content.Length,
                draft.IsPassage,
                [.. draft.Children.Select(static child => child.Content)]))],
            share is > 0 and < 1 ? (long)Math.Round(drafts.Count / share) : drafts.Count,
            share < 1,
            piece.Text.Length,
            facts.Warnings);
    }
}
