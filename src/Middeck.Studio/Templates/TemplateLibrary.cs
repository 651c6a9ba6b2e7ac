using Middeck.Core.Errors;
using Middeck.Studio.Apps;

namespace Middeck.Studio.Templates;

/// <summary>The templates of those kinds of apps that can be made.</summary>
internal static class TemplateLibrary
{
    private const string English = "en";
    private const string Chinese = "zh-CN";

    private static readonly Lazy<IReadOnlyList<AppTemplate>> All = new(TemplateReader.ReadAll);

    /// <summary>The templates in one language.</summary>
    /// <param name="language">Such as <c>zh-CN</c>, <c>zh</c> or <c>en-US</c>; null for English.</param>
    /// <param name="category">Only those of the category; null for all.</param>
    /// <exception cref="FaultException"><c>apps.unknown_language</c>.</exception>
    public static IReadOnlyList<AppTemplate> List(string? language, string? category)
    {
        var spoken = LanguageOf(language);
        return [.. All.Value.Where(template => template.Language == spoken
            && (string.IsNullOrEmpty(category) || template.Category == category)
            && AppMode.Available.Contains(template.Mode))];
    }

    /// <exception cref="FaultException"><c>apps.template_not_found</c> or <c>apps.unknown_language</c>.</exception>
    public static AppTemplate Find(string id, string? language)
        => List(language, category: null).FirstOrDefault(template => template.Id == id)
            ?? throw new FaultException(Fault.NotFound("apps.template_not_found", "There is no such template."));

    private static string LanguageOf(string? language) => language?.Split('-', '_')[0] switch
    {
        null or "" or "en" => English,
        "zh" => Chinese,
        _ => throw new FaultException(Fault.Invalid(
            "apps.unknown_language", $"language must be {Chinese} or {English}.", "language")),
    };
}
