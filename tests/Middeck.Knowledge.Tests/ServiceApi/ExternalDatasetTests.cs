using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Security;
using Middeck.Knowledge.External;
using Middeck.Knowledge.Tests.External;

namespace Middeck.Knowledge.Tests.ServiceApi;

public sealed class ExternalDatasetTests(KnowledgeHost host, ExternalServer server)
    : ServiceApiClient(host), IClassFixture<ExternalServer>
{
    [Fact]
    public async Task A_dataset_of_theirs_is_searched_with_their_titles_and_metadata()
    {
        var dataset = await GivenExternalAsync();

        var found = await PostAsync(
            $"/datasets/{dataset}/retrieve",
            new
            {
                query = "how wide are exits",
                external_retrieval_model = new { top_k = 3, score_threshold = 0.5, score_threshold_enabled = true },
            });

        Assert.Equal("how wide are exits", found.GetProperty("query").GetProperty("content").GetString());
        var record = Assert.Single(found.GetProperty("records").EnumerateArray());
        AssertHas(record, "content title score metadata");
        Assert.Equal("Exits of theirs are 2 m wide.", record.GetProperty("content").GetString());
        Assert.Equal("s3://x", record.GetProperty("metadata").GetProperty("path").GetString());
        Assert.Equal("external", (await GetAsync($"/datasets/{dataset}")).GetProperty("provider").GetString());
    }

    [Fact]
    public async Task It_takes_no_documents_and_has_none()
    {
        var dataset = await GivenExternalAsync();
        var document = Guid.CreateVersion7();
        var text = new { name = "a.txt", text = "Exits.", process_rule = new { mode = "automatic" } };
        using var file = new MultipartFormDataContent { { new StringContent("Exits."), "file", "a.txt" } };

        Assert.Equal("invalid_param", CodeOf(await PostAsync($"/datasets/{dataset}/document/create-by-text", text, 400)));
        Assert.Equal("invalid_param", CodeOf(await FormAsync($"/datasets/{dataset}/document/create-by-file", file, 400)));
        Assert.Equal(0, (await GetAsync($"/datasets/{dataset}/documents")).GetProperty("total").GetInt32());
        Assert.Equal("not_found", CodeOf(await GetAsync($"/datasets/{dataset}/documents/{document}", 404)));
        Assert.Equal("not_found", CodeOf(await DeleteAsync($"/datasets/{dataset}/documents/{document}", 404)));
        Assert.Equal("not_found", CodeOf(await GetAsync($"/datasets/{dataset}/documents/{document}/segments", 404)));
    }

    private async Task<string> GivenExternalAsync()
    {
        // A private address, as only who runs the installation may name one.
        var administrator = new Caller
        {
            Kind = CallerKind.User,
            WorkspaceId = Workspace,
            UserId = Guid.CreateVersion7(),
            IsInstallationAdmin = true,
        };
        await using var scope = Host.Services.CreateAsyncScope();
        var api = await scope.ServiceProvider.GetRequiredService<ExternalApiService>().CreateAsync(
            administrator,
            new CreateExternalApi { Name = "Theirs", Endpoint = $"{server.Url}/kb/", ApiKey = ExternalServer.Key },
            CancellationToken.None);
        return await GivenDatasetAsync(new
        {
            name = "External",
            provider = "external",
            external_knowledge_api_id = api.Id,
            external_knowledge_id = "fire",
        });
    }
}
