using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Middeck.Studio.Tools.Mcp;

/// <summary>How MCP servers are told who we are.</summary>
internal static class McpIdentity
{
    public static McpClientOptions Options => new() { ClientInfo = new Implementation { Name = "Middeck", Version = "1.0" } };
}
