namespace Middeck.Studio.Tools.Providers;

/// <summary>What a description, or a server, says of itself.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Tools">What it offers.</param>
internal sealed record ProviderContent(string Name, string Description, IReadOnlyList<ProviderTool> Tools)
{
    /// <summary>How it wants to be shown who asks; null where it does not say.</summary>
    public ProviderAuth? Auth { get; init; }

    /// <summary>Secrets that stood in the description.</summary>
    public ProviderSecrets Secrets { get; init; } = ProviderSecrets.None;

    /// <summary>What is kept of the description; null for all of it.</summary>
    public string? Source { get; init; }
}
