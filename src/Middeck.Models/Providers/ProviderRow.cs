namespace Middeck.Models.Providers;

/// <summary>A row of <c>models.provider</c> with its models.</summary>
internal sealed record ProviderRow
{
    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public required string BaseUrl { get; init; }

    /// <summary>The vault's ciphertext; null without a key.</summary>
    public string? ApiKey { get; init; }

    public string? ApiKeyHint { get; init; }

    public required bool Trusted { get; init; }

    public required bool Enabled { get; init; }

    public ProviderStatus Status { get; init; }

    public string? LastError { get; init; }

    public DateTimeOffset? LastCheckedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public IReadOnlyList<ProviderModel> Models { get; init; } = [];

    /// <summary>What the key's ciphertext is bound to.</summary>
    public string KeyPurpose => $"models.provider/{Id}";

    public Provider ToProvider() => new(
        Id,
        Name,
        Kind,
        BaseUrl,
        ApiKeyHint is null ? null : $"••••{ApiKeyHint}",
        Enabled,
        Builtin: false,
        Models,
        Status,
        LastError,
        LastCheckedAt,
        CreatedAt,
        UpdatedAt);
}
