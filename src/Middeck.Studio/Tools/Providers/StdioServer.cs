namespace Middeck.Studio.Tools.Providers;

/// <summary>An MCP server that is started in the sandbox and talks over its standard streams.</summary>
/// <param name="Command">The program: a name, or its full path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">The names of its variables, whose values are secrets.</param>
/// <param name="Network">Whether it may use the machine's network.</param>
internal sealed record StdioServer(
    string Command, IReadOnlyList<string> Arguments, IReadOnlyList<string> Environment, bool Network)
{
    /// <summary>The command and its arguments.</summary>
    public IReadOnlyList<string> Words => [Command, .. Arguments];

    /// <summary>For people; not for a shell.</summary>
    public string Line => string.Join(' ', Words);
}
