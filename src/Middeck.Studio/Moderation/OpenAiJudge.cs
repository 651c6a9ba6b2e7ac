using Middeck.Models.Gateway;
using Middeck.Studio.Answering;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Moderation;

/// <summary>Asks a model that is made to judge content; the workspace's own unless the settings name one.</summary>
internal sealed class OpenAiJudge(IModelModeration models) : IModerationJudge
{
    private const int Overlap = 300;

    public string Type => ModerationType.OpenAi;

    public async Task<Verdict> JudgeAsync(
        Turn turn, ModerationSettings settings, ModeratedText text, CancellationToken cancellationToken)
    {
        var model = ModelReference.Read(settings.Config.Member("model"));
        return await models.IsFlaggedAsync(turn.Caller, model, text.Tail(Overlap), cancellationToken)
            ? new Verdict.Flagged()
            : Verdict.Pass;
    }
}
