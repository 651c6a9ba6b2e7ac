using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Middeck.Core.Errors;
using Middeck.Storage.Notifications;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Agents.Confirmation;

/// <summary>
/// Where questions wait for their answers. An answer may come in at any node: it is written down there, and the waiting node is
/// told to read it. Should that message be lost, it looks by itself a moment later.
/// </summary>
internal sealed class ConfirmationDesk(ConfirmationStore store, INotificationBus bus, TimeProvider clock)
    : IHostedService, IDisposable
{
    private const string Channel = "studio_confirmation";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, RunSignal> _waiting = new();
    private IDisposable? _subscription;

    /// <summary>Waits for the answer. Holds nothing meanwhile.</summary>
    /// <param name="question">Written down already.</param>
    /// <param name="cancellationToken">The end of the run; the question is closed then.</param>
    public async Task<ToolConfirmation> WaitAsync(ToolConfirmation question, CancellationToken cancellationToken)
    {
        using var signal = new RunSignal(clock, _ => _waiting.TryRemove(question.Id, out RunSignal? _));
        _waiting[question.Id] = signal;
        try
        {
            while (true)
            {
                var found = await store.FindAsync(question.Id, cancellationToken);
                if (found is not { Status: ConfirmationStatus.Waiting })
                {
                    return found ?? question with { Status = ConfirmationStatus.Stopped };
                }

                var left = question.ExpiresAt - clock.GetUtcNow();
                if (left > TimeSpan.Zero)
                {
                    await signal.WaitAsync(left < Interval ? left : Interval, cancellationToken);
                }
                else if (await store.CloseAsync(
                    question.Id, ConfirmationStatus.Expired, null, always: false, clock.GetUtcNow(), cancellationToken))
                {
                    return found with { Status = ConfirmationStatus.Expired };
                }
            }
        }
        catch (OperationCanceledException)
        {
            await store.CloseAsync(
                question.Id, ConfirmationStatus.Stopped, null, always: false, clock.GetUtcNow(), CancellationToken.None);
            throw;
        }
    }

    /// <summary>Answers a question of a run of the person.</summary>
    /// <exception cref="FaultException"><c>agents.confirmation_not_found</c>, <c>agents.confirmation_closed</c>.</exception>
    public async Task<ToolConfirmation> AnswerAsync(
        Guid workspaceId, Guid appId, Person person, Guid runId, Guid id, AnswerConfirmation answer,
        CancellationToken cancellationToken)
    {
        if (answer.Reason is { } words && !StorableJson.IsStorable(words))
        {
            throw ConfirmationFaults.InvalidReason();
        }

        var question = await store.FindAsync(workspaceId, appId, person, runId, id, cancellationToken)
            ?? throw ConfirmationFaults.NotFound();
        var status = answer.Allow ? ConfirmationStatus.Allowed : ConfirmationStatus.Refused;
        var reason = answer.Allow || string.IsNullOrWhiteSpace(answer.Reason) ? null : answer.Reason.Trim();
        if (question.ExpiresAt <= clock.GetUtcNow() || !await store.CloseAsync(
            id, status, reason, answer is { Allow: true, Always: true }, clock.GetUtcNow(), cancellationToken))
        {
            var now = await store.FindAsync(id, cancellationToken);
            throw ConfirmationFaults.Closed(now?.Status is null or ConfirmationStatus.Waiting
                ? question.ExpiresAt <= clock.GetUtcNow() ? ConfirmationStatus.Expired : ConfirmationStatus.Stopped
                : now.Status);
        }

        await bus.PublishAsync(Channel, id.ToString(), cancellationToken);
        return question with { Status = status, Reason = reason };
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = bus.Subscribe(Channel, Hear);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => Interlocked.Exchange(ref _subscription, null)?.Dispose();

    private void Hear(string payload)
    {
        if (_waiting.TryGetValue(Guid.Parse(payload), out var signal))
        {
            signal.Set();
        }
    }
}
