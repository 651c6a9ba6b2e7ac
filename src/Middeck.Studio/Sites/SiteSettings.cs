using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Sites;

/// <summary>How an app's public page looks.</summary>
public sealed record SiteSettings
{
    /// <summary>What the page is called.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Title { get; init; } = "";

    /// <summary><c>emoji</c>, <c>image</c> or <c>link</c>.</summary>
    [RegularExpression("^(emoji|image|link)$")]
    public string IconType { get; init; } = "emoji";

    /// <summary>The emoji, the name of an image or its address; null for none.</summary>
    [StringLength(2_000)]
    public string? Icon { get; init; }

    /// <summary>A colour such as <c>#E4FBCC</c>; null for the page's own.</summary>
    [RegularExpression("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")]
    public string? IconBackground { get; init; }

    /// <summary>What the app is for.</summary>
    [StringLength(2_000)]
    public string Description { get; init; } = "";

    /// <summary>Whose it is.</summary>
    [StringLength(200)]
    public string Copyright { get; init; } = "";

    /// <summary>The address of what is said about data; empty for none.</summary>
    [StringLength(2_000), RegularExpression(@"^(https?://[^\s]+)?$")]
    public string PrivacyPolicy { get; init; } = "";

    /// <summary>What people must know before they rely on the answers.</summary>
    [StringLength(2_000)]
    public string CustomDisclaimer { get; init; } = "";

    /// <summary>The page's language until a person chooses another, such as <c>zh-CN</c>; empty: that of the visitor's browser.</summary>
    [StringLength(20), RegularExpression("^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$")]
    public string DefaultLanguage { get; init; } = "";

    /// <summary>The page's colour, such as <c>#155EEF</c>; null for the page's own.</summary>
    [RegularExpression("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")]
    public string? ChatColorTheme { get; init; }

    /// <summary>Whether the colour lies behind the text.</summary>
    public bool ChatColorThemeInverted { get; init; }

    /// <summary><c>system</c>, <c>light</c> or <c>dark</c>: how the page looks until a person chooses otherwise.</summary>
    [RegularExpression("^(system|light|dark)$")]
    public string Theme { get; init; } = "system";

    /// <summary>Whether the page says by what it is made.</summary>
    public bool ShowPoweredBy { get; init; } = true;

    /// <summary>What stands in the field before anything is entered.</summary>
    [StringLength(200)]
    public string InputPlaceholder { get; init; } = "";

    /// <summary>Whether people see what an answer is made by.</summary>
    public bool ShowWorkflowSteps { get; init; } = true;

    /// <summary>Whether the icon stands beside the answers.</summary>
    public bool UseIconAsAnswerIcon { get; init; }
}
