using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Channels;

/// <summary>Changes a channel; what is null stays.</summary>
public sealed record UpdateChannel
{
    /// <summary>For people, 1 to 100 characters.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Whether anything goes through.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Of a webhook: what it is called on; at least one.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>All settings anew.</summary>
    public ChannelSettings? Settings { get; init; }

    /// <summary>The secrets that change.</summary>
    public ChannelSecretsInput? Secrets { get; init; }
}
