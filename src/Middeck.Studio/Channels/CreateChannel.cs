using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Channels;

/// <summary>Makes a channel of an app.</summary>
public sealed record CreateChannel
{
    /// <summary>What is at its other end.</summary>
    [Required]
    public ChannelKind? Kind { get; init; }

    /// <summary>For people, 1 to 100 characters.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>Of a webhook: what it is called on; at least one.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>What the kind needs.</summary>
    public ChannelSettings Settings { get; init; } = new();

    /// <summary>What the kind proves itself with; webhooks get theirs from the platform.</summary>
    public ChannelSecretsInput Secrets { get; init; } = new();
}
