using Middeck.Models.Gateway;
using Middeck.Studio.Answering;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Suggestions;

/// <summary>Gives the questions that could come after an answer; made once and kept.</summary>
internal sealed class SuggestionService(
    SuggestionStore store, AppStore apps, PublishedApps published, QuestionMaker maker, IModelGateway models)
{
    private const int Turns = 3;

    private readonly SingleFlight<Guid, IReadOnlyList<string>> _making = new();

    /// <param name="caller">For whom models are asked; its workspace is where the message is looked for.</param>
    /// <param name="person">Whose message it is.</param>
    /// <param name="appId">The only app whose messages count; null for all.</param>
    /// <param name="messageId">The answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Core.Errors.FaultException"><c>messages.not_found</c>, <c>messages.suggestions_disabled</c>, <c>models.*</c>.</exception>
    public async Task<IReadOnlyList<string>> FindAsync(
        ModelCaller caller, Person person, Guid? appId, Guid messageId, CancellationToken cancellationToken)
    {
        var source = await store.FindAsync(caller.WorkspaceId, person, appId, messageId, cancellationToken)
            ?? throw ConversationFaults.MessageNotFound();
        var app = source.IsDraft
            ? await apps.FindDraftAsync(caller.WorkspaceId, source.AppId, cancellationToken)
            : await published.FindAsync(source.AppId, cancellationToken);
        if (app is null || SuggestionSettings.Read(app.Config) is not { Enabled: true } settings)
        {
            throw SuggestionFaults.AreDisabled();
        }

        if (source.Questions is { } kept)
        {
            return kept;
        }

        // One that goes on may still become something to ask about.
        if (source.Status != MessageStatus.Completed)
        {
            return [];
        }

        return await _making.RunAsync(
            messageId,
            // Somebody else may have made them since they were looked for.
            async () => await store.KeptAsync(caller.WorkspaceId, messageId, CancellationToken.None)
                ?? await MakeAsync(caller, app, settings, source, messageId),
            cancellationToken);
    }

    // For all who ask at the same time, so that none of them can give it up; the model has a minute.
    private async Task<IReadOnlyList<string>> MakeAsync(
        ModelCaller caller, AppSnapshot app, SuggestionSettings settings, SuggestionSource source, Guid messageId)
    {
        var cancellationToken = CancellationToken.None;
        var model = settings.Model ?? app.Config.Model
            ?? await models.DefaultAsync(caller.WorkspaceId, ModelType.Llm, cancellationToken);
        var questions = BuiltinModel.Is(model)
            ? HeadingQuestions.Of(source.Citations, source.Query, source.Answer, QuestionMaker.Most)
            : await maker.MakeAsync(
                caller with { AppId = source.AppId, RunId = messageId },
                model,
                settings,
                await store.TurnsAsync(caller.WorkspaceId, messageId, Turns, cancellationToken),
                cancellationToken);
        return await store.SaveAsync(caller.WorkspaceId, messageId, questions, cancellationToken)
            ?? throw ConversationFaults.MessageNotFound();
    }
}
