using System.Text;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunks;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Enrichment;

public sealed class EnrichStageTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    private const string Text = "Exits must be kept free.\n\nStairs need a rail.\n\nDoors open outwards.";

    [Fact]
    public async Task A_model_writes_pairs_from_passages_and_leaves_those_it_cannot()
    {
        var kb = await GivenBaseAsync(new CreateKnowledgeBase
        {
            Name = "Pairs",
            Chunking = new ChunkingSettings { Mode = "qa", QaLanguage = "German" },
        });
        Models.Answer = prompt => prompt.Contains("Stairs", StringComparison.Ordinal)
            ? "I cannot do that."
            : prompt.Contains("German", StringComparison.Ordinal) && prompt.Contains("Exits", StringComparison.Ordinal)
                ? """{"pairs":[{"question":"Frage 1?","answer":"Eins."},{"question":"Frage 2?","answer":"Zwei."}]}"""
                : "```json\n{\"pairs\":[{\"question\":\"Frage 3?\",\"answer\":\"Drei.\"}]}\n```";

        var row = await GivenCompletedAsync(kb.Id, "a.txt", Text);

        Assert.Equal(["Frage 1?", "Frage 2?", "Stairs need a rail.", "Frage 3?"], await ContentsAsync(row.Id));
        Assert.Equal(4, row.ChunkCount);
        Assert.StartsWith("1 passages were left as they are", row.Warning, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4], await PositionsAsync(row.Id));
    }

    [Fact]
    public async Task Summaries_questions_and_context_are_written_beside_the_chunks()
    {
        var kb = await GivenEnrichedBaseAsync();
        Models.Answer = static _ => """{"context":"From the fire rules.","summary":"Short.","questions":["Why?","How?","Too many?"]}""";

        var row = await GivenCompletedAsync(kb.Id, "a.txt", Text);

        Assert.Null(row.Warning);
        Assert.Equal(Text.Split("\n\n"), await ContentsAsync(row.Id));
        Assert.Contains("From the fire rules.\nStairs need a rail.", Models.Embedded);
        Assert.All(
            await Get<ChunkStore>().AfterAsync(
                row.WorkspaceId, row.Id, ChunkFilter.None, 0, 10, CancellationToken.None),
            static chunk => Assert.Equal("From the fire rules.", chunk.Context));
        Assert.Equal(
            ["question: How?", "question: Why?", "summary: Short."],
            await Database.QueryAsync(
                $"""
                SELECT DISTINCT kind || ': ' || content FROM knowledge.child WHERE document_id = {row.Id} ORDER BY 1
                """,
                found => found.At<string>(0),
                CancellationToken.None));
    }

    [Fact]
    public async Task What_was_asked_is_not_asked_again_after_a_crash_and_failures_are_counted()
    {
        var kb = await GivenEnrichedBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Encoding.UTF8.GetBytes(Text));
        var asked = 0;
        Models.Answer = prompt =>
        {
            Interlocked.Increment(ref asked);
            return prompt.Contains("<passage>\nStairs", StringComparison.Ordinal)
                ? throw new FaultException(new Fault(FaultKind.Upstream, "models.upstream_failed", "The model is away."))
                : """{"context":"c","summary":"s","questions":["q"]}""";
        };
        Models.BeforeBatch = static _ => throw new InvalidOperationException("killed");
        await Assert.ThrowsAsync<InvalidOperationException>(() => IngestAsync(document));
        Models.BeforeBatch = static _ => Task.CompletedTask;

        var row = await IngestAsync(document);

        Assert.Equal(3, asked);
        Assert.StartsWith("1 of 3 chunks were not enriched: ", row.Warning, StringComparison.Ordinal);
    }

    private Task<KnowledgeBase> GivenEnrichedBaseAsync() => GivenBaseAsync(new CreateKnowledgeBase
    {
        Name = "Enriched",
        Enrichment = new EnrichmentSettings { Summary = true, Questions = 2, Context = true },
    });

    private Task<List<int>> PositionsAsync(Guid documentId) => Database.QueryAsync(
        $"SELECT position FROM knowledge.chunk WHERE document_id = {documentId} ORDER BY position",
        row => row.At<int>(0),
        CancellationToken.None);
}
