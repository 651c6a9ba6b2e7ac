namespace Middeck.Studio.Channels;

/// <summary>Where chat platforms call.</summary>
internal static class ChannelPaths
{
    public const string Prefix = "/triggers/channels";

    public static string Of(Guid channelId) => $"{Prefix}/{channelId}";
}
