namespace Middeck.Knowledge.ServiceApi;

/// <summary>Moments as Dify writes them.</summary>
internal static class EpochSeconds
{
    /// <summary>Whole seconds since 1970; null for none.</summary>
    public static long? Of(DateTimeOffset? time) => time?.ToUnixTimeSeconds();
}
