using System.CommandLine;
using System.Globalization;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli;

/// <summary>The options by which the command line sets configuration keys.</summary>
internal sealed class SettingOptions(CommandContext context)
{
    private readonly Option<int?> _port = new("--port")
    {
        Description = new Message("The entry port (server.port); 0 takes any free one", "入口端口（server.port）；0 表示任意空闲端口").In(context.Tongue),
    };
    private readonly Option<string?> _environment = new("--env")
    {
        Description = new Message("dev or prod (server.environment)", "dev 或 prod（server.environment）").In(context.Tongue),
    };
    private readonly Option<string[]> _settings = new("--set")
    {
        Description = new Message("Any other configuration key: --set section.key=value", "任意其他配置项：--set 节.键=值").In(context.Tongue),
        Arity = ArgumentArity.OneOrMore,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_port);
        command.Options.Add(_environment);
        command.Options.Add(_settings);
    }

    /// <summary>Key to value; the named options win over <c>--set</c>.</summary>
    public Dictionary<string, string> Read(ParseResult parsed)
    {
        var values = new Dictionary<string, string>();
        foreach (var setting in parsed.GetValue(_settings) ?? [])
        {
            var parts = setting.Split('=', 2);
            if (parts.Length < 2 || parts[0].Length == 0)
            {
                throw new RefusedException(ExitCode.Usage, new Message(
                    $"--set {setting}: write it as --set section.key=value.",
                    $"--set {setting}：格式应为 --set section.key=value。"));
            }

            values[parts[0]] = parts[1];
        }

        if (parsed.GetValue(_port) is { } port)
        {
            values["server.port"] = port.ToString(CultureInfo.InvariantCulture);
        }

        if (parsed.GetValue(_environment) is { } environment)
        {
            values["server.environment"] = environment;
        }

        return values;
    }

    /// <summary>The same settings for a process of ours.</summary>
    public static IEnumerable<string> ToArguments(IReadOnlyDictionary<string, string> settings)
        => settings.SelectMany(setting => new[] { "--set", $"{setting.Key}={setting.Value}" });
}
