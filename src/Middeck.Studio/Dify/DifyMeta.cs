namespace Middeck.Studio.Dify;

/// <summary>The icons of an app's tools; chat apps have none.</summary>
internal sealed record DifyMeta(IReadOnlyDictionary<string, string> ToolIcons);
