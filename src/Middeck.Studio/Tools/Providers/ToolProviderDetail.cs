using Middeck.Knowledge;

namespace Middeck.Studio.Tools.Providers;

/// <summary>A tool provider with all that it offers.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Source">Its description; empty where the server itself tells.</param>
/// <param name="Tools">What it offers.</param>
/// <param name="UsedBy">The apps that name it.</param>
internal sealed record ToolProviderDetail(
    ToolProvider Provider, string Source, IReadOnlyList<ToolProviderTool> Tools, IReadOnlyList<KnowledgeUser> UsedBy);
