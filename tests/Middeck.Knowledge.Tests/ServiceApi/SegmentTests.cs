using System.Text.Json;

namespace Middeck.Knowledge.Tests.ServiceApi;

public sealed class SegmentTests(KnowledgeHost host) : ServiceApiClient(host)
{
    private const string Text = "Egress routes are at least 1.1 m wide.\nExtinguishers hang where everybody sees them.";

    private const string Fields =
        """
        id position document_id content sign_content answer word_count tokens keywords index_node_id index_node_hash hit_count enabled
        disabled_at disabled_by status created_by created_at updated_at updated_by indexing_at completed_at error stopped_at
        child_chunks attachments summary
        """;

    private static readonly object Hierarchical = new
    {
        mode = "hierarchical",
        rules = new
        {
            segmentation = new { separator = "\n\n", max_tokens = 300 },
            parent_mode = "paragraph",
            subchunk_segmentation = new { separator = "\n", max_tokens = 100 },
        },
    };

    [Fact]
    public async Task Chunks_are_added_listed_read_changed_and_deleted()
    {
        var (dataset, document) = await GivenAsync();
        var path = $"/datasets/{dataset}/documents/{document}/segments";

        var added = await PostAsync(path, new { segments = new[] { new { content = "Doors open outwards.", keywords = new[] { "door" } } } });
        var segment = added.GetProperty("data")[0];
        AssertHas(segment, Fields.ReplaceLineEndings(" "));
        Assert.Equal("text_model", added.GetProperty("doc_form").GetString());
        Assert.Equal("door", segment.GetProperty("keywords")[0].GetString());

        var found = await GetAsync($"{path}?keyword=OUTWARDS&status=completed");
        AssertHas(found, "data doc_form total has_more limit page");
        Assert.Equal(IdOf(segment), IdOf(Assert.Single(found.GetProperty("data").EnumerateArray())));
        Assert.Equal(0, (await GetAsync($"{path}?status=error")).GetProperty("total").GetInt32());

        var changed = await PostAsync(
            $"{path}/{IdOf(segment)}", new { segment = new { content = "Doors open inwards.", enabled = false } });
        Assert.Equal("Doors open inwards.", changed.GetProperty("data").GetProperty("content").GetString());
        Assert.False((await GetAsync($"{path}/{IdOf(segment)}")).GetProperty("data").GetProperty("enabled").GetBoolean());

        await DeleteAsync($"{path}/{IdOf(segment)}");
        Assert.Equal("not_found", CodeOf(await GetAsync($"{path}/{IdOf(segment)}", 404)));
    }

    [Fact]
    public async Task Tokens_are_counted_for_chunks_and_their_document()
    {
        var dataset = await GivenDatasetAsync();
        var document = await GivenDocumentAsync(dataset, "规范.md", "疏散走道\n\nwide exit");
        var path = $"/datasets/{dataset}/documents/{document}";

        // One for each Chinese character, one for every four others.
        await PostAsync($"{path}/segments", new { segments = new[] { new { content = "灭火器 ABC" } } });
        var segments = await GetAsync($"{path}/segments");
        var tokens = segments.GetProperty("data").EnumerateArray().Select(segment => segment.GetProperty("tokens").GetInt32()).ToList();

        Assert.Equal(4, tokens[^1]);
        Assert.Equal(7, tokens[..^1].Sum());
        Assert.Equal(11, (await GetAsync(path)).GetProperty("tokens").GetInt64());
        var listed = await GetAsync($"/datasets/{dataset}/documents");
        Assert.Equal(11, Assert.Single(listed.GetProperty("data").EnumerateArray()).GetProperty("tokens").GetInt64());
    }

    [Fact]
    public async Task Pages_of_chunks_are_numbered()
    {
        var (dataset, document) = await GivenAsync();
        var path = $"/datasets/{dataset}/documents/{document}/segments";
        await PostAsync(path, new { segments = new[] { new { content = "One more." }, new { content = "And another." } } });
        var total = (await GetAsync(path)).GetProperty("total").GetInt32();

        var last = await GetAsync($"{path}?limit=1&page={total}");

        Assert.Equal("And another.", last.GetProperty("data")[0].GetProperty("content").GetString());
        Assert.False(last.GetProperty("has_more").GetBoolean());
        Assert.Equal("invalid_param", CodeOf(await GetAsync($"{path}?page=0", 400)));
    }

