using System.CommandLine;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Middeck.Operations;
using Middeck.Operations.Configuration;
using Middeck.Operations.Language;
using Middeck.Server;
using Middeck.Storage.Schema;
using Npgsql;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck serve</c>: the platform in this process, without supervision.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandContext context)
    {
        var settings = new SettingOptions(context);
        var command = new Command("serve", new Message("Run the platform in this process", "在当前进程中运行平台").In(context.Tongue));
        settings.AddTo(command);
        command.AddExamples(("middeck serve --port 7090", new Message("On another port", "使用其他端口")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            context.Home.Create();
            var configuration = ConfigurationLoader.Load(context.Home, settings.Read(parsed), context.Environment);
            ConfigurationCheck.ThrowIfInvalid(configuration, MiddeckServer.KnownOptions());
            try
            {
                await MiddeckServer.RunAsync(configuration, cancellationToken);
            }
            catch (Exception ex) when (RefusalOf(ex) is { } refusal)
            {
                throw refusal;
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    // What an operator can cure gets a sentence; anything else is a bug and keeps its stack trace.
    private static RefusedException? RefusalOf(Exception exception) => exception switch
    {
        OptionsValidationException invalid => Refusal(ExitCode.Configuration, invalid.Failures.First(), exception),
        MigrationFailedException => Refusal(ExitCode.StartFailed, exception.Message, exception),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => new RefusedException(
            ExitCode.PortUnavailable, CliMessages.PortLost(exception.Message), exception),
        NpgsqlException => new RefusedException(
            ExitCode.StartFailed, CliMessages.DatabaseUnreachable(exception.Message), exception),
        SocketException => new RefusedException(
            ExitCode.PortUnavailable, CliMessages.PortLost(exception.Message), exception),
        _ => null,
    };

    private static RefusedException Refusal(ExitCode code, string sentence, Exception cause)
        => new(code, new Message(sentence, sentence), cause);
}
