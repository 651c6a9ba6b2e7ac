using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Middeck.Core.Errors;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;
using Middeck.Studio.Tracing;

namespace Middeck.Studio.Moderation;

/// <summary>Lets the judge of an app's settings judge. A judge that cannot be asked decides nothing: the settings say what holds then.</summary>
internal sealed partial class Moderator(IEnumerable<IModerationJudge> judges, ILogger<Moderator> logger)
{
    private readonly FrozenDictionary<string, IModerationJudge> _judges = judges.ToFrozenDictionary(judge => judge.Type);

    public async Task<Verdict> JudgeAsync(
        Turn turn, ModerationSettings settings, ModeratedText text, CancellationToken cancellationToken)
    {
        if (text.IsInput)
        {
            return await turn.Run.Trace.RecordAsync(
                TraceKind.Moderation, settings.Type, new { turn.Query, turn.Inputs },
                async step => Told(step, await AskAsync(turn, settings, text, cancellationToken)));
        }

        // The pieces of a long answer that pass would leave no room for anything else.
        var verdict = await AskAsync(turn, settings, text, cancellationToken);
        return verdict is Verdict.Passed
            ? verdict
            : await turn.Run.Trace.RecordAsync(
                TraceKind.Moderation, settings.Type, new { Text = text.Tail(0) }, step => Task.FromResult(Told(step, verdict)));
    }

    private static Verdict Told(OpenStep step, Verdict verdict)
    {
        step.Returns(verdict switch
        {
            Verdict.Flagged flagged => new { Verdict = "flagged", Text = flagged.Answer, Inputs = default(JsonElement?) },
            Verdict.Overridden other => new { Verdict = "overridden", other.Text, other.Inputs },
            _ => new { Verdict = "passed", Text = default(string), Inputs = default(JsonElement?) },
        });
        return verdict;
    }

    private async Task<Verdict> AskAsync(
        Turn turn, ModerationSettings settings, ModeratedText text, CancellationToken cancellationToken)
    {
        try
        {
            return _judges.TryGetValue(settings.Type, out var judge)
                ? await judge.JudgeAsync(turn, settings, text, cancellationToken)
                : throw new FaultException(Fault.Invalid(
                    "moderation.unknown_type", $"Nobody moderates in the way '{settings.Type}'."));
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested && RunFailures.From(ex) is not null)
        {
            LogNotJudged(ex, turn.Run.Request.App.Id, settings.Type);
            return settings.AllowsOnError
                ? Verdict.Pass
                : new Verdict.Flagged(ModerationWords.NotChecked(turn.Query));
        }
    }

    [LoggerMessage(LogLevel.Warning, "The moderation of app {AppId} by {Type} could not be asked.")]
    private partial void LogNotJudged(Exception exception, Guid appId, string type);
}