    [Fact]
    public async Task Parts_of_a_chunk_are_added_listed_changed_and_deleted()
    {
        var (dataset, document) = await GivenAsync(Hierarchical);
        var segments = $"/datasets/{dataset}/documents/{document}/segments";
        var listed = await GetAsync(segments);
        var parent = listed.GetProperty("data")[0];
        Assert.Equal("hierarchical_model", listed.GetProperty("doc_form").GetString());
        Assert.NotEmpty(parent.GetProperty("child_chunks").EnumerateArray());
        var path = $"{segments}/{IdOf(parent)}/child_chunks";

        var added = (await PostAsync(path, new { content = "Doors." })).GetProperty("data");
        AssertHas(added, "id segment_id content position word_count type created_at updated_at");
        Assert.Equal("customized", added.GetProperty("type").GetString());
        var found = await GetAsync($"{path}?keyword=doors");
        AssertHas(found, "data total total_pages page limit");
        Assert.Equal((1, 1), (found.GetProperty("total").GetInt32(), found.GetProperty("total_pages").GetInt32()));

        var changed = await PatchAsync($"{path}/{IdOf(added)}", new { content = "Gates." });
        Assert.Equal("Gates.", changed.GetProperty("data").GetProperty("content").GetString());
        await DeleteAsync($"{path}/{IdOf(added)}");
        Assert.Equal("not_found", CodeOf(await DeleteAsync($"{path}/{IdOf(added)}", 404)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"segments\":[]}")]
    [InlineData("{\"segments\":[{}]}")]
    [InlineData("{\"segments\":[{\"content\":\"  \"}]}")]
    [InlineData("{\"segments\":[{\"content\":\"x\",\"attachment_ids\":[\"y\"]}]}")]
    public async Task A_chunk_without_a_text_is_refused(string body)
    {
        var (dataset, document) = await GivenAsync();

        Assert.Equal("invalid_param", CodeOf(await PostAsync(
            $"/datasets/{dataset}/documents/{document}/segments", JsonSerializer.Deserialize<JsonElement>(body), 400)));
    }

    [Fact]
    public async Task Passages_are_found_with_their_document_and_its_metadata()
    {
        var (dataset, document) = await GivenAsync();
        var field = await PostAsync($"/datasets/{dataset}/metadata", new { type = "string", name = "floor" }, 201);
        await PostAsync($"/datasets/{dataset}/documents/metadata", new
        {
            operation_data = new[]
            {
                new { document_id = document, metadata_list = new[] { new { id = IdOf(field), name = "floor", value = "ground" } } },
            },
        });

        var found = await PostAsync($"/datasets/{dataset}/retrieve", new
        {
            query = "How wide are egress routes?",
            retrieval_model = new
            {
                search_method = "hybrid_search",
                reranking_enable = false,
                top_k = 1,
                score_threshold_enabled = false,
                metadata_filtering_conditions = new
                {
                    logical_operator = "and",
                    conditions = new[] { new { name = "floor", comparison_operator = "is", value = "ground" } },
                },
            },
        });

        Assert.Equal("How wide are egress routes?", found.GetProperty("query").GetProperty("content").GetString());
        var record = Assert.Single(found.GetProperty("records").EnumerateArray());
        AssertHas(record, "segment child_chunks score tsne_position files summary");
        AssertHas(record.GetProperty("segment"), Fields.ReplaceLineEndings(" ") + " document");
        var shown = record.GetProperty("segment").GetProperty("document");
        AssertHas(shown, "id data_source_type name doc_type doc_metadata");
        Assert.Equal("ground", shown.GetProperty("doc_metadata").GetProperty("floor").GetString());
        Assert.Equal("invalid_param", CodeOf(await PostAsync($"/datasets/{dataset}/retrieve", new { query = "" }, 400)));
        Assert.NotEmpty((await PostAsync($"/datasets/{dataset}/hit-testing", new { query = "egress" })).GetProperty("records").EnumerateArray());
    }

    [Fact]
    public async Task Metadata_fields_are_made_renamed_filled_and_deleted()
    {
        var (dataset, document) = await GivenAsync();
        var path = $"/datasets/{dataset}/metadata";
        var field = await PostAsync(path, new { type = "number", name = "pages" }, 201);
        AssertHas(field, "id name type");
        await PatchAsync($"{path}/{IdOf(field)}", new { name = "sheets" });
        await PostAsync($"/datasets/{dataset}/documents/metadata", new
        {
            operation_data = new[]
            {
                new { document_id = document, metadata_list = new[] { new { id = IdOf(field), name = "sheets", value = 12 } } },
            },
        });
        await PostAsync($"{path}/built-in/enable");

        var listed = await GetAsync(path);
        var detail = await GetAsync($"/datasets/{dataset}/documents/{document}");
        var builtIn = await GetAsync($"{path}/built-in");

        Assert.True(listed.GetProperty("built_in_field_enabled").GetBoolean());
        var counted = listed.GetProperty("doc_metadata")[0];
        Assert.Equal(("sheets", 1), (counted.GetProperty("name").GetString(), counted.GetProperty("count").GetInt32()));
        var value = detail.GetProperty("doc_metadata")[0];
        AssertHas(value, "id name type value");
        Assert.Equal(12, value.GetProperty("value").GetInt32());
        Assert.Equal("document_name", builtIn.GetProperty("fields")[0].GetProperty("name").GetString());
        Assert.Equal("invalid_action", CodeOf(await PostAsync($"{path}/built-in/explode", null, 400)));
        Assert.Equal("invalid_param", CodeOf(await PostAsync(path, new { type = "colour", name = "x" }, 400)));
        Assert.Equal("invalid_param", CodeOf(await PostAsync(path, new { type = "string", name = "sheets" }, 400)));
        await DeleteAsync($"{path}/{IdOf(field)}");
        Assert.Equal("not_found", CodeOf(await PatchAsync($"{path}/{IdOf(field)}", new { name = "gone" }, 404)));
    }

    private async Task<(string Dataset, string Document)> GivenAsync(object? rule = null)
    {
        var dataset = await GivenDatasetAsync();
        return (dataset, await GivenDocumentAsync(dataset, "rules.md", Text, rule));
    }
}
