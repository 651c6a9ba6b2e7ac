namespace Middeck.Studio.Moderation;

/// <summary>What is done on one side: with questions, or with answers.</summary>
/// <param name="Enabled">Whether texts of this side are judged.</param>
/// <param name="Preset">What is answered instead; empty for the judge's own words, or ours.</param>
internal sealed record ModerationSide(bool Enabled, string Preset)
{
    public static ModerationSide Off { get; } = new(false, "");
}
