using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Audit;
using Middeck.Models.Builtin;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.ScriptedModel;
using Middeck.Testing;

namespace Middeck.Models.Tests.Providers;

public sealed class ProviderTestsTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    private ProviderTests Tests => Services.GetRequiredService<ProviderTests>();

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
        var good = await Tests.TestAsync(
            Admin, new TestProvider("openai", Upstream.BaseUrl, ScriptedModelServer.ApiKey), CancellationToken.None);
        var bad = await Tests.TestAsync(
            Admin, new TestProvider("openai", $"http://127.0.0.1:{UnusedPort()}/v1"), CancellationToken.None);
        var guarded = await Tests.TestAsync(
            Editor, new TestProvider("openai", Upstream.BaseUrl, ScriptedModelServer.ApiKey), CancellationToken.None);

        Assert.True(good.Ok);
        Assert.Equal((false, null), (bad.Ok, bad.StatusCode));
        Assert.Contains("cannot be reached", bad.Message, StringComparison.Ordinal);
        Assert.Contains("outbound.private_address", guarded.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_builtin_provider_passes_its_test()
        => Assert.True((await TestAsync(BuiltinProvider.Id)).Ok);

    private Task<ProviderTest> TestAsync(Guid id) => Tests.TestAsync(Workspace, id, new AuditTrail(), CancellationToken.None);
}
