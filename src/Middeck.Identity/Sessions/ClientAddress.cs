using Microsoft.AspNetCore.Http;

namespace Middeck.Identity.Sessions;

/// <summary>Where a request came from, for sessions and the audit log.</summary>
internal readonly record struct ClientAddress(string? Ip, string? UserAgent)
{
    private const int MaxUserAgent = 300;

    public static ClientAddress Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        var ip = address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address;
        var agent = context.Request.Headers.UserAgent.ToString();
        return new ClientAddress(
            ip?.ToString(),
            agent.Length == 0 ? null : agent.Length > MaxUserAgent ? agent[..MaxUserAgent] : agent);
    }
}
