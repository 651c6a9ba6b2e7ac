using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Knowledge.Backends;
using Middeck.Knowledge.Tests.Backends.Servers;
using Middeck.Search;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Backends;

/// <summary>What becomes of a search and of a write when the product behind HTTP fails.</summary>
public sealed class BackendFailureTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-operator";

    private readonly FailingServer _server = new();
    private readonly List<BackendNode> _nodes = [];

    public static TheoryData<string> Products => ["Weaviate", "Qdrant", "OpenSearch"];

    public Task InitializeAsync() => _server.InitializeAsync();

    public async Task DisposeAsync()
    {
        _nodes.ForEach(node => node.Dispose());
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("Weaviate", """{"error":[{"message":"the disk is full"}]}""")]
    [InlineData("Qdrant", """{"status":{"error":"the disk is full"},"time":0.1}""")]
    [InlineData("OpenSearch", """{"error":{"type":"x","reason":"the disk is full"},"status":500}""")]
    public async Task An_error_of_the_product_comes_in_its_own_words_and_is_not_asked_for_again(string product, string body)
    {
        _server.Answer = FailingServer.With(500, body);

        await ExpectAsync(product, FaultKind.Upstream, $"{product} answered 500: the disk is full.");

        Assert.Equal(2, _server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_refused_credential_is_named_by_its_setting_and_never_shown(string product)
    {
        _server.Answer = context => FailingServer.With(
            401,
            $"what you sent, {context.Request.Headers.Authorization} {context.Request.Headers["api-key"]}, is wrong, {Secret}",
            "text/plain")(context);

        await ExpectAsync(product, FaultKind.Upstream, $"Check the credentials under search.{product.ToLowerInvariant()}.");
    }

    [Theory]
    [MemberData(nameof(Products))]
    public async Task Nonsense_is_a_fault(string product)
    {
        var settled = $"{product} gave an answer that is not its API's. Check that search.{product.ToLowerInvariant()}.url";
        foreach (var body in (string[])["<html>", "{", "[]", "7", "null", """{"result":null,"data":null,"hits":null}""", ""])
        {
            _server.Answer = FailingServer.With(200, body);

            await ExpectAsync(product, FaultKind.Upstream, settled);
        }
    }

    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_server_that_is_not_there_is_a_fault_that_names_the_address(string product)
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();

        await ExpectAsync(
            product,
            FaultKind.Unavailable,
            $"{product} cannot be reached at 127.0.0.1:{port}: Connection refused.",
            $"http://127.0.0.1:{port}");
    }

    [Theory]
    [MemberData(nameof(Products))]
    public async Task An_answer_that_breaks_off_is_a_fault(string product)
    {
        _server.Answer = async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"result\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };

        await ExpectAsync(product, FaultKind.Upstream, $"{product} closed the connection before its answer was complete.");
    }

    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_product_that_never_answers_is_given_up(string product)
    {
        var clock = new FakeClock();
        var arrived = new TaskCompletionSource();
        _server.Answer = async context =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };

        var search = SearchAsync(Node(product, _server.Url, clock), product, default);
        await arrived.Task;
        clock.Advance(TimeSpan.FromSeconds(31));
        var refusal = await Assert.ThrowsAsync<FaultException>(() => search);

        Assert.Equal("knowledge.backend_failed", refusal.Fault.Code);
        Assert.Equal(FaultKind.Timeout, refusal.Fault.Kind);
        Assert.Contains("did not answer in time; search.backend_timeout is 30 seconds", refusal.Fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Products))]
    public async Task Who_gives_up_waiting_does_not_wait_for_the_product(string product)
    {
        using var caller = new CancellationTokenSource();
        var aborted = new TaskCompletionSource();
        _server.Answer = async context =>
        {
            context.RequestAborted.Register(() => aborted.TrySetResult());
            await caller.CancelAsync();
            await aborted.Task;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SearchAsync(Node(product, _server.Url, new ImpatientClock()), product, caller.Token));

        await aborted.Task;
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_fails_in_passing_is_tried_three_times_in_all(int status)
    {
        _server.Answer = FailingServer.With(status, "");

        await Assert.ThrowsAsync<FaultException>(
            () => SearchAsync(Node("Qdrant", _server.Url, new ImpatientClock()), "Qdrant", default));

        Assert.Equal(3, _server.Requests.Count);
    }

    [Fact]
    public async Task What_works_at_the_second_try_is_no_fault()
    {
        _server.Answer = context => _server.Requests.Count == 1
            ? FailingServer.With(503, "")(context)
            : FailingServer.With(200, """{"result":{"points":[]},"status":"ok"}""")(context);

        await SearchAsync(Node("Qdrant", _server.Url, new ImpatientClock()), "Qdrant", default);

        Assert.Equal(["POST", "POST"], _server.Requests.Select(request => request.Split(' ')[0]));
    }

    [Fact]
    public async Task A_write_that_the_product_has_only_noted_is_a_fault()
    {
        _server.Answer = FailingServer.With(200, """{"result":{"operation_id":1,"status":"acknowledged"},"status":"ok"}""");

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => WriteAsync(Node("Qdrant", _server.Url, new ImpatientClock()), "Qdrant"));

        Assert.Contains("acknowledged", refusal.Fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_entry_that_a_bulk_request_refuses_is_a_fault()
    {
        _server.Answer = FailingServer.With(200, """
            {"errors":true,"items":[{"index":{"_id":"a","status":201}},
             {"index":{"_id":"b","status":429,"error":{"type":"rejected","reason":"the queue is full"}}}]}
            """);

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => WriteAsync(Node("OpenSearch", _server.Url, new ImpatientClock()), "OpenSearch"));

        Assert.Equal("knowledge.backend_failed", refusal.Fault.Code);
        Assert.Contains("the queue is full", refusal.Fault.Detail, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<ScoredId>> SearchAsync(BackendNode node, string product, CancellationToken cancellationToken)
        => product == "OpenSearch"
            ? node.Texts.SearchAsync(Guid.CreateVersion7(), "word", 5, null, cancellationToken)
            : node.Vectors.SearchAsync(Collection(), new float[] { 1, 0 }, 5, null, cancellationToken);

    private static Task WriteAsync(BackendNode node, string product)
        => product == "OpenSearch"
            ? node.Texts.UpsertAsync(Guid.CreateVersion7(), [new(Guid.CreateVersion7(), Guid.CreateVersion7(), "word")], default)
            : node.Vectors.UpsertAsync(
                Collection(), [new(Guid.CreateVersion7(), Guid.CreateVersion7(), new float[] { 1, 0 })], default);

    private static VectorCollection Collection() => new(Guid.CreateVersion7(), "key", 2);

    private async Task ExpectAsync(string product, FaultKind kind, string words, string? url = null)
    {
        var node = Node(product, url ?? _server.Url, new ImpatientClock());
        foreach (var work in (Func<Task>[])[() => SearchAsync(node, product, default), () => WriteAsync(node, product)])
        {
            var refusal = await Assert.ThrowsAsync<FaultException>(work);

            Assert.Equal("knowledge.backend_failed", refusal.Fault.Code);
            Assert.Equal(kind, refusal.Fault.Kind);
            Assert.Contains(words, refusal.Fault.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, refusal.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("bWU6", refusal.ToString(), StringComparison.Ordinal);
        }
    }

    private BackendNode Node(string product, string url, TimeProvider clock)
    {
        var node = new BackendNode(
            new()
            {
                [product == "OpenSearch" ? "search:TextBackend" : "search:VectorBackend"] = product,
                [$"search:{product}:Url"] = url,
                [$"search:{product}:ApiKey"] = Secret,
                [$"search:{product}:Username"] = "me",
                [$"search:{product}:Password"] = Secret,
            },
            clock);
        _nodes.Add(node);
        return node;
    }
}
