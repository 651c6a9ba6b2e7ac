namespace Middeck.Studio.Channels.Webhooks;

/// <summary>The header <c>Retry-After</c> (RFC 9110, section 10.2.3): seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>How long the other end asks to be left alone; null when it does not say.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } pause } => pause,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };
}
