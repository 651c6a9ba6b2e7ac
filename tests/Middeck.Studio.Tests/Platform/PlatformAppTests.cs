using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Middeck.Studio.Templates;
using Middeck.Testing.Hosting;

namespace Middeck.Studio.Tests.Platform;

/// <summary>Apps in the whole platform: real keys with real scopes, and the models that come with it.</summary>
public sealed class PlatformAppTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    private const string File = "app: {name: CI, mode: chat}\nkind: app\nversion: 0.6.0\nmodel_config: {pre_prompt: one}\n";

    [Fact]
    public async Task A_management_key_takes_an_app_from_a_file_to_its_callers_and_back()
    {
        var workspace = await host.CreateWorkspaceAsync("CI");
        using var key = host.With(await GivenKeyAsync(
            workspace.Owner, "apps.read", "apps.create", "apps.update", "apps.publish", "apps.delete"));

        var id = (await PostYamlAsync(key, "import", File)).GetProperty("app_id").GetString();
        await key.PostAsync($"/api/v1/apps/{id}/publish", new { name = "one" });
        await PostYamlAsync(key, $"import?app_id={id}", File.Replace("one", "two", StringComparison.Ordinal));
        var changes = await key.GetAsync($"/api/v1/apps/{id}/diff?from=1&to=draft");
        Assert.Equal("two", changes[0].GetProperty("after").GetString());
        await key.PostAsync($"/api/v1/apps/{id}/publish");
        Assert.Equal(3, (await key.PostAsync($"/api/v1/apps/{id}/rollback", new { version = 1 })).GetProperty("version").GetInt32());
        var versions = await key.GetAsync($"/api/v1/apps/{id}/versions");
        Assert.Equal(3, versions.GetProperty("data").GetArrayLength());
        await key.DeleteAsync($"/api/v1/apps/{id}");
        Assert.Empty((await key.GetAsync("/api/v1/apps")).GetProperty("data").EnumerateArray());
        await key.PostAsync($"/api/v1/apps/{id}/restore");
        await key.GetAsync($"/api/v1/apps/{id}");
    }

    [Fact]
    public async Task A_key_does_what_its_scopes_say_and_nothing_else()
    {
        var workspace = await host.CreateWorkspaceAsync("Scopes");
        var id = (await workspace.Owner.PostAsync("/api/v1/apps", new { name = "a", mode = "chat" }, 201)).GetProperty("id").GetString();
        using var reader = host.With(await GivenKeyAsync(workspace.Owner, "apps.read"));
        using var creator = host.With(await GivenKeyAsync(workspace.Owner, "apps.read", "apps.create"));

        await reader.GetAsync($"/api/v1/apps/{id}");
        await reader.GetAsync($"/api/v1/apps/{id}/diff");
        foreach (var refused in new[]
        {
            await PostYamlAsync(reader, "import", File, 403),
            await PostYamlAsync(creator, $"import?app_id={id}", File, 403),
            await reader.PostAsync($"/api/v1/apps/{id}/publish", null, 403),
            await reader.PostAsync($"/api/v1/apps/{id}/copy", null, 403),
            await reader.PostAsync($"/api/v1/apps/{id}/rollback", new { version = 1 }, 403),
            await reader.DeleteAsync($"/api/v1/apps/{id}", 403),
            await reader.GetAsync($"/api/v1/apps/{id}/export?include_secrets=true", 403),
        })
        {
            Assert.Equal("auth.forbidden", refused.GetProperty("code").GetString());
        }

        // A favourite is a person's.
        await reader.SendAsync(HttpMethod.Put, $"/api/v1/apps/{id}/favourite", null, 403);
        await PostYamlAsync(creator, "import", File);
    }

    [Fact]
    public async Task A_key_of_an_app_in_the_trash_is_no_credential_until_the_app_comes_back()
    {
        var workspace = await host.CreateWorkspaceAsync("Trash");
        var owner = workspace.Owner;
        var id = (await owner.PostAsync("/api/v1/apps", new { name = "a", mode = "chat" }, 201)).GetProperty("id").GetString();
        await owner.PostAsync($"/api/v1/apps/{id}/publish");
        using var app = host.With((await owner.PostAsync($"/api/v1/apps/{id}/api-keys", new { name = "k" }, 201)).GetProperty("key").GetString()!);
        await app.GetAsync("/v1/parameters");

        await owner.DeleteAsync($"/api/v1/apps/{id}");
        Assert.Equal("unauthorized", (await app.GetAsync("/v1/parameters", 401)).GetProperty("code").GetString());
        await owner.PostAsync($"/api/v1/apps/{id}/restore");
        await app.GetAsync("/v1/parameters");
        await owner.DeleteAsync($"/api/v1/apps/{id}?permanently=true");
        await app.GetAsync("/v1/parameters", 401);
    }

    [Fact]
    public async Task Every_template_answers_with_the_models_that_come_with_the_platform()
    {
        var workspace = await host.CreateWorkspaceAsync("Templates");
        var silent = new List<string>();
        foreach (var template in TemplateReader.ReadAll())
        {
            var app = await workspace.Owner.PostAsync(
                "/api/v1/apps", new { template = template.Id, language = template.Language }, 201);
            var stream = await AskAsync(workspace.Owner, app.GetProperty("id").GetString()!, template);
            // One of them asks a person first.
            var isWaiting = stream.Contains("\"event\":\"workflow_paused\"", StringComparison.Ordinal);
            if (!isWaiting && (!stream.Contains("\"event\":\"message_end\"", StringComparison.Ordinal)
                || !stream.Contains("\"answer\":", StringComparison.Ordinal)))
            {
                silent.Add($"{template.Id} {template.Language}: {stream}");
            }
        }

        Assert.True(silent.Count == 0, string.Join('\n', silent));
    }

    private static async Task<string> AskAsync(MiddeckClient client, string app, AppTemplate template)
    {
        var file = await client.UploadAsync(
            $"/api/v1/apps/{app}/files", "contract.txt", Encoding.UTF8.GetBytes("The price is 900 euros. 年假须提前两周申请。"), 201);
        var inputs = Configuration.AppConfigInputs.Of(template.Config, template.Mode, file.GetProperty("id").GetString()!);
        using var body = new StringContent(
            JsonSerializer.Serialize(new { query = "Which leave is requested two weeks ahead? 年假须提前两周申请。", draft = true, inputs }),
            Encoding.UTF8, "application/json");
        using var answer = await client.Http.PostAsync($"/api/v1/apps/{app}/chat", body);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> GivenKeyAsync(MiddeckClient owner, params string[] scopes)
        => (await owner.PostAsync("/api/v1/management-keys", new { name = "ci", scopes }, 201)).GetProperty("key").GetString()!;

    private static async Task<JsonElement> PostYamlAsync(MiddeckClient client, string path, string file, int status = 200)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/yaml");
        using var answer = await client.Http.PostAsync($"/api/v1/apps/{path}", content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
