using Middeck.Studio.Configuration;
using Middeck.Studio.Tools.Builtin.Web;

namespace Middeck.Studio.Tools.Providers;

/// <summary>Finds the description of a provider: what somebody wrote, or what stands at an address.</summary>
internal sealed class ProviderSources(PageFetcher pages)
{
    /// <summary>The text; empty where the server itself tells.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>tools.invalid_description</c>, <c>tools.failed</c>.</exception>
    public async Task<string> FindAsync(
        Guid workspaceId, ProviderSettings settings, string? given, CancellationToken cancellationToken)
    {
        if (settings.Source == ProviderSettings.Mcp)
        {
            return settings.ServerUrl is null && settings.Stdio is null ? throw ToolProviderFaults.ServerNeeded() : "";
        }

        var text = !string.IsNullOrWhiteSpace(given) ? given
            : settings.SourceUrl is { } url
                ? System.Text.Encoding.UTF8.GetString((await pages.FetchAsync(workspaceId, url, cancellationToken)).Body).TrimStart('\uFEFF')
                : throw ToolProviderFaults.InvalidSource(settings.Source == ProviderSettings.Curl
                    ? "Give a curl command in source."
                    : "Give the OpenAPI document in source, or its address in source_url.");
        return StorableJson.IsStorable(text)
            ? text
            : throw ToolProviderFaults.InvalidSource("The description holds a character that cannot be kept, such as NUL.");
    }

    /// <summary>The servers that a provider's tools are asked at, or the command that is started: what its secrets are given to.</summary>
    public static HashSet<string> HostsOf(ToolProviderRow row)
        => row.Settings.Stdio is { } stdio ? [string.Join('\n', stdio.Words), .. stdio.Environment] :
        [
            .. row.Tools.Select(tool => tool.Call.Member("server").Text()).Append(row.Settings.ServerUrl).OfType<string>()
                .Select(url => new Uri(url).GetLeftPart(UriPartial.Authority).ToLowerInvariant()),
        ];
}
