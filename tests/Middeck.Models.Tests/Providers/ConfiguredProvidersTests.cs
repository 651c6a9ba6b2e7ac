using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Models.Providers;
using Middeck.ScriptedModel;
using Middeck.Testing;

namespace Middeck.Models.Tests.Providers;

public sealed class ConfiguredProvidersTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    protected override Dictionary<string, string?> Settings => new()
    {
        ["models:OpenaiApiKey"] = ScriptedModelServer.ApiKey,
        ["models:OpenaiBaseUrl"] = Upstream.BaseUrl,
        ["models:DashscopeApiKey"] = "sk-dashscope-0123456789",
        ["models:FastgptApiUrl"] = "https://fastgpt.example/api/v1/chat/completions",
        ["models:FastgptApiKey"] = "fastgpt-0123456789",
    };

    [Fact]
    public async Task The_first_start_makes_ready_providers_from_the_configuration()
    {
        await BootstrapAsync();

        var made = await ListAsync();
        Assert.Equal(["builtin", "dashscope", "fastgpt", "openai"], made.Keys.Order());
        Assert.Equal("https://dashscope.aliyuncs.com/compatible-mode/v1", made["dashscope"].BaseUrl);
        Assert.Equal("https://fastgpt.example/api/v1", made["fastgpt"].BaseUrl);
        Assert.Contains(made["openai"].Models, model => model.Name == "echo");
        Assert.NotEmpty(await AskAsync("openai/echo"));
    }

    [Fact]
    public async Task Later_starts_leave_what_people_changed_and_removed()
    {
        await BootstrapAsync();
        var made = await ListAsync();
        await Providers.UpdateAsync(
            Admin, made["openai"].Id, new UpdateProvider(Name: "ours"), new AuditTrail(), CancellationToken.None);
        await Providers.DeleteAsync(Admin, made["fastgpt"].Id, new AuditTrail(), CancellationToken.None);

        await BootstrapAsync();

        Assert.Equal(["builtin", "dashscope", "ours"], (await ListAsync()).Keys.Order());
    }

    private Task BootstrapAsync() => Services.BootstrapModelsAsync(Workspace, CancellationToken.None);

    private async Task<Dictionary<string, Provider>> ListAsync()
        => (await Providers.ListAsync(Workspace, new PageRequest(20, null), CancellationToken.None)).Data
            .ToDictionary(provider => provider.Name);
}
