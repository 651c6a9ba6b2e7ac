using System.IO.Compression;
using System.Text.Json;

namespace Middeck.Knowledge.Tests.ServiceApi;

public sealed class DatasetDocumentTests(KnowledgeHost host) : ServiceApiClient(host)
{
    private const string Text = "Egress routes are at least 1.1 m wide.\nExtinguishers hang where everybody sees them.";

    private const string Fields =
        """
        id position data_source_type data_source_info data_source_detail_dict dataset_process_rule_id name created_from created_by
        created_at tokens indexing_status error enabled disabled_at disabled_by archived display_status word_count hit_count doc_form
        doc_metadata summary_index_status need_summary
        """;

    private const string DetailFields =
        """
        id position data_source_type data_source_info dataset_process_rule_id dataset_process_rule document_process_rule name
        created_from created_by created_at tokens indexing_status error enabled disabled_at disabled_by archived display_status
        hit_count doc_form doc_language doc_type doc_metadata completed_at updated_at indexing_latency segment_count
        average_segment_length summary_index_status need_summary
        """;

    [Fact]
    public async Task A_text_becomes_a_document_whose_progress_is_told_by_its_batch()
    {
        var dataset = await GivenDatasetAsync();

        var written = await PostAsync(
            $"/datasets/{dataset}/document/create-by-text",
            new { name = "Rules/2026", text = Text, indexing_technique = "high_quality", process_rule = new { mode = "automatic" } });
        var document = written.GetProperty("document");
        AssertHas(document, Fields.ReplaceLineEndings(" "));
        Assert.Equal("Rules-2026", document.GetProperty("name").GetString());
        Assert.Equal("text_model", document.GetProperty("doc_form").GetString());
        await Host.Events.DocumentAsync(Guid.Parse(IdOf(document)), "completed");

        var status = await GetAsync($"/datasets/{dataset}/documents/{written.GetProperty("batch").GetString()}/indexing-status");
        var state = Assert.Single(status.GetProperty("data").EnumerateArray());
        AssertHas(
            state,
            "id indexing_status processing_started_at parsing_completed_at cleaning_completed_at splitting_completed_at completed_at "
            + "paused_at error stopped_at completed_segments total_segments");
        Assert.Equal("completed", state.GetProperty("indexing_status").GetString());
        Assert.True(state.GetProperty("total_segments").GetInt32() > 0);
        Assert.Equal(state.GetProperty("total_segments").GetInt32(), state.GetProperty("completed_segments").GetInt32());
    }

    [Fact]
    public async Task A_document_is_read_with_without_and_only_by_its_metadata()
    {
        var dataset = await GivenDatasetAsync();
        var document = await GivenDocumentAsync(dataset, "rules.md", Text);

        var all = await GetAsync($"/datasets/{dataset}/documents/{document}");
        var only = await GetAsync($"/datasets/{dataset}/documents/{document}?metadata=only");
        var without = await GetAsync($"/datasets/{dataset}/documents/{document}?metadata=without");

        AssertHas(all, DetailFields.ReplaceLineEndings(" "));
        AssertHas(
            all.GetProperty("data_source_info").GetProperty("upload_file"), "id name size extension mime_type created_by created_at");
        Assert.Equal("available", all.GetProperty("display_status").GetString());
        Assert.Equal(3, only.EnumerateObject().Count());
        Assert.False(without.TryGetProperty("doc_metadata", out _));
        Assert.Equal("invalid_metadata", CodeOf(await GetAsync($"/datasets/{dataset}/documents/{document}?metadata=some", 400)));
    }

