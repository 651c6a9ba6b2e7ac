using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tools.Providers;

/// <summary>A tool provider as others see it.</summary>
/// <param name="Id">What configurations name it by: <c>provider_id</c>.</param>
/// <param name="Kind"><c>openapi</c>, <c>curl</c> or <c>mcp</c>.</param>
/// <param name="ProviderType">What configurations call its kind: <c>api</c> or <c>mcp</c>.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">For people.</param>
/// <param name="Icon">An emoji.</param>
/// <param name="ServerUrl">Where its tools are asked.</param>
/// <param name="SourceUrl">Where its description was fetched from; null for one that was given.</param>
/// <param name="Transport">For MCP.</param>
/// <param name="Auth">How it is shown who asks.</param>
/// <param name="HasSecret">Whether a key, a token or a password is kept.</param>
/// <param name="Headers">The names of further headers.</param>
/// <param name="Command">What is started, for a server over standard streams; null for others.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">The names of its variables.</param>
/// <param name="Network">Whether it may use the network.</param>
/// <param name="SignedIn">For <c>oauth</c>: whether somebody has signed in; null for others.</param>
/// <param name="SignInProblem">Why the last sign-in failed; null when it did not.</param>
/// <param name="ToolCount">How many tools it has.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed, or read anew.</param>
internal sealed record ToolProvider(
    Guid Id,
    string Kind,
    string ProviderType,
    string Name,
    string Description,
    string Icon,
    string? ServerUrl,
    string? SourceUrl,
    string Transport,
    ProviderAuth Auth,
    bool HasSecret,
    IReadOnlyList<string> Headers,
    string? Command,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<string> Environment,
    bool Network,
    bool? SignedIn,
    string? SignInProblem,
    int ToolCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static ToolProvider From(ToolProviderRow row) => new(
        row.Id, row.Settings.Source, row.Kind, row.Name, row.Description, row.Icon,
        row.Settings.ServerUrl ?? row.Tools.Select(tool => tool.Call.Member("server").Text()).FirstOrDefault(), row.Settings.SourceUrl,
        row.Settings.Transport, row.Settings.Auth, row.Secrets is not null && row.Settings.Auth.Type != ProviderAuth.None.Type,
        row.Settings.Headers, row.Settings.Stdio?.Command, row.Settings.Stdio?.Arguments ?? [], row.Settings.Stdio?.Environment ?? [],
        row.Settings.Stdio?.Network ?? false, row.Settings.Auth.Type == ProviderAuth.OAuth ? row.SignIn is not null : null,
        row.Settings.SignInProblem, row.Tools.Count, row.CreatedAt, row.UpdatedAt);
}
