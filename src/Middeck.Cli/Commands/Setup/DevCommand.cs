using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Middeck.Operations;
using Middeck.Operations.Configuration;
using Middeck.Operations.Language;
using Middeck.Operations.Ports;
using Middeck.Operations.Postgres;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands.Setup;

/// <summary><c>middeck dev</c>: server and console from the sources, taking up every change while they run.</summary>
internal static class DevCommand
{
    private const int ConsolePort = 5173;

    public static Command Create(CommandContext context)
    {
        var settings = new SettingOptions(context);
        var command = new Command("dev", new Message(
            "Run server and console from the sources with hot reload; only from a clone",
            "从源码运行服务和控制台并热重载（仅限源码仓库）").In(context.Tongue));
        settings.AddTo(command);
        command.AddExamples(("./middeck dev --port 7090", new Message("The API on another port", "API 使用其他端口")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var root = Clone.Root(context) ?? throw new RefusedException(ExitCode.Usage, SetupMessages.OnlyFromClone("dev"));
            var given = settings.Read(parsed);
            given.TryAdd("server.environment", "dev");
            await RunAsync(context, root, given, cancellationToken);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static async Task RunAsync(
        CommandContext context, string root, Dictionary<string, string> settings, CancellationToken cancellationToken)
    {
        if (new Installation(context.Home, context.Clock).IsRunning)
        {
            throw new RefusedException(ExitCode.Failed, SetupMessages.StopFirst());
        }

        context.Home.Create();
        var configuration = ConfigurationLoader.Load(context.Home, settings, context.Environment);
        var server = ConfigurationLoader.Server(configuration);
        EntryPort.Require(server.Address, server.Port);
        var port = PortProbe.FirstFree(IPAddress.Loopback, ConsolePort) ?? ConsolePort;
        await using var database = ConfigurationLoader.UsesPrivateDatabase(configuration)
            ? await PrivateDatabase.StartAsync(context.Home, context.Clock, cancellationToken)
            : null;
        var console = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        context.Error.WriteLine(SetupMessages.Developing(server.LocalUrl(), console).In(context.Tongue));
        using var api = Start(
            "dotnet",
            ["watch", "--non-interactive", "--project", Path.Combine(root, "src/Middeck.Cli"), "run", "--", "serve", .. SettingOptions.ToArguments(settings)],
            root,
            new Dictionary<string, string> { ["MIDDECK_HOME"] = context.Home.Root });
        using var pages = Start(
            "npx",
            ["vite", "--port", port.ToString(CultureInfo.InvariantCulture), "--strictPort"],
            Path.Combine(root, "console"),
            new Dictionary<string, string> { ["MIDDECK_URL"] = server.LocalUrl() });
        try
        {
            // When one of them gives up the other is of no use.
            await Task.WhenAny(api.WaitForExitAsync(cancellationToken), pages.WaitForExitAsync(cancellationToken));
        }
        finally
        {
            Stop(api);
            Stop(pages);
        }
    }

    private static Process Start(string program, string[] arguments, string folder, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static void Stop(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
