using System.Text.Json;
using Middeck.Studio.Answering;
using Middeck.Studio.Configuration;
using Middeck.Studio.Extensions;

namespace Middeck.Studio.Moderation;

/// <summary>
/// Asks a program of the workspace: <c>app.moderation.input</c> with the question and what was filled in,
/// <c>app.moderation.output</c> with the whole answer until now. It answers
/// <c>{"flagged": true, "action": "direct_output", "preset_response": "…"}</c>, or with the action <c>overridden</c> and
/// <c>query</c>, <c>inputs</c> or <c>text</c> as they are to be.
/// </summary>
internal sealed class ExtensionJudge(ApiExtensionClient client) : IModerationJudge
{
    public string Type => ModerationType.Api;

    public async Task<Verdict> JudgeAsync(
        Turn turn, ModerationSettings settings, ModeratedText text, CancellationToken cancellationToken)
    {
        var workspace = turn.Run.Request.App.WorkspaceId;
        var app = turn.Run.Request.App.Id;
        var id = ExtensionReference.Read(settings.Config) ?? throw ApiExtensionFaults.NotFound();
        var answer = text.IsInput
            ? await client.AskAsync(
                workspace, id, "app.moderation.input", new { AppId = app, turn.Inputs, turn.Query }, cancellationToken)
            : await client.AskAsync(
                workspace, id, "app.moderation.output", new { AppId = app, Text = text.Whole }, cancellationToken);
        return answer.Member("flagged").Flag() switch
        {
            false => Verdict.Pass,
            true when !StorableJson.IsStorable(answer) => throw Broken("a character that cannot be kept, such as NUL"),
            true when answer.Member("action").Text() == "overridden" => Override(text, answer),
            true => new Verdict.Flagged(answer.Member("preset_response").Text() is { Length: > 0 } given ? given : null),
            null => throw Broken("no verdict in 'flagged'"),
        };
    }

    private static Verdict.Overridden Override(ModeratedText text, JsonElement answer)
    {
        var inputs = answer.Member("inputs");
        return inputs is null or { ValueKind: JsonValueKind.Object }
            ? new Verdict.Overridden(answer.Member(text.IsInput ? "query" : "text").Text(), text.IsInput ? inputs : null)
            : throw Broken("inputs that are no object");
    }

    private static Core.Errors.FaultException Broken(string reason) => ApiExtensionFaults.Broken("moderation", reason);
}
