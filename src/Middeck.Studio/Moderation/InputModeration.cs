using System.Text.Json;
using Middeck.Studio.Answering;

namespace Middeck.Studio.Moderation;

/// <summary>Judges what a person asks and has filled in before anything else is done with it.</summary>
internal sealed class InputModeration(Moderator moderator) : IShortcut
{
    public async Task<string?> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (ModerationSettings.Read(turn.Config) is not { Inputs: { Enabled: true } side } settings)
        {
            return null;
        }

        switch (await moderator.JudgeAsync(turn, settings, ModeratedText.Question(TextOf(turn)), cancellationToken))
        {
            case Verdict.Flagged { Answer: { } answer }:
                return answer;
            case Verdict.Flagged:
                return side.Preset.Length > 0 ? side.Preset : ModerationWords.NotAllowed(turn.Query);
            case Verdict.Overridden overridden:
                turn.Query = overridden.Text ?? turn.Query;
                turn.Inputs = overridden.Inputs ?? turn.Inputs;
                return null;
            default:
                return null;
        }
    }

    private static string TextOf(Turn turn)
    {
        var filled = turn.Inputs.ValueKind == JsonValueKind.Object
            ? turn.Inputs.EnumerateObject().Where(input => input.Value.ValueKind == JsonValueKind.String)
                .Select(input => input.Value.GetString()!)
            : [];
        return string.Join('\n', filled.Append(turn.Query));
    }
}