    [Fact]
    public async Task Documents_are_listed_by_pages_by_name_and_by_what_people_see()
    {
        var dataset = await GivenDatasetAsync();
        var first = await GivenDocumentAsync(dataset, "alpha.md", Text);
        var second = await GivenDocumentAsync(dataset, "beta.md", $"{Text} Twice.");
        await PatchAsync($"/datasets/{dataset}/documents/status/disable", new { document_ids = new[] { first } });

        var page = await GetAsync($"/datasets/{dataset}/documents?page=1&limit=1");
        var named = await GetAsync($"/datasets/{dataset}/documents?keyword=ALPHA");
        var disabled = await GetAsync($"/datasets/{dataset}/documents?status=disabled");

        Assert.Equal(second, IdOf(page.GetProperty("data")[0]));
        Assert.Equal((2, true), (page.GetProperty("total").GetInt32(), page.GetProperty("has_more").GetBoolean()));
        Assert.Equal(2, page.GetProperty("data")[0].GetProperty("position").GetInt32());
        Assert.Equal(first, IdOf(Assert.Single(named.GetProperty("data").EnumerateArray())));
        Assert.Equal("disabled", Assert.Single(disabled.GetProperty("data").EnumerateArray()).GetProperty("display_status").GetString());
        Assert.Equal("invalid_param", CodeOf(await GetAsync($"/datasets/{dataset}/documents?status=odd", 400)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_comes_with_its_data_before_or_behind_it(bool dataFirst)
    {
        var dataset = await GivenDatasetAsync();
        var data = JsonSerializer.Serialize(new
        {
            doc_form = "hierarchical_model",
            process_rule = new
            {
                mode = "hierarchical",
                rules = new
                {
                    pre_processing_rules = new[] { new { id = "remove_urls_emails", enabled = true } },
                    segmentation = new { separator = "\n\n", max_tokens = 300, chunk_overlap = 0 },
                    parent_mode = "paragraph",
                    subchunk_segmentation = new { separator = "\n", max_tokens = 100, chunk_overlap = 0 },
                },
            },
        });
        using var form = new MultipartFormDataContent();
        if (dataFirst)
        {
            form.Add(new StringContent(data), "data");
        }

        form.Add(new StringContent(Text), "file", "rules.txt");
        if (!dataFirst)
        {
            form.Add(new StringContent(data), "data");
        }

        var document = (await FormAsync($"/datasets/{dataset}/document/create-by-file", form)).GetProperty("document");
        await Host.Events.DocumentAsync(Guid.Parse(IdOf(document)), "completed");

        var detail = await GetAsync($"/datasets/{dataset}/documents/{IdOf(document)}");
        var rules = detail.GetProperty("document_process_rule").GetProperty("rules");
        Assert.Equal("hierarchical_model", detail.GetProperty("doc_form").GetString());
        Assert.Equal(300, rules.GetProperty("segmentation").GetProperty("max_tokens").GetInt32());
        Assert.Equal(100, rules.GetProperty("subchunk_segmentation").GetProperty("max_tokens").GetInt32());
        Assert.True(rules.GetProperty("pre_processing_rules")[1].GetProperty("enabled").GetBoolean());
    }

    [Fact]
    public async Task Another_text_another_name_and_another_file_are_versions_of_the_same_document()
    {
        var dataset = await GivenDatasetAsync();
        var document = await GivenDocumentAsync(dataset, "rules.md", Text);
        var path = $"/datasets/{dataset}/documents/{document}";

        var rewritten = await PostAsync($"{path}/update-by-text", new { name = "new rules", text = "Doors open outwards." });
        await Host.Events.DocumentAsync(Guid.Parse(document), "completed");
        var renamed = await PostAsync($"{path}/update-by-text", new { name = "newest rules" });
        using var form = new MultipartFormDataContent { { new StringContent("Doors are never locked."), "file", "doors.txt" } };
        var replaced = await FormAsync(path, form, method: HttpMethod.Patch);
        var again = await PostAsync(
            $"/datasets/{dataset}/document/create-by-text",
            new { name = "last rules", text = "Doors have handles.", original_document_id = document });

        Assert.Equal("new rules", rewritten.GetProperty("document").GetProperty("name").GetString());
        Assert.Equal("newest rules", renamed.GetProperty("document").GetProperty("name").GetString());
        Assert.Equal("doors.txt", replaced.GetProperty("document").GetProperty("name").GetString());
        Assert.Equal(document, IdOf(again.GetProperty("document")));
        Assert.Equal(1, (await GetAsync($"/datasets/{dataset}/documents")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Originals_are_downloaded_one_by_one_and_together()
    {
        var dataset = await GivenDatasetAsync();
        var document = await GivenDocumentAsync(dataset, "rules.md", Text);

        var url = (await GetAsync($"/datasets/{dataset}/documents/{document}/download")).GetProperty("url").GetString()!;
        var original = await (await Client.GetAsync(new Uri(url))).Content.ReadAsStringAsync();
        using var zip = await Client.PostAsync(
            $"/v1/datasets/{dataset}/documents/download-zip",
            new StringContent($$"""{"document_ids":["{{document}}"]}""", System.Text.Encoding.UTF8, "application/json"));
        await using var archive = new ZipArchive(await zip.Content.ReadAsStreamAsync());

        Assert.StartsWith("http://127.0.0.1", url, StringComparison.Ordinal);
        Assert.Equal(Text, original);
        Assert.Equal("application/zip", zip.Content.Headers.ContentType!.MediaType);
        Assert.Equal("rules.md", Assert.Single(archive.Entries).Name);
    }

    [Fact]
    public async Task An_archived_document_is_neither_changed_nor_deleted_until_it_is_taken_back()
    {
        var dataset = await GivenDatasetAsync();
        var document = await GivenDocumentAsync(dataset, "rules.md", Text);
        var path = $"/datasets/{dataset}/documents/{document}";
        await PatchAsync($"/datasets/{dataset}/documents/status/archive", new { document_ids = new[] { document } });

        Assert.Equal("archived_document_immutable", CodeOf(await DeleteAsync(path, 403)));
        Assert.Equal("archived_document_immutable", CodeOf(await PostAsync($"{path}/update-by-text", new { name = "a", text = "b" }, 403)));
        await PatchAsync($"/datasets/{dataset}/documents/status/un_archive", new { document_ids = new[] { document } });
        await DeleteAsync(path);
        Assert.Equal("not_found", CodeOf(await GetAsync(path, 404)));
    }

    [Fact]
    public async Task Actions_and_ids_that_do_not_exist_are_refused()
    {
        var dataset = await GivenDatasetAsync();
        var ids = new { document_ids = new[] { Guid.CreateVersion7() } };

        Assert.Equal("invalid_action", CodeOf(await PatchAsync($"/datasets/{dataset}/documents/status/burn", ids, 400)));
        Assert.Equal("not_found", CodeOf(await PatchAsync($"/datasets/{dataset}/documents/status/enable", ids, 404)));
        Assert.Equal("not_found", CodeOf(await PostAsync($"/datasets/{dataset}/documents/download-zip", ids, 404)));
        Assert.Equal("not_found", CodeOf(await GetAsync($"/datasets/{dataset}/documents/20260101/indexing-status", 404)));
    }

    [Fact]
    public async Task Files_that_cannot_be_taken_are_refused_with_codes_of_their_own()
    {
        var path = $"/datasets/{await GivenDatasetAsync()}/document/create-by-file";
        using var nothing = new MultipartFormDataContent { { new StringContent("{}"), "data" } };
        using var two = new MultipartFormDataContent
        {
            { new StringContent("one"), "file", "one.txt" },
            { new StringContent("two"), "file", "two.txt" },
        };
        using var odd = new MultipartFormDataContent { { new StringContent("x"), "file", "x.exe" } };
        using var large = new MultipartFormDataContent { { new StringContent(new string('a', 2_000_001)), "file", "large.txt" } };
        using var wrong = new MultipartFormDataContent
        {
            { new StringContent("one"), "file", "one.txt" },
            { new StringContent("no json"), "data" },
        };
        using var nameless = new StringContent(
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\nx\r\n--b--\r\n");
        nameless.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };

        Assert.Equal("no_file_uploaded", CodeOf(await FormAsync(path, nothing, 400)));
        Assert.Equal("too_many_files", CodeOf(await FormAsync(path, two, 400)));
        Assert.Equal("unsupported_file_type", CodeOf(await FormAsync(path, odd, 415)));
        Assert.Equal("file_too_large", CodeOf(await FormAsync(path, large, 413)));
        Assert.Equal("invalid_param", CodeOf(await FormAsync(path, wrong, 400)));
        Assert.Equal("filename_not_exists_error", CodeOf(await FormAsync(path, nameless, 400)));
        Assert.Equal("no_file_uploaded", CodeOf(await PostAsync(path, new { }, 400)));
    }

    [Theory]
    [InlineData("{\"text\":\"x\"}")]
    [InlineData("{\"name\":\"x\"}")]
    [InlineData("{\"name\":\"x\",\"text\":\"y\",\"doc_form\":\"poem\"}")]
    [InlineData("{\"name\":\"x\",\"text\":\"y\",\"process_rule\":{\"mode\":\"odd\"}}")]
    [InlineData("{\"name\":\"x\",\"text\":\"y\",\"process_rule\":{\"mode\":\"custom\",\"rules\":{\"segmentation\":{\"max_tokens\":1}}}}")]
    public async Task A_text_that_cannot_be_cut_is_refused(string body)
        => Assert.Equal("invalid_param", CodeOf(await PostAsync(
            $"/datasets/{await GivenDatasetAsync()}/document/create-by-text", JsonSerializer.Deserialize<JsonElement>(body), 400)));

    [Fact]
    public async Task The_first_document_says_what_an_empty_dataset_is()
    {
        var dataset = await GivenDatasetAsync();

        await PostAsync(
            $"/datasets/{dataset}/document/create-by-text",
            new { name = "rules", text = Text, indexing_technique = "economy", process_rule = new { mode = "automatic" } });

        var shown = await GetAsync($"/datasets/{dataset}");
        Assert.Equal("economy", shown.GetProperty("indexing_technique").GetString());
        Assert.Equal("invalid_param", CodeOf(await PatchAsync($"/datasets/{dataset}", new { indexing_technique = "none" }, 400)));
    }

    [Fact]
    public async Task Across_the_border_of_a_workspace_nothing_is_there()
    {
        var dataset = await GivenDatasetAsync();
        var document = await GivenDocumentAsync(dataset, "rules.md", Text);
        var stranger = Host.Client(Guid.CreateVersion7(), Core.Security.Permissions.Service.Knowledge);

        foreach (var path in new[]
        {
            "", "/documents", $"/documents/{document}", $"/documents/{document}/segments", $"/documents/{document}/download",
            $"/documents/{document}/indexing-status", "/metadata", "/tags", "/pipeline/datasource-plugins",
        })
        {
            using var answer = await stranger.GetAsync($"/v1/datasets/{dataset}{path}");
            Assert.True((int)answer.StatusCode == 404, $"{path}: {(int)answer.StatusCode}");
        }
    }
}
