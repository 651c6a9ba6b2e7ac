using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Core.Workspaces;
using Middeck.Observability.Errors;
using Middeck.Testing;

namespace Middeck.Observability.Tests.Errors;

public sealed class ErrorLogTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly Guid _workspace = Guid.CreateVersion7();

    [Fact]
    public async Task A_call_that_fails_unexpectedly_is_found_under_the_trace_id_that_the_caller_got()
    {
        await using var node = await ObservedNode.StartAsync(postgres);
        using var client = node.Client(_workspace, permissions: Permissions.Errors.Read);

        var failed = await client.GetAsync("/fails");
        var traceId = (await failed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("trace_id").GetString();
        var list = await client.GetFromJsonAsync<JsonElement>($"/api/v1/errors?trace_id={traceId}");

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        var entry = Assert.Single(list.GetProperty("data").EnumerateArray().ToList());
        Assert.Equal("GET /fails", entry.GetProperty("operation").GetString());
        Assert.Equal("It broke.", entry.GetProperty("message").GetString());
        Assert.Equal(HeaderCaller.User, entry.GetProperty("user_id").GetGuid());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("stack_trace").ValueKind);
    }

    [Fact]
    public async Task Only_operators_of_the_installation_see_stack_traces_and_other_workspaces()
    {
        await using var node = await ObservedNode.StartAsync(postgres);
        var id = await GivenAsync(node, _workspace);
        using var member = node.Client(_workspace, permissions: Permissions.Errors.Read);
        using var stranger = node.Client(Guid.CreateVersion7(), permissions: Permissions.Errors.Read);
        using var admin = node.Client(Guid.CreateVersion7(), admin: true);

        var seen = await member.GetFromJsonAsync<JsonElement>($"/api/v1/errors/{id}");
        var whole = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/admin/errors/{id}");
        var all = await admin.GetFromJsonAsync<JsonElement>("/api/v1/admin/errors?limit=1");

        Assert.Equal(JsonValueKind.Null, seen.GetProperty("stack_trace").ValueKind);
        Assert.Equal("at Here()", whole.GetProperty("stack_trace").GetString());
        Assert.Equal(1, all.GetProperty("data").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/v1/errors/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync("/api/v1/admin/errors")).StatusCode);
    }

    [Fact]
    public async Task Rows_go_after_their_time_and_with_their_workspace()
    {
        var clock = new FakeClock();
        await using var node = await ObservedNode.StartAsync(postgres, clock);
        var store = node.Services.GetRequiredService<ErrorStore>();
        var old = await GivenAsync(node, _workspace);
        clock.Advance(TimeSpan.FromDays(31));
        var recent = await GivenAsync(node, _workspace);

        await store.TrimAsync(clock.GetUtcNow() - TimeSpan.FromDays(30), 100, CancellationToken.None);

        Assert.Null(await store.FindAsync(_workspace, old, CancellationToken.None));
        Assert.NotNull(await store.FindAsync(_workspace, recent, CancellationToken.None));
        foreach (var erasure in node.Services.GetServices<IWorkspaceErasure>())
        {
            await erasure.EraseAsync(_workspace, CancellationToken.None);
        }

        Assert.Null(await store.FindAsync(_workspace, recent, CancellationToken.None));
    }

    [Fact]
    public async Task A_sink_without_a_database_gives_up_quietly()
    {
        await using var node = await ObservedNode.StartAsync(postgres);
        await using var broken = postgres.Source.CreateCommand("ALTER TABLE observability.error RENAME TO gone");
        await using var mended = postgres.Source.CreateCommand("ALTER TABLE observability.gone RENAME TO error");
        await broken.ExecuteNonQueryAsync();
        try
        {
            await node.Services.GetRequiredService<IErrorSink>().ReportAsync(Report(_workspace), CancellationToken.None);
        }
        finally
        {
            await mended.ExecuteNonQueryAsync();
        }
    }

    private static async Task<Guid> GivenAsync(ObservedNode node, Guid workspace)
    {
        await node.Services.GetRequiredService<IErrorSink>().ReportAsync(Report(workspace), CancellationToken.None);
        var page = await node.Services.GetRequiredService<ErrorStore>()
            .ListAsync(workspace, null, new(1, null), CancellationToken.None);
        return page.Data[0].Id;
    }

    private static ErrorReport Report(Guid workspace)
        => new("0af7651916cd43dd8448eb211c80319c", "job", "test.work", "It broke.", "System.Exception", "at Here()", workspace, null);
}
