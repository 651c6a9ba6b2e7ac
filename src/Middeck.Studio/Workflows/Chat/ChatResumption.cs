using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Files;
using Middeck.Studio.Memory;
using Middeck.Studio.Workflows.Runs;
using Microsoft.Extensions.Options;

namespace Middeck.Studio.Workflows.Chat;

/// <summary>Goes on with answers whose graph was left by a pause or by another node.</summary>
internal sealed class ChatResumption(
    RunStore store,
    RunHub hub,
    FileStore files,
    WorkflowRunner runner,
    ChatExecution execution,
    IOptions<StudioOptions> options,
    TimeProvider clock)
{
    /// <summary>False when the message is closed or gone, and the run with it.</summary>
    public async Task<bool> TakeUpAsync(WorkflowTask task, AppSnapshot app, CancellationToken cancellationToken)
    {
        var id = task.Row.MessageId!.Value;
        if (await store.TakeUpAsync(id, hub.Node, clock.GetUtcNow(), cancellationToken) is not { } message)
        {
            return false;
        }

        var request = new ChatRequest(
            app, SourceOf(task.Row.Source), task.Row.Person, task.Row.EndUser, task.KeyId, message.Query, message.Inputs,
            message.ConversationId)
        {
            Parent = new MessageParent(message.ParentId),
        };
        var turns = MemorySettings.Read(app.Config).Turns ?? options.Value.HistoryTurns;
        var earlier = await store.FindConversationAsync(request, message.ConversationId, turns, cancellationToken);
        var history = HistoryWindow.Take(earlier?.History ?? [], turns, options.Value.HistoryTokens);
        var used = await files.OfMessagesAsync(app.WorkspaceId, [id], cancellationToken);
        var run = new ChatRun(id, request, message.ConversationId, model: null, message.CreatedAt, clock)
        {
            ParentId = message.ParentId,
            Files = [.. used.Select(entry => entry.Used)],
            Resumes = task,
        };
        // Whoever comes back from another node says how much of the text it has.
        run.Stream.Publish(new RunEvent.Started([]));
        if (run.Answer.Append(await runner.TextAsync(task.Row.Id, cancellationToken)) is { Length: > 0 } text)
        {
            run.Stream.Publish(new RunEvent.Delta(text));
        }

        hub.Add(run);
        _ = Task.Run(
            () => execution.ExecuteAsync(run, client: null, ChatRunner.CallerOf(request, id), message.Inputs, history),
            CancellationToken.None);
        return true;
    }

    private static ChatSource SourceOf(string source) => source switch
    {
        "api" => ChatSource.Api,
        "site" => ChatSource.Site,
        "evaluation" => ChatSource.Evaluation,
        _ => ChatSource.Console,
    };
}
