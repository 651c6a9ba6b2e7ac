using Middeck.Studio.Sites;

namespace Middeck.Studio.Dify;

/// <summary>How an app's public page looks, in Dify's names.</summary>
internal sealed record DifySite(
    string Title,
    string? ChatColorTheme,
    bool ChatColorThemeInverted,
    string IconType,
    string? Icon,
    string? IconBackground,
    string? IconUrl,
    string Description,
    string Copyright,
    string PrivacyPolicy,
    string InputPlaceholder,
    string CustomDisclaimer,
    string DefaultLanguage,
    bool ShowWorkflowSteps,
    bool UseIconAsAnswerIcon)
{
    public static DifySite Of(SiteSettings site) => new(
        site.Title,
        site.ChatColorTheme,
        site.ChatColorThemeInverted,
        site.IconType,
        site.Icon,
        site.IconBackground,
        site.IconType == "link" ? site.Icon : null,
        site.Description,
        site.Copyright,
        site.PrivacyPolicy,
        site.InputPlaceholder,
        site.CustomDisclaimer,
        site.DefaultLanguage is { Length: > 0 } language ? language : "en-US",
        site.ShowWorkflowSteps,
        site.UseIconAsAnswerIcon);
}
