using System.Runtime.CompilerServices;
using Middeck.Studio.Answering;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Moderation;

/// <summary>Judges by regular expressions.</summary>
internal sealed class PatternJudge : IModerationJudge
{
    // How long a match may be that begins in text which was shown before.
    private const int Overlap = 2_000;

    private readonly ConditionalWeakTable<AppConfig, PatternList> _lists = [];

    public string Type => ModerationType.Pattern;

    public Task<Verdict> JudgeAsync(
        Turn turn, ModerationSettings settings, ModeratedText text, CancellationToken cancellationToken)
    {
        var patterns = _lists.GetValue(turn.Config, _ => PatternList.Read(settings.Config.Member("patterns")));
        return Task.FromResult(patterns.IsIn(text.Tail(Overlap)) ? new Verdict.Flagged() : Verdict.Pass);
    }
}
