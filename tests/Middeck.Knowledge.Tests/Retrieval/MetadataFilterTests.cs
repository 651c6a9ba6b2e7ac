using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Retrieval;

public sealed class MetadataFilterTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    // Three documents: red, 10, 2024-03-01; Dark red, 20, 2025-03-01; one without any value.
    [Theory]
    [InlineData("colour", "is", "\"red\"", "a")]
    [InlineData("colour", "is not", "\"red\"", "b c")]
    [InlineData("colour", "contains", "\"RED\"", "a b")]
    [InlineData("colour", "not contains", "\"dark\"", "a c")]
    [InlineData("colour", "start with", "\"dark\"", "b")]
    [InlineData("colour", "end with", "\"Red\"", "a b")]
    [InlineData("colour", "empty", "null", "c")]
    [InlineData("colour", "not empty", "null", "a b")]
    [InlineData("colour", "in", "[\"red\", \"blue\"]", "a")]
    [InlineData("colour", "in", "\"red, Dark red\"", "a b")]
    [InlineData("colour", "not in", "[\"red\"]", "b c")]
    [InlineData("size", "=", "10", "a")]
    [InlineData("size", "≠", "10", "b c")]
    [InlineData("size", ">", "10", "b")]
    [InlineData("size", "≥", "\"10\"", "a b")]
    [InlineData("size", "<", "20", "a")]
    [InlineData("size", "≤", "20", "a b")]
    [InlineData("signed", "before", "\"2025-01-01\"", "a")]
    [InlineData("signed", "after", "1735689600", "b")]
    [InlineData("document_name", "start with", "\"C\"", "c")]
    [InlineData("source", "is", "\"upload\"", "a b c")]
    [InlineData("upload_date", "after", "\"2000-01-01\"", "a b c")]
    public async Task A_condition_chooses_the_documents(string field, string comparison, string value, string expected)
    {
        var kb = await GivenDocumentsAsync();

        var hits = await FilteredAsync(kb, LogicalOperator.And, Condition(field, comparison, value));

        Assert.Equal(expected.Split(' '), hits.Select(hit => hit.DocumentName[..1]).Order());
    }

    [Fact]
    public async Task The_uploader_is_told_by_name_or_id()
    {
        var kb = await GivenDocumentsAsync();
        var bob = Caller with { UserId = Guid.CreateVersion7() };
        People.Names[bob.UserId!.Value] = "Bob";
        await GivenCompletedAsync(kb, "d.txt", "Exits of d.txt.", bob);

        Assert.Equal("d", await UploadedByAsync("is", "\"Bob\""));
        Assert.Equal("d", await UploadedByAsync("is", $"\"{bob.UserId}\""));
        Assert.Equal("d", await UploadedByAsync("in", $"[\"{bob.UserId}\"]"));
        Assert.Equal("d", await UploadedByAsync("contains", "\"bo\""));
        Assert.Equal("a b c", await UploadedByAsync("is not", "\"Bob\""));
        Assert.Equal("a b c", await UploadedByAsync("is", $"\"{Caller.UserId}\""));
        Assert.Equal("", await UploadedByAsync("empty", "null"));

        async Task<string> UploadedByAsync(string comparison, string value)
            => string.Join(' ', (await FilteredAsync(kb, LogicalOperator.And, Condition("uploader", comparison, value)))
                .Select(hit => hit.DocumentName[..1]).Order());
    }

    [Fact]
    public async Task Conditions_hold_together_or_alone()
    {
        var kb = await GivenDocumentsAsync();
        MetadataCondition[] both = [Condition("size", ">", "10"), Condition("colour", "empty", "null")];

        Assert.Empty(await FilteredAsync(kb, LogicalOperator.And, both));
        Assert.Equal(2, (await FilteredAsync(kb, LogicalOperator.Or, both)).Count);
    }

    [Theory]
    [InlineData("taste", "is", "\"sweet\"", "knowledge.unknown_field")]
    [InlineData("colour", "resembles", "\"red\"", "knowledge.unknown_filter_operator")]
    [InlineData("size", ">", "\"many\"", "knowledge.invalid_filter_value")]
    [InlineData("colour", "contains", "null", "knowledge.invalid_filter_value")]
    public async Task A_condition_that_cannot_be_is_refused(string field, string comparison, string value, string code)
    {
        var kb = await GivenDocumentsAsync();

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => FilteredAsync(kb, LogicalOperator.And, Condition(field, comparison, value)));

        Assert.Equal(code, refusal.Fault.Code);
    }

    [Fact]
    public async Task Named_documents_are_the_only_ones_searched()
    {
        var kb = await GivenDocumentsAsync();
        var all = (await FindAsync("exits", kb)).Hits;

        var hits = (await FindAsync("exits", kb, request => request with { DocumentIds = [all[1].DocumentId] })).Hits;

        Assert.Equal(all[1].DocumentId, Assert.Single(hits).DocumentId);
    }

    [Fact]
    public async Task A_model_writes_the_conditions_and_what_it_invents_is_dropped()
    {
        var kb = await GivenDocumentsAsync();
        Models.Answer = static input => input.Contains("- size (number)", StringComparison.Ordinal)
            ? """
              {"logical_operator": "and", "conditions": [
                {"name": "size", "comparison_operator": ">", "value": 15},
                {"name": "smell", "comparison_operator": "is", "value": "none"}]}
              """
            : "?";

        var result = await FindAsync("exits larger than 15", kb, request => request with
        {
            Filters = new MetadataFilter { Mode = FilterMode.Automatic },
        });

        Assert.Equal("b.txt", Assert.Single(result.Hits).DocumentName);
        Assert.Equal("size", Assert.Single(result.Explanation.Bases[0].Filter!.Conditions).Name);
        Assert.Equal(1, result.Explanation.Bases[0].DocumentCount);
        Assert.Contains("'smell'", Assert.Single(result.Explanation.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_writes_no_filter_leaves_all_documents_in()
    {
        var kb = await GivenDocumentsAsync();
        Models.Answer = static _ => "I would not know.";

        var result = await FindAsync("exits", kb, request => request with
        {
            Filters = new MetadataFilter { Mode = FilterMode.Automatic },
        });

        Assert.Equal(3, result.Hits.Count);
        Assert.Contains("no filter was written", Assert.Single(result.Explanation.Notes), StringComparison.Ordinal);
    }

    private static MetadataCondition Condition(string field, string comparison, string value) => new()
    {
        Name = field,
        ComparisonOperator = comparison,
        Value = value == "null" ? null : JsonSerializer.Deserialize<JsonElement>(value),
    };

    private async Task<IReadOnlyList<SearchHit>> FilteredAsync(
        Guid kb, LogicalOperator logical, params MetadataCondition[] conditions)
        => (await FindAsync("exits", kb, request => request with
        {
            Filters = new MetadataFilter { LogicalOperator = logical, Conditions = conditions },
        })).Hits;

    private async Task<Guid> GivenDocumentsAsync()
    {
        var kb = await GivenBaseAsync();
        var colour = await GivenFieldAsync(kb.Id, "colour", "string");
        var size = await GivenFieldAsync(kb.Id, "size", "number");
        var signed = await GivenFieldAsync(kb.Id, "signed", "time");
        await GivenAsync("a.txt", $$"""{"{{colour}}": "red", "{{size}}": 10, "{{signed}}": 1709251200}""");
        await GivenAsync("b.txt", $$"""{"{{colour}}": "Dark red", "{{size}}": 20, "{{signed}}": 1740787200}""");
        await GivenAsync("c.txt", "{}");
        await Database.ExecuteAsync(
            $"UPDATE knowledge.base SET built_in_metadata = true WHERE id = {kb.Id}", CancellationToken.None);
        Clock.Advance(TimeSpan.FromSeconds(2));
        return kb.Id;

        async Task GivenAsync(string name, string metadata)
        {
            var row = await GivenCompletedAsync(kb.Id, name, $"Exits of {name}.");
            await Database.ExecuteAsync(
                $"UPDATE knowledge.document SET metadata = {Middeck.Storage.Sql.SqlText.Jsonb(metadata)} WHERE id = {row.Id}",
                CancellationToken.None);
        }
    }

    private async Task<Guid> GivenFieldAsync(Guid kb, string name, string type)
    {
        var id = Guid.CreateVersion7();
        await Database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.metadata_field (id, workspace_id, base_id, name, type, created_at)
            VALUES ({id}, {Caller.WorkspaceId}, {kb}, {name}, {type}, now())
            """,
            CancellationToken.None);
        return id;
    }
}
