using System.Text.Json;

namespace Middeck.Knowledge.Tests.ServiceApi;

public sealed class DatasetTests(KnowledgeHost host) : ServiceApiClient(host)
{
    private const string DatasetFields =
        """
        id name description provider permission data_source_type indexing_technique app_count document_count word_count created_by
        author_name created_at updated_by updated_at embedding_model embedding_model_provider embedding_available
        retrieval_model_dict summary_index_setting tags doc_form external_knowledge_info external_retrieval_model doc_metadata
        built_in_field_enabled pipeline_id runtime_mode chunk_structure icon_info is_published total_documents
        total_available_documents enable_api is_multimodal maintainer partial_member_list
        """;

    [Fact]
    public async Task A_dataset_shows_every_field_that_is_documented()
    {
        var dataset = await PostAsync("/datasets", new { name = "Fire rules", description = "Exits" });

        AssertHas(dataset, DatasetFields.ReplaceLineEndings(" "));
        AssertHas(
            dataset.GetProperty("retrieval_model_dict"),
            "search_method reranking_enable reranking_mode reranking_model weights top_k score_threshold_enabled score_threshold");
        AssertHas(dataset.GetProperty("icon_info"), "icon_type icon icon_background icon_url");
        AssertHas(
            dataset.GetProperty("external_knowledge_info"),
            "external_knowledge_id external_knowledge_api_id external_knowledge_api_name external_knowledge_api_endpoint");
        Assert.Equal("only_me", dataset.GetProperty("permission").GetString());
        Assert.Equal("high_quality", dataset.GetProperty("indexing_technique").GetString());
        Assert.Equal("builtin", dataset.GetProperty("embedding_model_provider").GetString());
        Assert.Equal("lexical-embedding", dataset.GetProperty("embedding_model").GetString());
        Assert.Equal("Ann", dataset.GetProperty("author_name").GetString());
        Assert.Equal(JsonValueKind.Number, dataset.GetProperty("created_at").ValueKind);
        Assert.Equal(dataset.ToString(), (await GetAsync($"/datasets/{IdOf(dataset)}")).ToString());
    }

    [Fact]
    public async Task What_was_asked_for_is_kept_and_shown_again()
    {
        var dataset = await PostAsync("/datasets", new
        {
            name = "Weights",
            permission = "all_team_members",
            embedding_model = "topics",
            embedding_model_provider = "langgenius/test/test",
            retrieval_model = new
            {
                search_method = "hybrid_search",
                reranking_enable = true,
                reranking_mode = "weighted_score",
                weights = new
                {
                    weight_type = "customized",
                    vector_setting = new { vector_weight = 0.6 },
                    keyword_setting = new { keyword_weight = 0.4 },
                },
                top_k = 7,
                score_threshold_enabled = true,
                score_threshold = 0.25,
            },
        });

        var model = dataset.GetProperty("retrieval_model_dict");
        Assert.Equal("topics", dataset.GetProperty("embedding_model").GetString());
        Assert.Equal("all_team_members", dataset.GetProperty("permission").GetString());
        Assert.Equal("weighted_score", model.GetProperty("reranking_mode").GetString());
        Assert.Equal(0.6, model.GetProperty("weights").GetProperty("vector_setting").GetProperty("vector_weight").GetDouble());
        Assert.Equal((7, 0.25), (model.GetProperty("top_k").GetInt32(), model.GetProperty("score_threshold").GetDouble()));
    }

    [Fact]
    public async Task A_dataset_is_changed_and_deleted()
    {
        var id = await GivenDatasetAsync();
        var friend = Guid.CreateVersion7();

        var changed = await PatchAsync($"/datasets/{id}", new
        {
            name = "Renamed",
            permission = "partial_members",
            partial_member_list = new[] { new { user_id = friend } },
            retrieval_model = new
            {
                search_method = "full_text_search",
                reranking_enable = true,
                reranking_mode = "reranking_model",
                reranking_model = new { reranking_provider_name = "test", reranking_model_name = "shortest" },
                top_k = 3,
                score_threshold_enabled = false,
            },
        });

        Assert.Equal("Renamed", changed.GetProperty("name").GetString());
        Assert.Equal("partial_members", changed.GetProperty("permission").GetString());
        Assert.Equal(friend, changed.GetProperty("partial_member_list")[0].GetGuid());
        var reranking = changed.GetProperty("retrieval_model_dict").GetProperty("reranking_model");
        Assert.Equal("shortest", reranking.GetProperty("reranking_model_name").GetString());
        await DeleteAsync($"/datasets/{id}");
        Assert.Equal("not_found", CodeOf(await GetAsync($"/datasets/{id}", 404)));
    }

