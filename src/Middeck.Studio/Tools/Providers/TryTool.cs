using System.Text.Json;

namespace Middeck.Studio.Tools.Providers;

/// <summary>Calls a tool to see what comes out.</summary>
public sealed record TryTool
{
    /// <summary>An object of the tool's schema.</summary>
    public JsonElement Arguments { get; init; }
}
