using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Core.Workspaces;
using Middeck.Models.Builtin;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.ScriptedModel;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Models.Tests.Providers;

public sealed class ProviderServiceTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    [Fact]
    public async Task The_key_is_encrypted_in_the_database_and_masked_in_the_answer_and_not_in_the_audit()
    {
        var audit = new AuditTrail();

        var provider = await Providers.CreateAsync(
            Admin,
            new CreateProvider("mock", "openai", Upstream.BaseUrl, ScriptedModelServer.ApiKey),
            audit,
            CancellationToken.None);

        Assert.Equal("••••cdef", provider.ApiKeyMasked);
        Assert.DoesNotContain("0123456789", JsonSerializer.Serialize(provider, Json.Snake), StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789", audit.After!.Value.GetRawText(), StringComparison.Ordinal);
        var stored = await Database.ScalarAsync<string>(
            $"SELECT api_key FROM models.provider WHERE id = {provider.Id}", CancellationToken.None);
        Assert.StartsWith("v1.", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Open AI", "openai", null, "models.invalid_name")]
    [InlineData("a/b", "openai", null, "models.invalid_name")]
    [InlineData("", "openai", null, "models.invalid_name")]
    [InlineData("builtin", "openai", null, "models.name_taken")]
    [InlineData("mock", "anthropic", null, "models.kind_not_available")]
    [InlineData("mock", "magic", null, "models.kind_not_available")]
    [InlineData("mock", "builtin", null, "models.builtin_is_fixed")]
    [InlineData("mock", "openai", "ftp://example.org", "models.invalid_base_url")]
    [InlineData("mock", "openai", "http://user:pass@example.org/v1", "models.invalid_base_url")]
    public async Task What_cannot_be_a_provider_is_refused(string name, string kind, string? baseUrl, string code)
    {
        var refused = await Assert.ThrowsAsync<FaultException>(() => Providers.CreateAsync(
            Admin, new CreateProvider(name, kind, baseUrl), new AuditTrail(), CancellationToken.None));

        Assert.Equal(code, refused.Fault.Code);
    }

    [Fact]
    public async Task A_name_can_be_had_once_in_a_workspace_and_again_in_another()
    {
        await GivenProviderAsync();

        var refused = await Assert.ThrowsAsync<FaultException>(() => GivenProviderAsync());

        Assert.Equal(("models.name_taken", "name"), (refused.Fault.Code, refused.Fault.Field));
        await GivenProviderAsync(by: Admin with { WorkspaceId = Guid.CreateVersion7() });
    }

    [Fact]
    public async Task The_list_ends_with_the_builtin_provider_which_cannot_be_changed()
    {
        await GivenProviderAsync("first");
        await GivenProviderAsync("second");

        var one = await Providers.ListAsync(Workspace, new PageRequest(1, null), CancellationToken.None);
        var rest = await Providers.ListAsync(Workspace, PageRequest.Parse(1, one.NextCursor), CancellationToken.None);

        Assert.Equal(["second"], one.Data.Select(provider => provider.Name));
        Assert.Equal(["first", "builtin"], rest.Data.Select(provider => provider.Name));
        var refused = await Assert.ThrowsAsync<FaultException>(() => Providers.DeleteAsync(
            Admin, BuiltinProvider.Id, new AuditTrail(), CancellationToken.None));
        Assert.Equal("models.builtin_is_fixed", refused.Fault.Code);
    }

    [Fact]
    public async Task A_change_keeps_what_it_does_not_name()
    {
        var before = await GivenProviderAsync(models: [new("echo"), new("embed-small")]);

        var after = await UpdateAsync(Admin, before.Id, new UpdateProvider(Name: "renamed"));

        Assert.Equal(before.Models, after.Models);
        Assert.Equal((before.BaseUrl, before.ApiKeyMasked), (after.BaseUrl, after.ApiKeyMasked));
        Assert.NotEmpty(await AskAsync("renamed/echo"));
        Assert.Equal(ModelType.Embedding, after.Models[1].Type);
    }

    [Fact]
    public async Task Another_host_needs_the_key_again()
    {
        var provider = await GivenProviderAsync();
        var elsewhere = $"http://127.0.0.1:{UnusedPort()}/v1";

        var refused = await Assert.ThrowsAsync<FaultException>(
            () => UpdateAsync(Editor, provider.Id, new UpdateProvider(BaseUrl: elsewhere)));

        Assert.Equal(("models.key_required", "api_key"), (refused.Fault.Code, refused.Fault.Field));
        Assert.Equal(elsewhere, (await UpdateAsync(Admin, provider.Id, new UpdateProvider(BaseUrl: elsewhere, ApiKey: "new"))).BaseUrl);
    }

    [Fact]
    public async Task A_private_address_is_refused_by_rule_unless_an_administrator_of_the_installation_set_it()
    {
        var provider = await GivenProviderAsync(by: Editor);

        var fault = await RefusalAsync("mock/echo");
        Assert.Equal("models.upstream_unreachable", fault.Code);
        Assert.Contains("outbound.private_address", fault.Detail, StringComparison.Ordinal);
        Assert.Equal("outbound.private_address", fault.Extensions!["rule"]);

        await UpdateAsync(Admin, provider.Id, new UpdateProvider(BaseUrl: Upstream.BaseUrl));
        Assert.NotEmpty(await AskAsync("mock/echo"));

        await UpdateAsync(Editor, provider.Id, new UpdateProvider(BaseUrl: Upstream.BaseUrl + "/other"));
        Assert.Equal("models.upstream_unreachable", (await RefusalAsync("mock/echo")).Code);
    }

    [Fact]
    public async Task Erasing_a_workspace_leaves_the_others()
    {
        var provider = await GivenProviderAsync();
        await AskAsync("mock/echo");
        var neighbour = Guid.CreateVersion7();
        await GivenProviderAsync(by: Admin with { WorkspaceId = neighbour });

        await Services.GetRequiredService<IWorkspaceErasure>().EraseAsync(Workspace, CancellationToken.None);

        Assert.Empty(await CallsAsync());
        await Assert.ThrowsAsync<FaultException>(() => Providers.GetAsync(Workspace, provider.Id, CancellationToken.None));
        Assert.Equal(2, (await Providers.ListAsync(neighbour, new PageRequest(20, null), CancellationToken.None)).Data.Count);
    }

    private Task<Provider> UpdateAsync(Caller by, Guid id, UpdateProvider request)
        => Providers.UpdateAsync(by, id, request, new AuditTrail(), CancellationToken.None);
}
