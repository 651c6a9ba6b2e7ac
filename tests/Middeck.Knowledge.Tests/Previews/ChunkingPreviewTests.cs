using System.Text;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Previews;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Previews;

public sealed class ChunkingPreviewTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    private static readonly string Text = string.Join("\n\n", Enumerable.Range(1, 80).Select(number => $"Paragraph {number}."));

    [Fact]
    public async Task The_first_chunks_are_shown_and_all_are_counted()
    {
        var preview = await Get<ChunkingPreviews>().OfTextAsync(Text, new ChunkingSettings(), CancellationToken.None);

        Assert.Equal((50, 80, false), (preview.Chunks.Count, preview.Total, preview.IsEstimate));
        Assert.Equal("Paragraph 50.", preview.Chunks[^1].Content);
    }

    [Fact]
    public async Task A_long_file_is_looked_into_and_the_rest_estimated()
    {
        var line = new string('a', 90) + ".\n\n";
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 40_000)));

        var preview = await Get<ChunkingPreviews>().OfFileAsync(
            new MemoryStream(bytes), "txt", new ReadingSettings(), new ChunkingSettings(), CancellationToken.None);

        Assert.True(preview.IsEstimate, "Most of it was not looked at.");
        Assert.InRange(preview.Total, 20_000, 60_000);
    }

    [Fact]
    public async Task A_document_is_cut_as_it_would_be_and_nothing_is_written()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "a.txt", Text);
        var settings = new ChunkingSettings { Mode = "parent_child", Separator = "", MaxLength = 400 };

        var preview = await Get<ChunkingPreviews>().OfDocumentAsync(row, new ReadingSettings(), settings, CancellationToken.None);

        Assert.Equal(4, preview.Chunks.Count);
        Assert.Contains("Paragraph 1.", preview.Chunks[0].Children);
        Assert.Equal(80, (await ContentsAsync(row.Id)).Count);
    }
}
