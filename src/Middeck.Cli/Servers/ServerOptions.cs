using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Servers;

/// <summary>Which server a command works on and with which key: options, else the environment.</summary>
internal static class ServerOptions
{
    private const string ServerVariable = "MIDDECK_SERVER";
    private const string KeyVariable = "MIDDECK_KEY";

    public static readonly Option<string?> Server = new("--server") { Recursive = true };

    public static readonly Option<string?> Key = new("--key") { Recursive = true };

    public static readonly Option<bool> AsJson = new("--json") { Recursive = true };

    /// <summary>Describes them in the language of this run.</summary>
    public static void Describe(Tongue tongue)
    {
        Server.Description = new Message(
            $"The platform's address, such as https://ai.example.com; else {ServerVariable}",
            $"平台地址，如 https://ai.example.com；默认取 {ServerVariable}").In(tongue);
        Key.Description = new Message(
            $"A management key, md-…; else {KeyVariable}, where other processes do not see it",
            $"管理密钥 md-…；默认取 {KeyVariable}，其他进程看不到").In(tongue);
        AsJson.Description = new Message(
            "The server's own answer on standard output", "在标准输出上给出服务器的原始应答").In(tongue);
    }

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
