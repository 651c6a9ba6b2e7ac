using System.CommandLine;
using Middeck.Operations;

namespace Middeck.Cli.Servers;

/// <summary>Which server a command works on and with which key: options, else the environment.</summary>
internal static class ServerOptions
{
    private const string ServerVariable = "MIDDECK_SERVER";
    private const string KeyVariable = "MIDDECK_KEY";

    public static readonly Option<string?> Server = new("--server")
    {
        Description = $"The platform's address, such as https://ai.example.com; else {ServerVariable}",
        Recursive = true,
    };

    public static readonly Option<string?> Key = new("--key")
    {
        Description = $"A management key, md-…; else {KeyVariable}, where other processes do not see it",
        Recursive = true,
    };

    public static readonly Option<bool> AsJson = new("--json")
    {
        Description = "The server's own answer on standard output",
        Recursive = true,
    };

    /// <summary>Opens what the command line names.</summary>
    /// <exception cref="RefusedException">Something is missing or no address.</exception>
    public static ServerClient Open(ParseResult parsed, IReadOnlyDictionary<string, string> environment)
    {
        var server = parsed.GetValue(Server) ?? environment.GetValueOrDefault(ServerVariable);
        if (string.IsNullOrEmpty(server))
        {
            throw new RefusedException(ExitCode.Usage, ServerMessages.NoServer());
        }

        if (!Uri.TryCreate(server.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new RefusedException(ExitCode.Usage, ServerMessages.NoAddress(server));
        }

        var key = parsed.GetValue(Key) ?? environment.GetValueOrDefault(KeyVariable);
        return string.IsNullOrWhiteSpace(key) || key.Any(char.IsControl)
            ? throw new RefusedException(ExitCode.Usage, ServerMessages.NoKey())
            : new ServerClient(address, key);
    }
}
