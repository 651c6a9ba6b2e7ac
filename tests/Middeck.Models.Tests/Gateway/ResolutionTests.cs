using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Models.Defaults;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.Testing;

namespace Middeck.Models.Tests.Gateway;

public sealed class ResolutionTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    private static readonly ProviderModelInput[] TwoModels =
    [
        new("tiny-embed"), new("small", ModelType.Llm, Enabled: false), new("echo", ModelType.Llm),
    ];

    private DefaultModelService Defaults => Services.GetRequiredService<DefaultModelService>();

    [Fact]
    public async Task Without_a_provider_the_builtin_models_answer()
    {
        Assert.Equal("builtin/extractive", await DefaultAsync(ModelType.Llm));
        Assert.Equal("builtin/lexical-embedding", await DefaultAsync(ModelType.Embedding));
        Assert.Equal("builtin/lexical-rerank", await DefaultAsync(ModelType.Rerank));
        Assert.Null(await DefaultAsync(ModelType.Image));
    }

    [Fact]
    public async Task The_first_model_of_the_oldest_enabled_provider_is_the_default_until_one_is_chosen()
    {
        await GivenProviderAsync("older", models: TwoModels);
        await GivenProviderAsync("newer", models: [new("echo")]);

        Assert.Equal("older/echo", await DefaultAsync(ModelType.Llm));
        Assert.Equal("older/tiny-embed", await DefaultAsync(ModelType.Embedding));

        await ChooseAsync("llm", "newer/echo");

        Assert.Equal("newer/echo", await DefaultAsync(ModelType.Llm));
        await AskAsync(null!);
        Assert.Equal("newer", (await TheCallAsync()).Provider);
    }

    [Fact]
    public async Task A_chosen_default_whose_provider_is_switched_off_gives_way()
    {
        await GivenProviderAsync("older", models: TwoModels);
        var newer = await GivenProviderAsync("newer", models: [new("echo")]);
        await ChooseAsync("llm", "newer/echo");

        await UpdateAsync(newer.Id, new UpdateProvider(Enabled: false));

        var defaults = await Defaults.GetAsync(Workspace, CancellationToken.None);
        Assert.Equal(("newer/echo", "older/echo"), (defaults.Llm, defaults.Resolved.Llm));
    }

    [Fact]
    public async Task Choosing_one_type_leaves_the_others_and_null_goes_back()
    {
        await GivenProviderAsync(models: TwoModels);
        await ChooseAsync("llm", "mock/echo");
        await ChooseAsync("embedding", "builtin/lexical-embedding");

        var both = await Defaults.GetAsync(Workspace, CancellationToken.None);
        Assert.Equal(("mock/echo", "builtin/lexical-embedding"), (both.Llm, both.Embedding));

        await ChooseAsync("embedding", null);

        Assert.Equal("mock/tiny-embed", await DefaultAsync(ModelType.Embedding));
    }

    [Theory]
    [InlineData("llm", "mock/none", "models.not_found")]
    [InlineData("llm", "none/echo", "models.not_found")]
    [InlineData("llm", "mock/tiny-embed", "models.wrong_type")]
    [InlineData("llm", "echo", "models.invalid_name")]
    [InlineData("mood", "mock/echo", "models.unknown_type")]
    public async Task A_default_that_cannot_be_called_is_refused(string type, string model, string code)
    {
        await GivenProviderAsync(models: TwoModels);

        var refused = await Assert.ThrowsAsync<FaultException>(() => ChooseAsync(type, model));

        Assert.Equal((code, FaultKind.Invalid), (refused.Fault.Code, refused.Fault.Kind));
    }

    [Theory]
    [InlineData("nobody/echo", "models.not_found")]
    [InlineData("mock/nothing", "models.not_found")]
    [InlineData("mock/small", "models.not_found")]
    [InlineData("off/echo", "models.provider_disabled")]
    public async Task A_model_that_cannot_be_called_is_refused_before_anything_is_sent(string model, string code)
    {
        await GivenProviderAsync(models: TwoModels);
        var off = await GivenProviderAsync("off");
        await UpdateAsync(off.Id, new UpdateProvider(Enabled: false));

        Assert.Equal(code, (await RefusalAsync(model)).Code);
        Assert.Empty(Upstream.Requests);
    }

    [Fact]
    public async Task Another_workspaces_provider_does_not_exist()
    {
        var provider = await GivenProviderAsync();
        var stranger = Call with { WorkspaceId = Guid.CreateVersion7() };

        var refused = await Assert.ThrowsAsync<FaultException>(
            () => Gateway.ChatAsync(stranger, "mock/echo", CancellationToken.None));
        Assert.Equal("models.not_found", refused.Fault.Code);

        var caller = Admin with { WorkspaceId = stranger.WorkspaceId };
        await AssertNotFoundAsync(() => Providers.GetAsync(caller.WorkspaceId, provider.Id, CancellationToken.None));
        await AssertNotFoundAsync(() => Providers.UpdateAsync(
            caller, provider.Id, new UpdateProvider(Enabled: false), new AuditTrail(), CancellationToken.None));
        await AssertNotFoundAsync(() => Providers.DeleteAsync(caller, provider.Id, new AuditTrail(), CancellationToken.None));
        Assert.True((await Providers.GetAsync(Workspace, provider.Id, CancellationToken.None)).Enabled);
    }

    private Task<string?> DefaultAsync(ModelType type) => Gateway.DefaultAsync(Workspace, type, CancellationToken.None);

    private Task<DefaultModels> ChooseAsync(string type, string? model) => Defaults.SetAsync(
        Workspace, new Dictionary<string, string?> { [type] = model }, new AuditTrail(), CancellationToken.None);

    private Task<Provider> UpdateAsync(Guid id, UpdateProvider request)
        => Providers.UpdateAsync(Admin, id, request, new AuditTrail(), CancellationToken.None);

    private static async Task AssertNotFoundAsync(Func<Task> call)
        => Assert.Equal(FaultKind.NotFound, (await Assert.ThrowsAsync<FaultException>(call)).Fault.Kind);
}
