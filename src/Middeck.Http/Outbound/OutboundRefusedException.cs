namespace Middeck.Http.Outbound;

/// <summary>The guarded client refused to connect; the message names the rule.</summary>
public sealed class OutboundRefusedException(string host)
    : HttpRequestException(
        $"The address of '{host}' is private, loopback or link-local. The rule 'outbound.private_address' refuses it; "
        + "an administrator can put the host on the workspace's allow-list.")
{
    /// <summary>The host that was asked for.</summary>
    public string Host { get; } = host;
}
