using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tools;

/// <summary>Names a tool as the DSL does.</summary>
/// <param name="ProviderType"><c>builtin</c>, <c>api</c>, <c>workflow</c>, <c>mcp</c>; <c>plugin</c> in newer files.</param>
/// <param name="ProviderId">Such as <c>time</c>, or <c>langgenius/time/time</c> in newer files; an id for tools of the workspace.</param>
/// <param name="ToolName">Such as <c>current_time</c>.</param>
internal sealed record ToolReference(string ProviderType, string ProviderId, string ToolName)
{
    public const string Builtin = "builtin";

    /// <summary>The provider's name where the file has one beside the id, which may be one of another installation.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The last word of the provider, which has stayed the same through all versions of the format.</summary>
    public string Provider => ProviderId[(ProviderId.LastIndexOf('/') + 1)..];

    /// <summary>By which a decision about the tool is remembered.</summary>
    public string Key => $"{Provider}/{ToolName}";

    /// <summary>Reads <c>{provider_type, provider_id, provider_name, tool_name}</c>; null when it names no tool.</summary>
    public static ToolReference? Read(JsonElement? tool)
    {
        if (tool.Member("tool_name").Text() is not { Length: > 0 } name)
        {
            return null;
        }

        var named = tool.Member("provider_name").Text();
        var provider = tool.Member("provider_id").Text() is { Length: > 0 } id ? id : named ?? "";
        return new ToolReference(tool.Member("provider_type").Text() ?? Builtin, provider, name) { ProviderName = named };
    }
}
