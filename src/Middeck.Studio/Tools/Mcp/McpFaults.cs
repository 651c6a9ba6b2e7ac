using Middeck.Core.Errors;

namespace Middeck.Studio.Tools.Mcp;

/// <summary>What can go wrong with MCP servers that are started.</summary>
internal static class McpFaults
{
    public static FaultException NoSignIn() => new(Fault.Invalid(
        "tools.mcp_no_sign_in", "The provider is not set up for a sign-in. Choose OAuth as its authentication."));

    public static FaultException OnlyMcpSignsIn() => new(Fault.Invalid(
        "tools.provider_invalid_auth", "OAuth is there for MCP servers that are asked over the network.", "auth.type"));

    public static FaultException SignInNeeded()
        => ToolFaults.Failed("The server asks for a sign-in: open the provider on the page of the tools and sign in again.");

    public static FaultException SignInRefused(string reason) => ToolFaults.Failed($"The sign-in was refused: {reason}.");

    public static FaultException CommandNeeded() => new(Fault.Invalid(
        "tools.mcp_command_needed", "A server over standard streams needs the command that starts it.", "command"));

    public static FaultException InvalidCommand(string field, string sentence)
        => new(Fault.Invalid("tools.mcp_invalid_command", sentence, field));

    public static FaultException CommandNotAllowed(string command) => new(new Fault(
        FaultKind.Forbidden, "tools.mcp_command_not_allowed",
        $"'{command}' with these arguments is not among the commands of studio.mcp_commands. Who administers the installation can start "
            + "any, and can add it there.",
        "command"));

    public static FaultException NetworkNotAllowed() => new(new Fault(
        FaultKind.Forbidden, "tools.mcp_network_not_allowed",
        "Only who administers the installation lets a command use the network: that is the machine's own.", "network"));
}
