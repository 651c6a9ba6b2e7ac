using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Middeck.Core.Security;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools.Providers;

namespace Middeck.Studio.Tools.Mcp;

/// <summary>Checks what people write about MCP servers that are started, and whether they may start them.</summary>
internal sealed partial class StdioRequest(IOptions<StudioOptions> options)
{
    private const int LongestArgument = 4_000;

    // They are handed over through a pipe that takes no more.
    private const int MostBytes = 32 * 1024;

    /// <exception cref="Core.Errors.FaultException"><c>tools.mcp_invalid_command</c>, <c>tools.mcp_command_needed</c>.</exception>
    public static StdioServer ServerOf(
        string? command, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, bool network)
    {
        var program = command?.Trim() ?? "";
        if (program.Length == 0)
        {
            throw McpFaults.CommandNeeded();
        }

        if (!Program().IsMatch(program))
        {
            throw McpFaults.InvalidCommand("command", "The command is the name of a program, or its full path; arguments stand apart from it.");
        }

        return arguments.Any(one => one is null || one.Length > LongestArgument || !StorableJson.IsStorable(one))
            ? throw McpFaults.InvalidCommand("arguments", $"An argument has at most {LongestArgument} characters, and none that cannot be kept.")
            : new StdioServer(program, arguments, [.. environment.Keys], network);
    }

    /// <summary>The variables; an empty value keeps what there is.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>tools.mcp_invalid_command</c>.</exception>
    public static Dictionary<string, string> EnvironmentOf(
        IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, string> kept)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            if (!VariableName().IsMatch(name) || !StorableJson.IsStorable(value))
            {
                throw McpFaults.InvalidCommand(
                    "environment", $"'{name}' cannot be a variable: names have letters, digits and _, and values no character such as NUL.");
            }

            variables[name] = value.Length > 0 ? value : kept.GetValueOrDefault(name, "");
        }

        return variables.Sum(one => Encoding.UTF8.GetByteCount(one.Key) + Encoding.UTF8.GetByteCount(one.Value)) > MostBytes
            ? throw McpFaults.InvalidCommand("environment", "The variables have more than 32 KB together.")
            : variables;
    }

    /// <summary>Refuses what the caller may not start.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="server">What is to be started.</param>
    /// <param name="before">What somebody who might had started with the same variables; it stays.</param>
    /// <exception cref="Core.Errors.FaultException"><c>tools.mcp_command_not_allowed</c>, <c>tools.mcp_network_not_allowed</c>.</exception>
    public void Check(Caller caller, StdioServer server, StdioServer? before)
    {
        if (caller.IsInstallationAdmin)
        {
            return;
        }

        var isSame = before is not null && before.Words.SequenceEqual(server.Words);
        if (server.Network && !(isSame && before!.Network))
        {
            throw McpFaults.NetworkNotAllowed();
        }

        if (!isSame && !options.Value.McpCommands.Any(allowed => Begins(server, allowed)))
        {
            throw McpFaults.CommandNotAllowed(server.Command);
        }
    }

    private static bool Begins(StdioServer server, string allowed)
    {
        var words = allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && server.Words.Take(words.Length).SequenceEqual(words);
    }

    [GeneratedRegex(@"^([\w.+@-]+|(/[\w.+@-]+)+)$")]
    private static partial Regex Program();

    // What the loader of programs obeys is nobody's setting.
    [GeneratedRegex("^(?!LD_)[A-Za-z_][A-Za-z0-9_]{0,199}$")]
    private static partial Regex VariableName();
}
