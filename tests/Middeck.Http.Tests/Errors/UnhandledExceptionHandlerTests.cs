using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Middeck.Core.Errors;
using Middeck.Http.Tests.Hosting;

namespace Middeck.Http.Tests.Errors;

public sealed class UnhandledExceptionHandlerTests : IAsyncLifetime
{
    private FoundationHost _host = null!;

    [Fact]
    public async Task A_refusal_keeps_its_status_code_field_and_facts_and_is_not_logged()
    {
        var (status, problem) = await _host.SendAsync(HttpMethod.Get, "/refused");

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Equal("orders.too_many", Text(problem, "code"));
        Assert.Equal("Wait a moment.", Text(problem, "detail"));
        Assert.Equal("customer_name", Text(problem, "field"));
        Assert.Equal("Wait a moment.", problem.GetProperty("errors").GetProperty("customer_name")[0].GetString());
        Assert.Equal(7, problem.GetProperty("retry_after_seconds").GetInt32());
        Assert.Equal(429, problem.GetProperty("status").GetInt32());
        Assert.Equal(32, Text(problem, "trace_id").Length);
        Assert.Empty(_host.Sink.Reports);
    }

    [Fact]
    public async Task An_upstream_that_failed_is_reported_under_the_trace_id_that_the_caller_gets()
    {
        var (status, problem) = await _host.SendAsync(HttpMethod.Get, "/upstream/4");

        Assert.Equal(HttpStatusCode.BadGateway, status);
        var report = Assert.Single(_host.Sink.Reports);
        Assert.Equal(Text(problem, "trace_id"), report.TraceId);
        Assert.Equal("GET /upstream/{id}", report.Operation);
    }

    [Fact]
    public async Task What_nobody_expected_is_a_500_without_details_and_one_report_with_them()
    {
        var (status, problem) = await _host.SendAsync(HttpMethod.Get, "/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal("internal.unexpected", Text(problem, "code"));
        Assert.DoesNotContain("inner workings", problem.ToString(), StringComparison.Ordinal);
        var report = Assert.Single(_host.Sink.Reports);
        Assert.Equal(Text(problem, "trace_id"), report.TraceId);
        Assert.Equal("The inner workings.", report.Message);
        Assert.Equal(typeof(InvalidOperationException).FullName, report.ExceptionType);
        Assert.Contains(nameof(UnhandledExceptionHandlerTests), report.StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"count":"three"}""", "count")]
    [InlineData("""{"lines":[{"unit_price":1},{"unit_price":true}]}""", "lines[1].unit_price")]
    [InlineData("""{"customer_name":null}""", "customer_name")]
    public async Task A_value_of_the_wrong_type_is_named_by_its_path(string json, string field)
    {
        var (status, problem) = await _host.SendAsync(HttpMethod.Post, "/orders", json);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("request.malformed", Text(problem, "code"));
        Assert.Equal(field, Text(problem, "field"));
        Assert.DoesNotContain("System.", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("""{"count":1""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_body_that_is_no_JSON_object_is_a_400_with_a_sentence(string json)
    {
        var (status, problem) = await _host.SendAsync(HttpMethod.Post, "/orders", json);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("request.malformed", Text(problem, "code"));
        Assert.EndsWith(".", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.DoesNotContain("Order", Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/needed")]
    [InlineData("/needed?at=yesterday")]
    public async Task A_query_parameter_that_is_missing_or_wrong_is_a_400_with_a_sentence(string path)
    {
        var (status, problem) = await _host.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("request.malformed", Text(problem, "code"));
        Assert.Equal("at", Text(problem, "field"));
        Assert.Contains("address", Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_a_413()
    {
        var (status, problem) = await _host.SendAsync(HttpMethod.Post, "/small", $$"""{"customer_name":"{{new string('x', 200)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal("request.too_large", Text(problem, "code"));
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_fault_of_ours()
    {
        var answer = await _host.SendRawAsync(
            "POST /orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"count\":");

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), answer);
        Assert.Empty(_host.Sink.Reports);
        Assert.Equal(HttpStatusCode.OK, (await _host.SendAsync(HttpMethod.Post, "/orders", """{"customer_name":"a"}""")).Status);
    }

    [Fact]
    public async Task A_value_that_breaks_a_rule_is_named_as_in_the_JSON()
    {
        var (status, problem) = await _host.SendAsync(
            HttpMethod.Post, "/orders", """{"customer_name":"far too long a name","count":1,"lines":[{"unit_price":99}]}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("request.invalid", Text(problem, "code"));
        var errors = problem.GetProperty("errors");
        Assert.Equal(["customer_name", "lines[0].unit_price"], errors.EnumerateObject().Select(error => error.Name).Order());
        Assert.Equal(errors.GetProperty(Text(problem, "field"))[0].GetString(), Text(problem, "detail"));
        Assert.Equal(32, Text(problem, "trace_id").Length);
    }

    [Theory]
    [InlineData("/plain/refused", "409 orders.taken")]
    [InlineData("/plain/broken", "500 internal.unexpected")]
    public async Task The_path_decides_the_dialect(string path, string expected)
    {
        using var answer = await _host.Client.GetAsync(path);

        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
        Assert.Equal(expected[..3], $"{(int)answer.StatusCode}");
    }

    public async Task InitializeAsync() => _host = await FoundationHost.StartAsync(app =>
    {
        app.MapGet("/refused", string () => throw new FaultException(new Fault(
            FaultKind.TooMany,
            "orders.too_many",
            "Wait a moment.",
            "customer_name",
            new Dictionary<string, object?> { ["retry_after_seconds"] = 7 })));
        app.MapGet("/upstream/{id}", string (int id) => throw new FaultException(
            new Fault(FaultKind.Upstream, "orders.upstream", $"Order {id} did not come.")));
        app.MapGet("/broken", string () => throw new InvalidOperationException("The inner workings."));
        app.MapGet("/plain/broken", string () => throw new InvalidOperationException("The inner workings."));
        app.MapGet("/plain/refused", string () => throw new FaultException(Fault.Conflict("orders.taken", "Taken.")));
        app.MapPost("/orders", (Order order) => order);
        app.MapPost("/small", (HttpRequest request) => request.Body.CopyToAsync(Stream.Null)).WithMetadata(new SmallBody());
        app.MapGet("/needed", (DateTimeOffset at) => at);
    });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private static string Text(JsonElement problem, string property) => problem.GetProperty(property).GetString()!;

    private sealed class SmallBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => 100;
    }
}