    [Fact]
    public async Task Datasets_are_listed_by_numbered_pages_by_name_and_by_tag()
    {
        var first = await GivenDatasetAsync(new { name = "Alpha" });
        var second = await GivenDatasetAsync(new { name = "Beta" });
        var tag = IdOf(await PostAsync("/datasets/tags", new { name = "old" }));
        await PostAsync("/datasets/tags/binding", new { tag_ids = new[] { tag }, target_id = first }, 204);

        var page = await GetAsync("/datasets?page=2&limit=1");
        var named = await GetAsync("/datasets?keyword=BET");
        var tagged = await GetAsync($"/datasets?tag_ids={tag}");

        Assert.Equal(first, IdOf(page.GetProperty("data")[0]));
        Assert.Equal((2, 1, 2L, false), (
            page.GetProperty("page").GetInt32(), page.GetProperty("limit").GetInt32(), page.GetProperty("total").GetInt64(),
            page.GetProperty("has_more").GetBoolean()));
        Assert.Equal(second, IdOf(Assert.Single(named.GetProperty("data").EnumerateArray())));
        Assert.Equal("old", Assert.Single(tagged.GetProperty("data").EnumerateArray())
            .GetProperty("tags")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Tags_are_made_renamed_bound_unbound_and_deleted()
    {
        var dataset = await GivenDatasetAsync();
        var tag = await PostAsync("/datasets/tags", new { name = "draft" });
        AssertHas(tag, "id name type binding_count");
        var id = IdOf(tag);

        await PatchAsync("/datasets/tags", new { tag_id = id, name = "final" });
        await PostAsync("/datasets/tags/binding", new { tag_ids = new[] { id }, target_id = dataset }, 204);
        var bound = await GetAsync($"/datasets/{dataset}/tags");
        var counted = (await GetAsync("/datasets/tags")).EnumerateArray().Single();
        await PostAsync("/datasets/tags/unbinding", new { tag_id = id, target_id = dataset }, 204);

        Assert.Equal((1, "final"), (bound.GetProperty("total").GetInt32(), bound.GetProperty("data")[0].GetProperty("name").GetString()));
        Assert.Equal("1", counted.GetProperty("binding_count").GetString());
        Assert.Equal(0, (await GetAsync($"/datasets/{dataset}/tags")).GetProperty("total").GetInt32());
        await SendAsync(HttpMethod.Delete, "/datasets/tags", new { tag_id = id }, 204);
        Assert.Equal("not_found", CodeOf(await SendAsync(HttpMethod.Delete, "/datasets/tags", new { tag_id = id }, 404)));
    }

    [Fact]
    public async Task Models_are_listed_under_their_providers()
    {
        var list = await GetAsync("/workspaces/current/models/model-types/text-embedding");

        var provider = list.GetProperty("data").EnumerateArray().Single(entry => entry.GetProperty("provider").GetString() == "builtin");
        AssertHas(provider, "provider label icon_small status models tenant_id icon_small_dark");
        AssertHas(provider.GetProperty("label"), "zh_Hans en_US");
        Assert.Equal("lexical-embedding", provider.GetProperty("models")[0].GetProperty("model").GetString());
        Assert.Equal("invalid_param", CodeOf(await GetAsync("/workspaces/current/models/model-types/other", 400)));
    }

    [Fact]
    public async Task A_pipeline_takes_files_in_and_does_nothing_else()
    {
        var dataset = await GivenDatasetAsync();
        using var form = new MultipartFormDataContent { { new StringContent("Exits."), "file", "exits.txt" } };

        var file = await FormAsync("/datasets/pipeline/file-upload", form, 201);

        AssertHas(file, "id name size extension mime_type created_by created_at");
        Assert.Equal(("exits.txt", 6), (file.GetProperty("name").GetString(), file.GetProperty("size").GetInt32()));
        Assert.Equal("invalid_param", CodeOf(await GetAsync($"/datasets/{dataset}/pipeline/datasource-plugins", 400)));
        Assert.Equal("invalid_param", CodeOf(await PostAsync($"/datasets/{dataset}/pipeline/run", new { }, 400)));
        Assert.Equal("not_found", CodeOf(await PostAsync($"/datasets/{Guid.Empty}/pipeline/run", new { }, 404)));
    }

    [Theory]
    [InlineData("{}", "invalid_param", 400)]
    [InlineData("{\"name\":\"\"}", "invalid_param", 400)]
    [InlineData("{\"name\":5}", "invalid_param", 400)]
    [InlineData("{\"name\":\"x\",\"permission\":\"everybody\"}", "invalid_param", 400)]
    [InlineData("{\"name\":\"x\",\"indexing_technique\":\"none\"}", "invalid_param", 400)]
    [InlineData("{\"name\":\"x\",\"provider\":\"external\"}", "invalid_param", 400)]
    [InlineData("{\"name\":\"x\",\"embedding_model\":\"unheard-of\"}", "provider_not_initialize", 400)]
    [InlineData("{\"name\":\"x\",\"retrieval_model\":{\"search_method\":\"guess\",\"top_k\":1}}", "invalid_param", 400)]
    [InlineData("{\"name\":\"x\",\"retrieval_model\":{\"search_method\":\"hybrid_search\",\"top_k\":0}}", "invalid_param", 400)]
    [InlineData("{\"name\":\"Taken\"}", "dataset_name_duplicate", 409)]
    public async Task A_dataset_that_cannot_be_is_refused_in_the_words_of_Dify(string body, string code, int status)
    {
        if (code == "dataset_name_duplicate")
        {
            await GivenDatasetAsync(new { name = "Taken" });
        }

        var error = await PostAsync("/datasets", JsonSerializer.Deserialize<JsonElement>(body), status);

        Assert.Equal(code, CodeOf(error));
        Assert.Equal(status, error.GetProperty("status").GetInt32());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }
}
