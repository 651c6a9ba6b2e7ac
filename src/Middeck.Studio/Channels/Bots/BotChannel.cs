namespace Middeck.Studio.Channels.Bots;

/// <summary>A bot with its secrets in the open, for as long as a call takes.</summary>
internal sealed record BotChannel(ChannelRow Row, ChannelSecrets Secrets)
{
    public ChannelSettings Settings => Row.Settings;
}
