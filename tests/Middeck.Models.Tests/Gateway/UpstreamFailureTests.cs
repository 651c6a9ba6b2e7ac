using Middeck.Core.Errors;
using Middeck.Models.Usage;
using Middeck.ScriptedModel;
using Middeck.Testing;

namespace Middeck.Models.Tests.Gateway;

public sealed class UpstreamFailureTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    [Theory]
    [InlineData("fail-400", "models.upstream_rejected", FaultKind.Upstream)]
    [InlineData("fail-404", "models.upstream_rejected", FaultKind.Upstream)]
    [InlineData("mid-error", "models.upstream_rejected", FaultKind.Upstream)]
    [InlineData("nonsense-html", "models.upstream_malformed", FaultKind.Upstream)]
    [InlineData("malformed", "models.upstream_malformed", FaultKind.Upstream)]
    [InlineData("huge-8", "models.upstream_malformed", FaultKind.Upstream)]
    [InlineData("cut", "models.upstream_cut_off", FaultKind.Upstream)]
    [InlineData("truncated", "models.upstream_cut_off", FaultKind.Upstream)]
    public async Task Each_failure_has_its_code_and_leaves_a_usage_row(string model, string code, FaultKind kind)
    {
        await GivenProviderAsync();

        var fault = await RefusalAsync($"mock/{model}");

        Assert.Equal((code, kind), (fault.Code, fault.Kind));
        Assert.Contains("'mock'", fault.Detail, StringComparison.Ordinal);
        var call = await TheCallAsync();
        Assert.Equal((UsageStatus.Failed, code), (call.Status, call.ErrorCode));
        Assert.Single(Upstream.Requests);
    }

    [Fact]
    public async Task The_providers_own_words_and_status_are_passed_on_without_the_key()
    {
        await GivenProviderAsync();

        var fault = await RefusalAsync("mock/fail-400");

        Assert.Contains("The scripted model was told to fail", fault.Detail, StringComparison.Ordinal);
        Assert.Equal(400, fault.Extensions!["upstream_status"]);
        AssertNoKey(fault);
    }

    [Fact]
    public async Task A_wrong_key_that_the_provider_quotes_is_masked_everywhere()
    {
        const string wrong = "a-key-of-no-known-form-998877";
        await GivenProviderAsync(key: wrong);

        var fault = await RefusalAsync("mock/echo");

        Assert.Equal(401, fault.Extensions!["upstream_status"]);
        Assert.Contains("Incorrect API key provided: ••••", fault.Detail, StringComparison.Ordinal);
        AssertNoKey(fault, wrong);
        Assert.DoesNotContain(wrong, Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompts_and_keys_are_in_no_log_line()
    {
        await GivenProviderAsync();

        await AskAsync("mock/echo", "the secret recipe");
        await RefusalAsync("mock/cut");

        Assert.NotEmpty(Log.Text);
        Assert.DoesNotContain("the secret recipe", Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ScriptedModelServer.ApiKey, Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_as_long_as_the_provider_asks()
    {
        await GivenProviderAsync();

        var updates = await AskAsync("mock/rate-limited", "Hello there.");

        Assert.Equal("Hello there.", string.Concat(updates.Select(update => update.Text)));
        Assert.Equal(2, Upstream.Requests.Count);
        Assert.InRange((await TheCallAsync()).TtftMs!.Value, 900, 10_000);
    }

    [Fact]
    public async Task A_rate_limit_that_stays_is_passed_on_after_two_more_tries()
    {
        await GivenProviderAsync();

        var fault = await RefusalAsync("mock/rate-limited-9");

        Assert.Equal(("models.upstream_rate_limited", FaultKind.TooMany), (fault.Code, fault.Kind));
        Assert.Equal(1, fault.Extensions!["retry_after_seconds"]);
        Assert.Equal(3, Upstream.Requests.Count);
    }

    [Fact]
    public async Task A_server_error_before_the_first_byte_is_tried_twice_more()
    {
        await GivenProviderAsync();

        var fault = await RefusalAsync("mock/fail-503");

        Assert.Equal("models.upstream_rejected", fault.Code);
        Assert.Equal(3, Upstream.Requests.Count);
        Assert.Single(await CallsAsync());
    }

    [Fact]
    public async Task A_provider_that_does_not_run_is_unreachable()
    {
        await GivenProviderAsync(baseUrl: $"http://127.0.0.1:{UnusedPort()}/v1");

        var fault = await RefusalAsync("mock/echo");

        Assert.Equal("models.upstream_unreachable", fault.Code);
        Assert.Contains("refused", fault.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_long_line_and_an_answer_without_a_word_are_no_failures()
    {
        await GivenProviderAsync();

        Assert.Equal(1 << 20, (await AskAsync("mock/huge-1")).Sum(update => update.Text.Length));
        Assert.Equal(0, (await AskAsync("mock/empty")).Sum(update => update.Text.Length));
    }

    private static void AssertNoKey(Fault fault, string key = ScriptedModelServer.ApiKey)
    {
        Assert.DoesNotContain(key, fault.Detail, StringComparison.Ordinal);
        Assert.All(fault.Extensions!.Values, value => Assert.DoesNotContain(key, $"{value}", StringComparison.Ordinal));
    }
}
