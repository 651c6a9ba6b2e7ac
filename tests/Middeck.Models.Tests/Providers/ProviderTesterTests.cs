using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Audit;
using Middeck.Models.Builtin;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.ScriptedModel;
using Middeck.Testing;

namespace Middeck.Models.Tests.Providers;

public sealed class ProviderTesterTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    private ProviderTester Tester => Services.GetRequiredService<ProviderTester>();

    [Fact]
    public async Task A_test_lists_the_models_and_guesses_what_they_do()
    {
        var provider = await GivenProviderAsync();

        var test = await TestAsync(provider.Id);

        Assert.True(test.Ok);
        Assert.Equal(200, test.StatusCode);
        Assert.Equal(ModelType.Llm, TypeOf("echo"));
        Assert.Equal(ModelType.Embedding, TypeOf("embed-small"));
        Assert.Equal(ModelType.Rerank, TypeOf("rerank-small"));
        Assert.Equal(ModelType.SpeechToText, TypeOf("whisper-scripted"));
        Assert.Equal(ModelType.Image, TypeOf("dall-e-scripted"));
        Assert.Equal(ProviderStatus.Ok, (await Providers.GetAsync(Workspace, provider.Id, CancellationToken.None)).Status);

        ModelType TypeOf(string name) => test.Models.Single(model => model.Name == name).Type;
    }

    [Fact]
    public async Task A_test_that_fails_gives_the_providers_own_words_and_remembers_them()
    {
        var provider = await GivenProviderAsync(key: "sk-wrong-key-1234567890");

        var test = await TestAsync(provider.Id);

        Assert.Equal((false, 401), (test.Ok, test.StatusCode));
        Assert.StartsWith("Incorrect API key provided: ••••", test.Message, StringComparison.Ordinal);
        var after = await Providers.GetAsync(Workspace, provider.Id, CancellationToken.None);
        Assert.Equal((ProviderStatus.Failing, test.Message), (after.Status, after.LastError));
        Assert.NotNull(after.LastCheckedAt);
    }

    [Fact]
    public async Task A_provider_can_be_tested_before_it_is_saved()
    {
        var good = await Tester.TestAsync(
            Admin, new TestProvider("openai", Upstream.BaseUrl, ScriptedModelServer.ApiKey), CancellationToken.None);
        var bad = await Tester.TestAsync(
            Admin, new TestProvider("openai", $"http://127.0.0.1:{UnusedPort()}/v1"), CancellationToken.None);
        var guarded = await Tester.TestAsync(
            Editor, new TestProvider("openai", Upstream.BaseUrl, ScriptedModelServer.ApiKey), CancellationToken.None);

        Assert.True(good.Ok);
        Assert.Equal((false, null), (bad.Ok, bad.StatusCode));
        Assert.Contains("cannot be reached", bad.Message, StringComparison.Ordinal);
        Assert.Contains("outbound.private_address", guarded.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_lists_no_models_is_asked_for_a_word()
    {
        var provider = await GivenProviderAsync(baseUrl: Upstream.BaseUrlWithoutList, models: [new("echo")]);

        Assert.True((await TestAsync(provider.Id)).Ok);
        Assert.Equal(1, Assert.Single(Upstream.Requests).Body.GetProperty("max_tokens").GetInt32());
        Assert.Empty(await CallsAsync());
    }

    [Fact]
    public async Task The_builtin_provider_passes_its_test()
        => Assert.True((await TestAsync(BuiltinProvider.Id)).Ok);

    private Task<ProviderTest> TestAsync(Guid id) => Tester.TestAsync(Workspace, id, new AuditTrail(), CancellationToken.None);
}
