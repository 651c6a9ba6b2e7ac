using System.CommandLine;
using System.Text.Json;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Operations.Ports;

namespace Middeck.Cli.Commands.Ports;

/// <summary><c>middeck ports free PORT</c>: shows who holds a port and, on yes, asks that process to end.</summary>
internal static class PortsFreeCommand
{
    public static Command Create(CommandContext context)
    {
        var number = new Argument<int>("port") { Description = new Message("The port, 1 to 65535", "端口号，1 到 65535").In(context.Tongue) };
        var json = CommonOptions.AsJson(context);
        var yes = CommonOptions.Yes(context);
        var command = new Command("free", new Message(
            "End the process that holds a port, after asking", "确认后结束占用端口的进程").In(context.Tongue)) { number, json, yes };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var port = parsed.GetValue(number);
            var owner = PortOwner.Of(port);
            if (owner is null && !PortProbe.IsTaken(System.Net.IPAddress.Any, port))
            {
                return Answer(context, parsed.GetValue(json), port, null, freed: true, PortSentences.Nobody(port));
            }

            if (owner is null)
            {
                throw new RefusedException(ExitCode.PortUnavailable, PortSentences.Unknown(port));
            }

            if (PortsCommand.RegistryOf(context).Look().FirstOrDefault(ours => ours.Number == port && ours.State == PortState.InUse) is { } mine)
            {
                throw new RefusedException(ExitCode.PortUnavailable, PortSentences.Ours(port, mine.Service));
            }

            var freed = await EndAsync(context, port, owner, parsed.GetValue(yes), cancellationToken);
            return Answer(
                context, parsed.GetValue(json), port, owner, freed, freed ? PortSentences.Freed(port) : PortSentences.NotFreed(port));
        });
        return command;
    }

    private static async Task<bool> EndAsync(CommandContext context, int port, PortOwner owner, bool yes, CancellationToken cancellationToken)
    {
        if (!Asking.Confirm(context, PortSentences.AskEnd(port, owner), yes))
        {
            return false;
        }

        var freeing = new PortFreeing(context.Clock);
        return await freeing.EndAsync(owner, forcibly: false, cancellationToken)
            || (Asking.Confirm(context, PortSentences.AskKill(owner), yes) && await freeing.EndAsync(owner, forcibly: true, cancellationToken));
    }

    private static int Answer(CommandContext context, bool json, int port, PortOwner? owner, bool freed, Message sentence)
    {
        context.Error.WriteLine(sentence.In(context.Tongue));
        if (json)
        {
            var view = new PortFreeView(port, OwnerView.Of(owner), freed);
            context.Output.WriteLine(JsonSerializer.Serialize(view, RunningJson.Default.PortFreeView));
        }

        return (int)(freed ? ExitCode.Ok : ExitCode.PortUnavailable);
    }
}
