using Middeck.Core.Errors;

namespace Middeck.Studio.Answering;

/// <summary>Tells what a provider refused a request for, so that it can be asked in another way.</summary>
internal static class ProviderRefusal
{
    /// <summary>Whether a provider refused the request itself, and its words name one of these things.</summary>
    public static bool Names(Fault fault, params ReadOnlySpan<string> things)
    {
        if (fault.Code != "models.upstream_rejected"
            || fault.Extensions?.GetValueOrDefault("upstream_status") is not (400 or 404 or 415 or 422 or 501)
            || fault.Extensions?.GetValueOrDefault("upstream_message") is not string words)
        {
            return false;
        }

        foreach (var thing in things)
        {
            if (words.Contains(thing, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
