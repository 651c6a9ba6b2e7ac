namespace Middeck.Studio.Channels;

/// <summary>A channel as people see it: secrets by their ends.</summary>
/// <param name="Id">The key.</param>
/// <param name="AppId">The app that it leads to.</param>
/// <param name="Kind">What is at its other end.</param>
/// <param name="Name">For people.</param>
/// <param name="Enabled">Whether anything goes through.</param>
/// <param name="State">How it does.</param>
/// <param name="SwitchedOffReason">Why the platform switched it off by itself; null when it did not.</param>
/// <param name="Events">What a webhook is called on; empty for bots.</param>
/// <param name="Settings">What the kind needs.</param>
/// <param name="Secrets">The secrets that it has, masked, by their names.</param>
/// <param name="CallbackPath">Where the chat platform calls; null for webhooks.</param>
/// <param name="FailingSince">Since when every attempt has failed; null when the last one did not.</param>
/// <param name="LastEventAt">When something last came in.</param>
/// <param name="LastSuccessAt">When something was last delivered.</param>
/// <param name="LastError">What went wrong last, in words.</param>
/// <param name="LastErrorAt">When that was.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed.</param>
internal sealed record Channel(
    Guid Id,
    Guid AppId,
    ChannelKind Kind,
    string Name,
    bool Enabled,
    ChannelState State,
    string? SwitchedOffReason,
    IReadOnlyList<string> Events,
    ChannelSettings Settings,
    IReadOnlyDictionary<string, string> Secrets,
    string? CallbackPath,
    DateTimeOffset? FailingSince,
    DateTimeOffset? LastEventAt,
    DateTimeOffset? LastSuccessAt,
    string? LastError,
    DateTimeOffset? LastErrorAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static Channel From(ChannelRow row, ChannelSecrets secrets) => new(
        row.Id, row.AppId, row.Kind, row.Name, row.Enabled, StateOf(row), row.SwitchedOffReason, row.Events, row.Settings,
        ChannelFields.SecretsOf(row.Kind).Where(secrets.Names.Contains)
            .ToDictionary(name => name, name => ChannelSecrets.Mask(secrets[name])),
        row.IsBot ? ChannelPaths.Of(row.Id) : null, row.FailingSince, row.LastEventAt, row.LastSuccessAt,
        row.LastError, row.LastErrorAt, row.CreatedAt, row.UpdatedAt);

    private static ChannelState StateOf(ChannelRow row) => row switch
    {
        { Enabled: false, SwitchedOffReason: not null } => ChannelState.SwitchedOff,
        { Enabled: false } => ChannelState.Off,
        { FailingSince: not null } => ChannelState.Failing,
        { LastSuccessAt: not null } => ChannelState.Working,
        _ => ChannelState.Unused,
    };
}
