using Middeck.Http.Dialects.Dify;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Previews;

namespace Middeck.Knowledge.ServiceApi.Documents.Rules;

/// <summary>Turns Dify's process rules into chunking settings and back.</summary>
internal sealed class ProcessRuleMap(Chunkers chunkers)
{
    private const string Field = "process_rule";
    private const string Automatic = "automatic";
    private const string Custom = "custom";
    private const string Hierarchical = "hierarchical";
    private const string ParentChild = "parent_child";
    private const string ExtraSpaces = "remove_extra_spaces";
    private const string UrlsEmails = "remove_urls_emails";
    private const string Paragraph = "paragraph";
    private const string FullDoc = "full-doc";
    private const string LineFeed = "\n";

    /// <summary>How one document is cut; null for as its dataset says.</summary>
    /// <param name="rule">The rule, or null for the dataset's.</param>
    /// <param name="form">Dify's form, or null for the dataset's.</param>
    /// <param name="language">Of questions and answers that a model writes.</param>
    /// <param name="dataset">The dataset's own.</param>
    /// <exception cref="Core.Errors.FaultException">A value is missing or cannot be taken.</exception>
    public ChunkingSettings? Read(ProcessRule? rule, string? form, string? language, ChunkingSettings dataset)
    {
        // A hierarchical rule says the form by itself.
        var mode = rule?.Mode == Hierarchical ? ParentChild : DocForms.ModeOf(form, dataset.Mode);
        if (rule is null && mode == dataset.Mode)
        {
            return null;
        }

        var settings = rule?.Mode switch
        {
            null when rule is null => dataset,
            Automatic => new ChunkingSettings { Separator = LineFeed },
            Custom or Hierarchical => Of(rule.Rules ?? throw DifyFaults.Missing($"{Field}.rules")),
            _ => throw DifyFaults.Invalid(Field, $"{Field}.mode must be one of: automatic, custom, hierarchical."),
        };
        settings = SettingsCheck.Passed(
            settings with { Mode = mode, QaLanguage = mode == "qa" && language is { Length: > 0 } ? language : settings.QaLanguage },
            Field);
        chunkers.Check(settings);
        return settings;
    }

    /// <summary>The settings as Dify shows them.</summary>
    public static ProcessRule Of(ChunkingSettings settings)
    {
        var hierarchical = settings.Mode == ParentChild;
        return new ProcessRule
        {
            Mode = hierarchical ? Hierarchical : Custom,
            Rules = new ProcessRules
            {
                PreProcessingRules =
                [
                    new PreProcessingRule { Id = ExtraSpaces, Enabled = settings.RemoveExtraSpaces },
                    new PreProcessingRule { Id = UrlsEmails, Enabled = settings.RemoveUrlsEmails },
                ],
                Segmentation = new Segmentation
                {
                    Separator = settings.Separator,
                    MaxTokens = settings.MaxLength,
                    ChunkOverlap = settings.Overlap,
                },
                ParentMode = !hierarchical ? null : settings.ParentMode == ParentMode.FullDoc ? FullDoc : Paragraph,
                SubchunkSegmentation = !hierarchical ? null : new Segmentation
                {
                    Separator = settings.ChildSeparator,
                    MaxTokens = settings.ChildMaxLength,
                    ChunkOverlap = settings.ChildOverlap,
                },
            },
        };
    }

    private static ChunkingSettings Of(ProcessRules rules)
    {
        var parts = rules.SubchunkSegmentation;
        var segmentation = rules.Segmentation ?? throw DifyFaults.Missing($"{Field}.rules.segmentation");
        var none = new ChunkingSettings();
        return none with
        {
            Separator = segmentation.Separator ?? LineFeed,
            MaxLength = segmentation.MaxTokens ?? throw DifyFaults.Missing($"{Field}.rules.segmentation.max_tokens"),
            Overlap = segmentation.ChunkOverlap ?? 0,
            RemoveExtraSpaces = IsOn(rules, ExtraSpaces),
            RemoveUrlsEmails = IsOn(rules, UrlsEmails),
            ParentMode = rules.ParentMode switch
            {
                null or "" or Paragraph => ParentMode.Paragraph,
                FullDoc => ParentMode.FullDoc,
                _ => throw DifyFaults.Invalid($"{Field}.rules.parent_mode", "parent_mode must be one of: paragraph, full-doc."),
            },
            ChildSeparator = parts?.Separator ?? none.ChildSeparator,
            ChildMaxLength = parts?.MaxTokens ?? none.ChildMaxLength,
            ChildOverlap = parts?.ChunkOverlap ?? 0,
        };
    }

    private static bool IsOn(ProcessRules rules, string id)
        => rules.PreProcessingRules?.LastOrDefault(rule => rule.Id == id)?.Enabled ?? false;
}
