namespace Middeck.EndToEnd.Browsing;

/// <summary>How a page is looked at.</summary>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Dark">The dark theme.</param>
/// <param name="Phone">390 × 844 by touch instead of 1440 × 900.</param>
internal sealed record Look(string Language, bool Dark = false, bool Phone = false)
{
    public static Look ChineseLight { get; } = new("zh-CN");

    public static Look EnglishLight { get; } = new("en");

    public static Look EnglishDark { get; } = new("en", Dark: true);

    public static Look ChinesePhone { get; } = new("zh-CN", Phone: true);
}
