namespace Middeck.Studio.Dify;

/// <summary>The icons of an app's tools, by the tools' names; empty for apps without tools.</summary>
internal sealed record DifyMeta(IReadOnlyDictionary<string, DifyIcon> ToolIcons);
