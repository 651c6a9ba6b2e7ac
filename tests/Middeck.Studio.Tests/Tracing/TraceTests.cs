using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;
using Middeck.Studio.Objects;
using Middeck.Studio.Tracing;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Tracing;

public sealed class TraceTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task An_answer_leaves_its_steps_with_what_went_in_and_came_out()
    {
        var app = await GivenPublishedAppAsync(new
        {
            pre_prompt = "Be kind.",
            dataset_configs = new { datasets = new { datasets = new[] { new { dataset = new { id = Guid.Empty } } } } },
        });
        Host.Knowledge.Holds("handbook.pdf", "Two weeks.");
        Host.Models.Says("Two weeks.");

        var steps = await StepsAsync(app, (Guid)(await AskAsync(app, "When?"))[0]["message_id"]!);

        Assert.Equal(["retrieval", "prompt", "model"], steps.Select(step => (string?)step!["kind"]));
        Assert.Equal("When?", (string?)steps[0]!["input"]!["query"]);
        Assert.Equal("handbook.pdf", (string?)steps[0]!["output"]![0]!["document_name"]);
        Assert.StartsWith("Be kind.", (string?)steps[1]!["output"]![0]!["content"], StringComparison.Ordinal);
        Assert.Equal("builtin/extractive", (string?)steps[2]!["title"]);
        Assert.Equal("Two weeks.", (string?)steps[2]!["output"]!["text"]);
        Assert.Equal(7, (int)steps[2]!["tokens"]!["prompt_tokens"]!);
        Assert.All(steps, step => Assert.Null(step!["error"]));
    }

    [Fact]
    public async Task A_step_that_failed_says_why_and_keeps_what_came_until_then()
    {
        var app = await GivenPublishedAppAsync();
        Host.Models.SaysAndFails(
            new FaultException(new Fault(FaultKind.Upstream, "models.upstream_error", "It is overloaded.")), "half");

        var steps = await StepsAsync(app, (Guid)(await AskAsync(app, "hi"))[0]["message_id"]!);

        Assert.Equal("It is overloaded.", (string?)steps[^1]!["error"]);
        Assert.Equal("half", (string?)steps[^1]!["output"]!["text"]);
    }

    [Fact]
    public async Task Whatever_a_step_holds_is_kept()
    {
        var trace = new RunTrace(Clock);
        await trace.RecordAsync(TraceKind.Tool, "odd", new { a = "\0", b = "\ud83d" }, step =>
        {
            step.Returns(new { text = "x\0y" });
            return Task.CompletedTask;
        });
        var (app, message) = await GivenAnswerAsync();

        await Host.Get<TraceStore>().SaveAsync(Workspace, message, trace.ToSteps(), CancellationToken.None);

        var step = Assert.Single(await StepsAsync(app, message));
        Assert.Contains("u0000", (string?)step!["output"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_trace_lies_in_the_object_store_and_is_read_all_the_same()
    {
        var (app, message) = await GivenAnswerAsync();
        var trace = new RunTrace(Clock);
        for (var i = 0; i < 3; i++)
        {
            await trace.RecordAsync(TraceKind.Tool, "long", new string('长', 50_000), _ => Task.CompletedTask);
        }

        var store = Host.Get<TraceStore>();
        await store.SaveAsync(Workspace, message, trace.ToSteps(), CancellationToken.None);

        Assert.Equal(3, (await StepsAsync(app, message)).Count);
        Assert.Equal(1, await ObjectsAsync());

        // Written again, the first object belongs to nobody; a day later it is gone.
        await store.SaveAsync(Workspace, message, trace.ToSteps(), CancellationToken.None);
        Assert.Equal(2, await ObjectsAsync());
        await Host.Get<StudioObjects>().TrimAsync(1_000, CancellationToken.None);
        Assert.Equal(2, await ObjectsAsync());
        Clock.Advance(TimeSpan.FromHours(25));
        await Host.Get<StudioObjects>().TrimAsync(1_000, CancellationToken.None);
        Assert.Equal(1, await ObjectsAsync());
        Assert.Equal(3, (await StepsAsync(app, message)).Count);
    }

    [Fact]
    public async Task A_trace_is_read_by_those_who_read_logs_and_in_its_own_app_and_workspace_only()
    {
        var (app, message) = await GivenAnswerAsync();
        var other = await GivenPublishedAppAsync();
        var path = $"/api/v1/apps/{app}/messages/{message}/trace";

        Assert.NotEmpty((await CallAsync(HttpMethod.Get, path))!["steps"]!.AsArray());
        await CallAsync(
            HttpMethod.Get, $"/api/v1/apps/{other}/messages/{message}/trace", expect: HttpStatusCode.NotFound);
        await CallAsync(HttpMethod.Get, path, expect: HttpStatusCode.NotFound, workspace: Ids.New(TimeProvider.System));
    }

    [Fact]
    public async Task Erasing_a_workspace_takes_its_objects_along()
    {
        var kept = await Host.Get<StudioObjects>().PutAsync(
            Ids.New(Clock), new MemoryStream([1]), 10, CancellationToken.None);
        var gone = await Host.Get<StudioObjects>().PutAsync(
            Workspace, new MemoryStream([1]), 10, CancellationToken.None);

        foreach (var erasure in Host.Get<IEnumerable<Core.Workspaces.IWorkspaceErasure>>())
        {
            await erasure.EraseAsync(Workspace, CancellationToken.None);
        }

        await using var content = await Host.Get<StudioObjects>().OpenAsync(kept.Id, CancellationToken.None);
        Assert.NotNull(content);
        Assert.Null(await Host.Get<StudioObjects>().OpenAsync(gone.Id, CancellationToken.None));
    }

    private async Task<(Guid App, Guid Message)> GivenAnswerAsync()
    {
        var app = await GivenPublishedAppAsync();
        return (app, (Guid)(await AskAsync(app, "hi"))[0]["message_id"]!);
    }

    private async Task<JsonArray> StepsAsync(Guid app, Guid message)
        => (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/messages/{message}/trace"))!["steps"]!.AsArray();

    private async Task<long> ObjectsAsync()
        => await Host.Database.ScalarAsync<long>(
            $"SELECT count(*) FROM studio.object WHERE workspace_id = {Workspace}", CancellationToken.None);
}
