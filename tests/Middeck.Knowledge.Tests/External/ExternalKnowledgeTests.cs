using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.External;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.External;

public sealed class ExternalKnowledgeTests(PostgresFixture postgres, ExternalServer server)
    : KnowledgeRoom(postgres), IClassFixture<ExternalServer>
{
    private Caller Administrator => Caller with { IsInstallationAdmin = true };

    [Fact]
    public async Task A_base_of_theirs_answers_with_their_passages()
    {
        var kb = await GivenExternalAsync("fire");

        var result = await FindAsync("how wide are exits", kb, request => request with { TopK = 3, ScoreThreshold = 0.5 });

        var hit = Assert.Single(result.Hits);
        Assert.Equal(("Exits of theirs are 2 m wide.", "theirs.pdf", 0.83), (hit.Content, hit.DocumentName, hit.Score));
        Assert.Equal("s3://x", hit.ExternalMetadata!.Value.GetProperty("path").GetString());
        Assert.Equal(SearchIn.External, Assert.Single(result.Explanation.Bases).SearchIn);
        var asked = server.Asked.Last(body => body.GetProperty("query").GetString() == "how wide are exits");
        Assert.Equal(3, asked.GetProperty("retrieval_setting").GetProperty("top_k").GetInt32());
        Assert.Equal(0.5, asked.GetProperty("retrieval_setting").GetProperty("score_threshold").GetDouble());
    }

    [Fact]
    public async Task Ours_and_theirs_are_ranked_in_one_list_by_their_scores()
    {
        var theirs = await GivenExternalAsync("fire");
        var ours = await GivenBaseAsync();
        await GivenCompletedAsync(ours.Id, "a.txt", "Exits must be kept free.\n\nParking costs nothing.");

        var hits = await SearchAsync("exits kept free", [theirs, ours.Id]);

        Assert.Equal(["Exits must be kept free.", "Exits of theirs are 2 m wide."], hits.Take(2).Select(hit => hit.Content));
        Assert.Equal(hits.OrderByDescending(hit => hit.Score), hits);
    }

    [Theory]
    [InlineData("nothing", "knowledge.external_knowledge_not_found")]
    [InlineData("garbage", "knowledge.external_failed")]
    [InlineData("broken", "knowledge.external_failed")]
    public async Task Their_failure_is_told_in_our_words(string knowledge, string code)
    {
        var kb = await GivenExternalAsync(knowledge);

        var refusal = await Assert.ThrowsAsync<FaultException>(() => FindAsync("exits", kb));

        Assert.Equal(code, refusal.Fault.Code);
    }

    [Fact]
    public async Task Their_failure_does_not_take_our_passages_away()
    {
        var theirs = await GivenExternalAsync("broken");
        var ours = await GivenBaseAsync();
        await GivenCompletedAsync(ours.Id, "a.txt", "Exits must be kept free.");

        var result = await FindAsync("exits", theirs, request => request with { KnowledgeBaseIds = [theirs, ours.Id] });

        Assert.Single(result.Hits);
        Assert.Contains("was left out", Assert.Single(result.Explanation.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExternalServer.Key, null, true, null)]
    [InlineData(ExternalServer.Key, "fire", true, null)]
    [InlineData(ExternalServer.Key, "nothing", false, "knowledge.external_knowledge_not_found")]
    [InlineData("sk-another-key", null, false, "knowledge.external_key_refused")]
    public async Task A_check_tells_what_is_wrong(string key, string? knowledge, bool isWell, string? code)
    {
        var api = await GivenApiAsync(key);

        var check = await Service(service => service.CheckAsync(
            Caller, api, new CheckExternalApi { ExternalKnowledgeId = knowledge }, CancellationToken.None));

        Assert.Equal((isWell, code), (check.Ok, check.Code));
    }

    [Fact]
    public async Task Private_addresses_are_refused_unless_an_administrator_set_them()
    {
        var api = await Service(service => service.CreateAsync(Caller, Request(ExternalServer.Key), CancellationToken.None));

        var check = await Service(service => service.CheckAsync(Caller, api.Id, new CheckExternalApi(), CancellationToken.None));

        Assert.Equal("knowledge.external_address_refused", check.Code);
    }

    [Fact]
    public async Task The_key_is_encrypted_masked_and_sent_to_no_other_address()
    {
        var api = await GivenApiAsync(ExternalServer.Key);

        var stored = await Database.ScalarAsync<string>(
            $"SELECT api_key FROM knowledge.external_api WHERE id = {api}", CancellationToken.None);
        var shown = await Service(service => service.GetAsync(Caller, api, CancellationToken.None));
        var refusal = await Assert.ThrowsAsync<FaultException>(() => Service(service => service.UpdateAsync(
            Caller, api, new UpdateExternalApi { Endpoint = "https://elsewhere.example.com" }, CancellationToken.None)));

        Assert.DoesNotContain("secret", stored, StringComparison.Ordinal);
        Assert.Equal("••••cret", shown.ApiKey);
        Assert.Equal("knowledge.external_key_needed", refusal.Fault.Code);
    }

    [Fact]
    public async Task An_api_that_a_base_uses_stays()
    {
        var kb = await GivenExternalAsync("fire");
        var api = (await Get<KnowledgeBaseStore>().FindAsync(Caller.WorkspaceId, kb, CancellationToken.None))!.ExternalApiId!.Value;

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => Service(service => service.DeleteAsync(Caller, api, CancellationToken.None)));
        await Get<KnowledgeBaseService>().DeleteAsync(Caller, kb, CancellationToken.None);
        await Service(service => service.DeleteAsync(Caller, api, CancellationToken.None));

        Assert.Equal("knowledge.external_api_in_use", refusal.Fault.Code);
        await Assert.ThrowsAsync<FaultException>(() => Service(service => service.GetAsync(Caller, api, CancellationToken.None)));
    }

    [Fact]
    public async Task An_external_base_takes_no_documents()
    {
        var kb = await GivenExternalAsync("fire");

        var refusal = await Assert.ThrowsAsync<FaultException>(() => UploadAsync(kb, "a.txt", "text"u8.ToArray()));

        Assert.Equal("knowledge.external_base", refusal.Fault.Code);
    }

    [Theory]
    [InlineData("ftp://example.com")]
    [InlineData("https://user:secret@example.com")]
    [InlineData("example.com")]
    public async Task An_endpoint_that_is_no_web_address_is_refused(string endpoint)
        => Assert.Equal(
            "endpoint",
            (await Assert.ThrowsAsync<FaultException>(() => Service(service => service.CreateAsync(
                Caller, Request("key") with { Endpoint = endpoint }, CancellationToken.None)))).Fault.Field);

    private CreateExternalApi Request(string key)
        => new() { Name = "Theirs", Endpoint = $"{server.Url}/kb/", ApiKey = key };

    private async Task<Guid> GivenApiAsync(string key)
        => (await Service(service => service.CreateAsync(Administrator, Request(key), CancellationToken.None))).Id;

    private async Task<Guid> GivenExternalAsync(string knowledge)
        => (await GivenBaseAsync(new CreateKnowledgeBase
        {
            Name = "External",
            ExternalApiId = await GivenApiAsync(ExternalServer.Key),
            ExternalKnowledgeId = knowledge,
        })).Id;

    private async Task<T> Service<T>(Func<ExternalApiService, Task<T>> work)
    {
        await using var scope = Node.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ExternalApiService>());
    }

    private async Task Service(Func<ExternalApiService, Task> work)
    {
        await using var scope = Node.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<ExternalApiService>());
    }
}
