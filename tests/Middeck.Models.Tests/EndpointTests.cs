using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Middeck.Core.Audit;
using Middeck.Http.Security;
using Middeck.ScriptedModel;
using Middeck.Testing;

namespace Middeck.Models.Tests;

/// <summary>The room's HTTP contract on real Kestrel. Who calls is Identity's matter: here a header says it.</summary>
public sealed class EndpointTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    private WebApplication? _app;
    private HttpClient _http = null!;
    private string _audited = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        AddRooms(builder.Configuration, builder.Services);
        HeaderCaller.AddTo(builder.Services);
        _app = builder.Build();
        _app.UseExceptionHandler();
        _app.UseAuthentication();
        _app.Use(AuditAsync);
        _app.UseAuthorization();
        _app.MapModels();
        await _app.StartAsync();
        _http = Client(Workspace);
    }

    public override async Task DisposeAsync()
    {
        _http.Dispose();
        await _app!.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_provider_is_made_listed_changed_tested_and_removed()
    {
        var (status, made) = await SendAsync(HttpMethod.Post, "/api/v1/model-providers", new
        {
            name = "mock",
            kind = "openai",
            base_url = Upstream.BaseUrl,
            api_key = ScriptedModelServer.ApiKey,
            models = new object[] { new { name = "echo", type = "llm", context_length = 8192 }, new { name = "embed-small" } },
        });

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(("mock", "openai", "unknown"), (Text(made, "name"), Text(made, "kind"), Text(made, "status")));
        Assert.Equal("••••cdef", Text(made, "api_key_masked"));
        Assert.False(made.GetProperty("builtin").GetBoolean());
        Assert.Equal("embedding", Text(made.GetProperty("models")[1], "type"));
        Assert.Contains("mock", _audited, StringComparison.Ordinal);
        var path = $"/api/v1/model-providers/{Text(made, "id")}";

        var list = await GetAsync("/api/v1/model-providers");
        Assert.Equal(["mock", "builtin"], list.GetProperty("data").EnumerateArray().Select(provider => Text(provider, "name")));
        Assert.False(list.GetProperty("has_more").GetBoolean());

        var (_, changed) = await SendAsync(HttpMethod.Patch, path, new { enabled = false });
        Assert.False(changed.GetProperty("enabled").GetBoolean());
        Assert.Equal(2, changed.GetProperty("models").GetArrayLength());

        var (_, test) = await SendAsync(HttpMethod.Post, $"{path}/test", new { });
        Assert.True(test.GetProperty("ok").GetBoolean());
        Assert.Equal(200, test.GetProperty("status_code").GetInt32());
        var (_, found) = await SendAsync(HttpMethod.Post, $"{path}/discover", new { });
        Assert.Contains(found.GetProperty("models").EnumerateArray(), model => Text(model, "name") == "echo");

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, path, null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, path, null)).Status);
    }

    [Fact]
    public async Task Defaults_and_models_are_named_provider_slash_model()
    {
        await GivenProviderAsync(models: [new("echo"), new("embed-small")]);

        var (status, set) = await SendAsync(HttpMethod.Put, "/api/v1/default-models", new { llm = "mock/echo", embedding = (string?)null });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("mock/echo", null), (Text(set, "llm"), Text(set, "embedding")));
        Assert.Equal("mock/embed-small", Text(set.GetProperty("resolved"), "embedding"));
        Assert.Equal("builtin/lexical-rerank", Text(set.GetProperty("resolved"), "rerank"));
        Assert.Equal(set.GetRawText(), (await GetAsync("/api/v1/default-models")).GetRawText());

        var models = (await GetAsync("/api/v1/models?type=llm")).GetProperty("data");
        Assert.Equal(["mock/echo", "builtin/extractive"], models.EnumerateArray().Select(model => Text(model, "id")));
    }

    [Fact]
    public async Task Usage_is_summed_and_listed()
    {
        await GivenProviderAsync();
        await AskAsync("mock/echo");
        await RefusalAsync("mock/fail-400");

        var sums = (await GetAsync("/api/v1/usage?group_by=model")).GetProperty("data");
        var calls = await GetAsync("/api/v1/usage/calls?limit=1");

        Assert.Equal(["mock/echo", "mock/fail-400"], sums.EnumerateArray().Select(sum => Text(sum, "key")));
        Assert.Equal(1, sums[1].GetProperty("errors").GetInt64());
        var newest = Assert.Single(calls.GetProperty("data").EnumerateArray());
        Assert.Equal(("failed", "models.upstream_rejected"), (Text(newest, "status"), Text(newest, "error_code")));
        Assert.True(calls.GetProperty("has_more").GetBoolean());
        var rest = await GetAsync($"/api/v1/usage/calls?cursor={Text(calls, "next_cursor")}");
        Assert.Equal("echo", Text(Assert.Single(rest.GetProperty("data").EnumerateArray()), "model"));
    }

    [Theory]
    [InlineData("""{"name":"Not Good","kind":"openai"}""", 400, "models.invalid_name", "name")]
    [InlineData("""{"name":"mock","kind":"anthropic"}""", 400, "models.kind_not_available", "kind")]
    [InlineData("""{"name":"mock","kind":"openai","models":[{"name":"a b"}]}""", 400, "models.invalid_name", "models[0].name")]
    [InlineData("""{"name":"mock","kind":"openai","models":[{"name":"a","type":"poet"}]}""", 400, "request.malformed", "models[0].type")]
    [InlineData("""{"kind":"openai"}""", 400, "request.malformed", "name")]
    [InlineData("""{"name":"mock"}""", 400, "request.malformed", "kind")]
    [InlineData("""{"name":"mock","kind":"openai","models":[{}]}""", 400, "request.malformed", "models[0].name")]
    public async Task A_request_that_is_wrong_names_its_field(string body, int status, string code, string? field)
    {
        var (answered, problem) = await SendAsync(
            HttpMethod.Post, "/api/v1/model-providers", JsonDocument.Parse(body).RootElement);

        Assert.Equal((status, code), ((int)answered, Text(problem, "code")));
        Assert.Equal(field, problem.TryGetProperty("field", out var named) ? named.GetString() : null);
    }

    [Fact]
    public async Task Nothing_of_one_workspace_is_seen_from_another()
    {
        var provider = await GivenProviderAsync();
        await AskAsync("mock/echo");
        _http = Client(Guid.CreateVersion7());

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, ""), (HttpMethod.Patch, ""), (HttpMethod.Delete, ""), (HttpMethod.Post, "/test"), (HttpMethod.Post, "/discover"),
        })
        {
            var (status, _) = await SendAsync(method, $"/api/v1/model-providers/{provider.Id}{path}", new { });
            Assert.Equal(HttpStatusCode.NotFound, status);
        }

        Assert.Equal("builtin", Text(Assert.Single(Data(await GetAsync("/api/v1/model-providers"))), "name"));
        Assert.All(Data(await GetAsync("/api/v1/models")), model => Assert.Equal("builtin", Text(model, "provider")));
        Assert.Empty(Data(await GetAsync("/api/v1/usage")));
        Assert.Empty(Data(await GetAsync("/api/v1/usage/calls")));
    }

    [Fact]
    public async Task A_reader_may_not_change_anything()
    {
        var provider = await GivenProviderAsync();
        _http = HeaderCaller.Client(_app!.Urls.First(), Workspace, user: null, admin: false, "models.read");

        Assert.Single(Data(await GetAsync("/api/v1/model-providers")), item => Text(item, "name") == "mock");
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, "model-providers"), (HttpMethod.Post, "model-providers/test"),
            (HttpMethod.Patch, $"model-providers/{provider.Id}"), (HttpMethod.Delete, $"model-providers/{provider.Id}"),
            (HttpMethod.Post, $"model-providers/{provider.Id}/test"), (HttpMethod.Put, "default-models"), (HttpMethod.Get, "usage"),
            (HttpMethod.Get, "usage/calls"),
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(method, $"/api/v1/{path}", new { })).Status);
        }
    }

    [Fact]
    public void Each_endpoint_names_its_permission()
    {
        var endpoints = _app!.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.True(endpoints.Count >= 12);
        Assert.All(endpoints, endpoint =>
        {
            var permission = endpoint.Metadata.GetMetadata<PermissionMetadata>()!.Name;
            var isDialect = ((RouteEndpoint)endpoint).RoutePattern.RawText!.TrimStart('/').StartsWith("v1/", StringComparison.Ordinal);
            Assert.StartsWith(isDialect ? "service." : "models.", permission, StringComparison.Ordinal);
            Assert.NotNull(endpoint.Metadata.GetMetadata<IAuthorizeData>());
        });
    }

    private HttpClient Client(Guid workspace) => HeaderCaller.Client(
        _app!.Urls.First(), workspace, user: null, admin: true, "models.read", "models.manage", "models.usage");

    private async Task AuditAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var audit = context.RequestServices.GetRequiredService<AuditTrail>();
        _audited += $"{audit.ObjectKind} {audit.ObjectName} ";
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, path, null);
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null || method == HttpMethod.Get || method == HttpMethod.Delete ? null : JsonContent.Create(body),
        };
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    private static JsonElement.ArrayEnumerator Data(JsonElement page) => page.GetProperty("data").EnumerateArray();

    private static string? Text(JsonElement body, string name) => body.GetProperty(name).GetString();
}
