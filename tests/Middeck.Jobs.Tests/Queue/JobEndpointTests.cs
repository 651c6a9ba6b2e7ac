using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Middeck.Core.Security;
using Middeck.Http;
using Middeck.Testing;

namespace Middeck.Jobs.Tests.Queue;

public sealed class JobEndpointTests(PostgresFixture postgres) : JobsTest(postgres)
{
    [Fact]
    public async Task A_job_is_listed_read_cancelled_and_run_again()
    {
        await using var node = await JobNode.CreateAsync(Postgres, new ScriptedHandler());
        await using var server = await ServeAsync(node);
        using var client = Client(server, Workspace, Permissions.Jobs.Read, Permissions.Jobs.Cancel);
        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);

        var list = await client.GetFromJsonAsync<JsonElement>("/api/v1/jobs?state=waiting");
        var cancelled = await client.PostAsync($"/api/v1/jobs/{id}/cancel", null);
        var twice = await client.PostAsync($"/api/v1/jobs/{id}/cancel", null);
        var again = await client.PostAsync($"/api/v1/jobs/{id}/retry", null);
        var job = await client.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{id}");

        Assert.Equal(id, Assert.Single(list.GetProperty("data").EnumerateArray().ToList()).GetProperty("id").GetGuid());
        Assert.Equal("cancelled", (await cancelled.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Equal("jobs.already_finished", await CodeAsync(twice));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("waiting", job.GetProperty("state").GetString());
        Assert.Equal("report.pdf", job.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Another_workspace_sees_nothing_and_a_reader_cancels_nothing()
    {
        await using var node = await JobNode.CreateAsync(Postgres, new ScriptedHandler());
        await using var server = await ServeAsync(node);
        using var stranger = Client(server, Guid.CreateVersion7(), Permissions.Jobs.Read, Permissions.Jobs.Cancel);
        using var reader = Client(server, Workspace, Permissions.Jobs.Read);
        var id = await node.Queue.EnqueueAsync(Request(), CancellationToken.None);

        Assert.Equal("jobs.not_found", await CodeAsync(await stranger.GetAsync($"/api/v1/jobs/{id}")));
        Assert.Equal("jobs.not_found", await CodeAsync(await stranger.PostAsync($"/api/v1/jobs/{id}/cancel", null)));
        Assert.Equal("jobs.not_found", await CodeAsync(await stranger.PostAsync($"/api/v1/jobs/{id}/retry", null)));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync($"/api/v1/jobs/{id}/cancel", null)).StatusCode);
        var list = await stranger.GetFromJsonAsync<JsonElement>("/api/v1/jobs");
        Assert.Equal(0, list.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task A_state_that_does_not_exist_is_refused_by_name()
    {
        await using var node = await JobNode.CreateAsync(Postgres, new ScriptedHandler());
        await using var server = await ServeAsync(node);
        using var client = Client(server, Workspace, Permissions.Jobs.Read);

        var refusal = await client.GetAsync("/api/v1/jobs?state=done");

        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        Assert.Equal("jobs.invalid_state", await CodeAsync(refusal));
    }

    private static HttpClient Client(WebApplication server, Guid workspace, params string[] permissions)
        => HeaderCaller.Client(server.Urls.First(), workspace, user: null, admin: false, permissions);

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
        => (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private static async Task<WebApplication> ServeAsync(JobNode node)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHttpFoundation();
        builder.Services.AddSingleton(node.Queue);
        builder.Services.AddSingleton(node.Services.GetRequiredService<Middeck.Jobs.Queue.JobStore>());
        HeaderCaller.AddTo(builder.Services);
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapJobs();
        await app.StartAsync();
        return app;
    }
}
