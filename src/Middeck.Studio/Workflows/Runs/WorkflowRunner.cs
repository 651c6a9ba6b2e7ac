using System.Security.Cryptography;
using System.Text;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Models.Gateway;
using Middeck.Storage.Sql;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Studio.Files;
using Middeck.Studio.Workflows.Runs.Slots;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>
/// Starts runs of graphs, and goes on with those that a pause or another node left. When it returns, the run is written down and goes on
/// by itself: those who watch it may leave and come back.
/// </summary>
internal sealed class WorkflowRunner(
    WorkflowRunStore store,
    WorkflowFormStore forms,
    RunJournal journal,
    WorkflowHub hub,
    WorkflowExecution execution,
    EnvironmentVariables environment,
    FileStore files,
    RunSlots slots,
    TimeProvider clock)
{
    private const int JournalPage = 1_000;

    // Events that were shown and not yet written down when a node broke off keep their numbers for themselves.
    private const int Gap = 1_000;

    /// <summary>Starts a run, which may have to wait for its turn: <see cref="WorkflowRun.WaitForTurnAsync"/>.</summary>
    /// <exception cref="FaultException">The graph cannot run, or too many runs wait; nothing was written.</exception>
    public async Task<WorkflowRun> StartAsync(WorkflowStart start, CancellationToken cancellationToken)
    {
        var graph = start.App.Config.Workflow;
        graph.EnsureCanRun();
        var id = Ids.New(clock);
        var now = clock.GetUtcNow();
        var request = RequestOf(start, id, now);
        byte[]? hash = null;
        if (start.App.Version is null)
        {
            var config = start.App.Config.Root.GetRawText();
            hash = SHA256.HashData(Encoding.UTF8.GetBytes(config));
            await store.KeepDraftAsync(start.App.Id, hash, config, cancellationToken);
        }

        var run = new WorkflowRun(id, start, now) { Context = ContextOf(id, start), Slot = SlotOf(start, isBounded: true) };
        hub.Add(run);
        var begun = journal.BeginAsync(run, Written(request), Segment.Of(start.Inputs).ToJson(), hash);
        _ = Task.Run(() => execution.ExecuteAsync(run, request), CancellationToken.None);
        await begun;
        // Those of a chat go with its conversation.
        if (start.Chat is null && FilesOf(start) is { Length: > 0 } given)
        {
            await files.ClaimForRunAsync(given, id, CancellationToken.None);
        }

        return run;
    }

    private static Guid[] FilesOf(WorkflowStart start)
        => [.. start.Inputs.Values.Append(start.Files)
            .SelectMany(Within)
            .Select(value => Guid.TryParse(value.File?.RelatedId, out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)];

    // What a webhook was sent stands inside of the whole call alone where its node names no fields.
    private static IEnumerable<Segment> Within(Segment value)
        => value.File is not null ? [value] : value.Items.Concat(value.Fields.Values).SelectMany(Within);

    /// <summary>What a run is written down with before any node works on it.</summary>
    /// <returns>Its key, and what it begins with as JSON.</returns>
    /// <exception cref="FaultException">The graph cannot run.</exception>
    public (Guid Id, string Written) Write(WorkflowStart start)
    {
        start.App.Config.Workflow.EnsureCanRun();
        var id = Ids.New(clock);
        return (id, Written(RequestOf(start, id, clock.GetUtcNow())));
    }

    /// <summary>Goes on with a run that this node has taken up, behind what is in its journal.</summary>
    /// <param name="task">The run.</param>
    /// <param name="app">What it runs.</param>
    /// <param name="chat">The answer that it writes; null for a workflow.</param>
    /// <param name="history">What was said in the chat before.</param>
    /// <param name="cancellationToken">Ends the reading, not the run.</param>
    public async Task<WorkflowRun> GoOnAsync(
        WorkflowTask task, AppSnapshot app, ChatRun? chat, IReadOnlyList<ChatTurn> history, CancellationToken cancellationToken)
    {
        var past = await ReadAsync(task.Row.Id, cancellationToken);
        var known = past.Records.Select(record => record.Key).ToHashSet();
        var open = (await forms.OfRunAsync(task.Row.Id, cancellationToken)).Where(form => !known.Contains(form.NodeKey)).ToList();
        var snapshot = RunSnapshotJson.Parse(task.Start) with
        {
            Finished = past.Records,
            Forms = [.. open.Select(form => new PendingForm(
                form.NodeKey, form.NodeId, form.NodeTitle, form.Id, form.Content, form.ExpiresAt))],
            Text = past.Text,
            Elapsed = TimeSpan.FromSeconds(task.Row.Elapsed),
        };
        var start = new WorkflowStart(
            app, SnakeCase.Parse<WorkflowSource>(task.Row.Source), task.Row.Person, task.Row.EndUser, task.KeyId, snapshot.Inputs)
        {
            Chat = chat,
            History = history,
            IsBackground = true,
            CallDepth = snapshot.CallDepth,
        };
        // One that was only written down begins.
        var begins = past.Sequence == 0 && task.Attempts == 1;
        var run = new WorkflowRun(task.Row.Id, start, task.Row.CreatedAt, begins ? 0 : past.Sequence + Gap, past.Text.Length)
        {
            Context = ContextOf(task.Row.Id, start),
            Slot = SlotOf(start, isBounded: false),
        };
        foreach (var record in past.Records)
        {
            run.Tally.Add(record.Result);
        }

        var request = snapshot.Resume(
            app.Config.Workflow,
            environment.Open(app),
            open.Where(form => form.ClosedAt is not null).ToDictionary(form => form.NodeKey, AnswerOf)) with
        {
            Interrupted = task.Attempted,
            IsResumption = !begins,
            Host = ScopeOf(task.Row.Id, start),
        };
        hub.Add(run);
        _ = Task.Run(() => execution.ExecuteAsync(run, request), CancellationToken.None);
        return run;
    }

    /// <summary>The text that a run has written until now.</summary>
    public async Task<string> TextAsync(Guid id, CancellationToken cancellationToken) => (await ReadAsync(id, cancellationToken)).Text;

    private static FormAnswer AnswerOf(WorkflowForm form)
        => form.Action is { } action
            ? new FormAnswer(action, SegmentJson.ReadFields(form.Answer ?? default))
            : FormAnswer.TimedOut;

    private async Task<RunPast> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var past = new RunPast();
        while (true)
        {
            var rows = await store.PastAsync(id, past.Sequence, JournalPage, cancellationToken);
            rows.ForEach(past.Take);
            if (rows.Count < JournalPage)
            {
                return past;
            }
        }
    }

    private RunRequest RequestOf(WorkflowStart start, Guid id, DateTimeOffset now) => new()
    {
        Graph = start.App.Config.Workflow,
        RunId = id.ToString(),
        WorkflowId = start.App.WorkflowId,
        Inputs = start.Inputs,
        System = SystemOf(start, id, now),
        Environment = environment.Open(start.App),
        Conversation = start.Conversation,
        RootId = start.RootId,
        OnlyNodeId = start.OnlyNodeId,
        Preset = start.Preset,
        CallDepth = start.CallDepth,
        Host = ScopeOf(id, start),
    };

    // A run within another one works in that one's slot: it could not wait for the other to end. Clients of MCP call from outside.
    private RunSlot? SlotOf(WorkflowStart start, bool isBounded) => start.CallDepth > 0 && start.Source != WorkflowSource.Mcp
        ? null
        : slots.Ask(
            start.App.WorkspaceId, start.App.Id, RunLimitSettings.Read(start.App.Config), isBounded);

    private RunScope ScopeOf(Guid id, WorkflowStart start) => new(
        start.App, id, start.Person,
        new ModelCaller(
            start.App.WorkspaceId, "app", start.App.Id, start.Person.UserId, start.KeyId, start.EndUser, start.Chat?.Id ?? id))
    {
        ConversationId = start.Chat?.ConversationId,
        History = start.History,
        Journal = journal,
    };

    // Who shows the token may see the form and answer it.
    private static DifyEventContext ContextOf(Guid id, WorkflowStart start) => new((start.Chat?.Id ?? id).ToString(), id.ToString())
    {
        ConversationId = start.Chat?.ConversationId.ToString(),
        MessageId = start.Chat?.Id.ToString(),
        CreatedBy = Segment.Of(new OrderedDictionary<string, Segment>
        {
            ["id"] = Segment.Of((start.Person.UserId ?? start.Person.EndUserId).ToString()),
            ["user"] = Segment.Of(start.EndUser),
        }),
        FormToken = new FormTokens().Of,
    };

    private static OrderedDictionary<string, Segment> SystemOf(WorkflowStart start, Guid id, DateTimeOffset now)
    {
        var system = new OrderedDictionary<string, Segment>
        {
            ["files"] = start.Files,
            ["user_id"] = Segment.Of(start.EndUser ?? (start.Person.UserId ?? start.Person.EndUserId).ToString()),
            ["app_id"] = Segment.Of(start.App.Id.ToString()),
            ["workflow_id"] = Segment.Of(start.App.WorkflowId),
            ["workflow_run_id"] = Segment.Of(id.ToString()),
            ["timestamp"] = Segment.Of(now.ToUnixTimeSeconds()),
        };
        if (start.Chat is { } chat)
        {
            system["query"] = Segment.Of(chat.Request.Query);
            system["conversation_id"] = Segment.Of(chat.ConversationId.ToString());
            system["dialogue_count"] = Segment.Of(start.DialogueCount);
        }

        return system;
    }

    private static string Written(RunRequest request) => new RunSnapshot
    {
        RunId = request.RunId,
        WorkflowId = request.WorkflowId,
        RootId = request.RootId,
        OnlyNodeId = request.OnlyNodeId,
        CallDepth = request.CallDepth,
        Inputs = request.Inputs,
        System = request.System,
        Conversation = request.Conversation,
    }.ToJson();
}
