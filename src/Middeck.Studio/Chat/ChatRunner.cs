using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Middeck.Core.Identifiers;
using Middeck.Models.Gateway;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;
using Middeck.Studio.Memory;
using Middeck.Studio.Workflows.Runs.Slots;

namespace Middeck.Studio.Chat;

/// <summary>
/// Starts the answer to a question. When it returns, the question is written down and the run goes on by itself: those who
/// watch it may leave and come back.
/// </summary>
internal sealed class ChatRunner(
    RunStore store,
    RunHub hub,
    ChatExecution execution,
    GivenFiles files,
    FileStore formerFiles,
    IModelGateway models,
    RunSlots slots,
    StudioMetrics metrics,
    IOptions<StudioOptions> options,
    TimeProvider clock)
{
    /// <exception cref="Core.Errors.FaultException">The question is refused and nothing was written.</exception>
    public async Task<ChatRun> StartAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        RefuseQuery(request);
        var config = request.App.Config;
        var turns = MemorySettings.Read(config).Turns ?? options.Value.HistoryTurns;
        var earlier = request.ConversationId is { } conversationId
            ? await store.FindConversationAsync(request, conversationId, turns, cancellationToken)
                ?? throw ConversationFaults.NotFound()
            : null;

        // A conversation keeps what was filled in when it began.
        var inputs = earlier?.Inputs ?? Checked(config, Asked(request));
        var id = Ids.New(clock);
        var caller = CallerOf(request, id);

        if (AppMode.IsGraph(request.App.Mode))
        {
            config.Workflow.EnsureCanRun();
            slots.EnsureLineIsShort(request.App.Id);
        }

        // Before anything is written: a model that does not exist is a refusal, not a failed answer.
        var client = AppMode.IsGraph(request.App.Mode) ? null : await models.ChatAsync(caller, config.Model, cancellationToken);
        try
        {
            var model = client is null ? null
                : config.Model ?? await models.DefaultAsync(request.App.WorkspaceId, ModelType.Llm, cancellationToken);
            var given = await files.OfQuestionAsync(request, cancellationToken);
            (var form, inputs) = request.ConversationId is { } old
                ? (await formerFiles.OfFormAsync(request.App.WorkspaceId, old, cancellationToken), inputs)
                : await files.OfFormAsync(request, inputs, cancellationToken);
            var history = await HistoryAsync(
                request, earlier?.History ?? request.Talk?.History ?? [], turns, cancellationToken);
            var run = new ChatRun(
                id, request, request.ConversationId ?? Ids.New(clock), model, clock.GetUtcNow(), clock)
            {
                ParentId = earlier?.ParentId,
                Files = [.. form, .. given],
            };
            var introduction = request.ConversationId is null ? Introduction(config, inputs) : null;
            var start = new NewRun(
                run, inputs.GetRawText(), NameOf(request), introduction,
                request.ConversationId is null ? run.Files : given);
            // From here on the caller's going away changes nothing: a row without a run would stay unanswered.
            if (!await store.InsertAsync(start, hub.Node, CancellationToken.None))
            {
                throw ConversationFaults.NotFound();
            }

            hub.Add(run);
            metrics.RunStarted();
            _ = Task.Run(() => execution.ExecuteAsync(run, client, caller, inputs, history), CancellationToken.None);
            return run;
        }
        catch
        {
            client?.Dispose();
            throw;
        }
    }

    private async Task<IReadOnlyList<ChatTurn>> HistoryAsync(
        ChatRequest request, IReadOnlyList<ChatTurn> earlier, int turns, CancellationToken cancellationToken)
    {
        var history = HistoryWindow.Take(earlier, turns, options.Value.HistoryTokens);
        var found = await formerFiles.OfMessagesAsync(
            request.App.WorkspaceId, [.. history.Select(turn => turn.MessageId)], cancellationToken);
        var byMessage = found.Where(entry => entry.Used.Variable is null)
            .ToLookup(entry => entry.MessageId, entry => entry.Used.File);
        return [.. history.Select(turn => turn with { Files = [.. byMessage[turn.MessageId]] })];
    }

    private static string? NameOf(ChatRequest request)
        => request.ConversationId is not null ? null
            : request.NameFromQuery ? ConversationName.From(request.Query)
            : ConversationName.Unnamed;

    private static string? Introduction(AppConfig config, JsonElement inputs)
        => config.OpeningStatement.Length > 0 ? PromptTemplate.Fill(config.OpeningStatement, inputs) : null;

    internal static ModelCaller CallerOf(ChatRequest request, Guid runId) => new(
        request.App.WorkspaceId, "app", request.App.Id, request.Person.UserId, request.KeyId, request.EndUser, runId);

    // What is asked of a workflow in one sentence goes into its first field for text.
    private static JsonElement Asked(ChatRequest request)
    {
        if (request.App.Mode != AppMode.Workflow || request.Query.Length == 0
            || request.App.Config.InputForm.FirstOrDefault(field => field.Type == InputFieldType.Text) is not { } field
            || request.Inputs.Member(field.Variable) is not null)
        {
            return request.Inputs;
        }

        var inputs = request.Inputs.ValueKind == JsonValueKind.Object ? JsonObject.Create(request.Inputs)! : [];
        inputs[field.Variable] = request.Query;
        return JsonSerializer.SerializeToElement(inputs);
    }

    private static JsonElement Checked(AppConfig config, JsonElement inputs)
        => inputs.ValueKind switch
        {
            JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined
                => InputCheck.Check(config.InputForm, inputs),
            _ => throw ChatFaults.InputsNotAnObject(),
        };

    private void RefuseQuery(ChatRequest request)
    {
        var query = request.Query;
        // An app that people only fill a form in for has its question in its instruction.
        var isNeeded = request.App.Mode switch
        {
            AppMode.Workflow => false,
            AppMode.Completion => string.IsNullOrWhiteSpace(request.App.Config.PrePrompt),
            _ => true,
        };
        if (isNeeded && string.IsNullOrWhiteSpace(query))
        {
            throw ChatFaults.EmptyQuery();
        }

        if (query.Length > options.Value.MaxQueryLength)
        {
            throw ChatFaults.QueryTooLong(options.Value.MaxQueryLength);
        }

        if (!StorableJson.IsStorable(query))
        {
            throw ChatFaults.QueryUnstorable();
        }

        if (AppMode.IsSingle(request.App.Mode) && request.ConversationId is not null)
        {
            throw ChatFaults.NoConversations();
        }
    }
}
