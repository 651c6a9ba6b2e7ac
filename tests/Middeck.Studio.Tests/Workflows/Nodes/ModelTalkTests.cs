using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Studio.Tests.Fakes;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Workflows.Nodes;

public sealed class ModelTalkTests
{
    private static readonly ModelCaller Caller = new(Guid.Empty, "app");
    private static readonly ModelChoice Choice = new("mock/held", null);

    private readonly ScriptedModels _models = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_model_that_is_silent_for_too_long_is_given_up()
    {
        var held = new HeldModel();
        _models.Script = held.AnswerAsync;
        var asking = AskAsync(new StudioOptions { SilenceTimeout = 30 });
        await held.Asked;

        _clock.Advance(TimeSpan.FromSeconds(31));

        var refusal = await Assert.ThrowsAsync<FaultException>(() => asking);
        Assert.Equal("models.too_slow", refusal.Fault.Code);
        Assert.Contains("30 seconds", refusal.Fault.Detail, StringComparison.Ordinal);
        await held.Cancelled;
    }

    [Fact]
    public async Task A_model_that_writes_without_end_is_cut_off()
    {
        _models.Says([.. Enumerable.Repeat("0123456789", 200)]);

        var refusal = await Assert.ThrowsAsync<FaultException>(() => AskAsync(new StudioOptions { MaxAnswerLength = 1_000 }));

        Assert.Equal("models.answer_too_long", refusal.Fault.Code);
    }

    private Task<ModelAnswer> AskAsync(StudioOptions options)
        => new ModelTalk(_models, _models, Options.Create(options), _clock).AskAsync(
            Caller, Choice, [new ChatMessage(ChatRole.User, "?")], new ChatOptions(), hear: null, CancellationToken.None);
}
