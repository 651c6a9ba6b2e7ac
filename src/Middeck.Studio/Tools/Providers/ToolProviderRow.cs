using Middeck.Storage.Sql;

namespace Middeck.Studio.Tools.Providers;

/// <summary>A row of <c>studio.tool_provider</c>.</summary>
internal sealed record ToolProviderRow(
    Guid Id,
    Guid WorkspaceId,
    string Kind,
    string Name,
    string Description,
    string Icon,
    ProviderSettings Settings,
    string Source,
    IReadOnlyList<ProviderTool> Tools,
    string? Secrets,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>The ciphertext of what a sign-in brought; null when nobody has signed in.</summary>
    public string? SignIn { get; init; }

    /// <summary>What the ciphertext of a sign-in is bound to.</summary>
    public static string SignInPurposeOf(Guid id) => $"studio.tool_provider.sign_in/{id}";

    /// <summary>What the secrets' ciphertext is bound to.</summary>
    public static string PurposeOf(Guid id) => $"studio.tool_provider/{id}";

    public static ToolProviderRow From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<string>("kind"),
        row.Get<string>("name"),
        row.Get<string>("description"),
        row.Get<string>("icon"),
        row.Json<ProviderSettings>("settings")!,
        row.Get<string>("source"),
        row.Json<IReadOnlyList<ProviderTool>>("tools")!,
        row.Get<string?>("secrets"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"))
    {
        SignIn = row.Get<string?>("sign_in"),
    };
}
