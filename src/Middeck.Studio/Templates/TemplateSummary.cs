namespace Middeck.Studio.Templates;

/// <summary>A template as a list shows it.</summary>
internal sealed record TemplateSummary(
    string Id, string Category, string Mode, string Icon, string Language, string Name, string Description)
{
    public static TemplateSummary Of(AppTemplate template) => new(
        template.Id, template.Category, template.Mode, template.Icon, template.Language, template.Name, template.Description);
}
