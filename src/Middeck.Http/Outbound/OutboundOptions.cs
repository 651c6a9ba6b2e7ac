namespace Middeck.Http.Outbound;

/// <summary>Which private addresses requests made for users may reach all the same.</summary>
public sealed class OutboundOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "outbound";

    /// <summary>
    /// Hosts whose addresses may be private, such as an intranet's. <c>wiki.example.internal</c> is for every workspace,
    /// <c>{workspace id}:wiki.example.internal</c> for one. Default none.
    /// </summary>
    public string[] PrivateHosts { get; set; } = [];
}
