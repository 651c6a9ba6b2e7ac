using System.Text.Json;

namespace Middeck.Studio.Tools;

/// <summary>A tool as the console lists it.</summary>
internal sealed record ToolSummary(
    string ProviderType,
    string ProviderId,
    string ToolName,
    ToolWords Label,
    ToolWords Description,
    JsonElement Parameters,
    bool NeedsConfirmation,
    string Icon,
    string? ProviderName)
{
    public static ToolSummary Of(OfferedTool offered) => new(
        offered.Reference.ProviderType, offered.Reference.ProviderId, offered.Reference.ToolName,
        offered.Tool.Info.Label, offered.Tool.Info.Description, offered.Tool.Info.Parameters,
        offered.Tool.Info.NeedsConfirmation, offered.Tool.Info.Icon, offered.Reference.ProviderName);
}
