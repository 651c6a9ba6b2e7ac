using System.Runtime.CompilerServices;
using Middeck.Studio.Answering;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Moderation;

/// <summary>Judges by a list of words.</summary>
internal sealed class KeywordJudge : IModerationJudge
{
    // A published configuration is one object for all its questions; the list goes when it goes.
    private readonly ConditionalWeakTable<AppConfig, KeywordList> _lists = [];

    public string Type => ModerationType.Keywords;

    public Task<Verdict> JudgeAsync(
        Turn turn, ModerationSettings settings, ModeratedText text, CancellationToken cancellationToken)
    {
        var words = _lists.GetValue(turn.Config, _ => KeywordList.Read(settings.Config.Member("keywords")));
        return Task.FromResult(words.IsIn(text.Tail(words.Longest)) ? new Verdict.Flagged() : Verdict.Pass);
    }
}
