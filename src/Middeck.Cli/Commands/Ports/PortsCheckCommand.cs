using System.CommandLine;
using System.Text.Json;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Operations.Ports;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands.Ports;

/// <summary><c>middeck ports check</c>: finds what will not start because of a port, and moves it where it may.</summary>
internal static class PortsCheckCommand
{
    public static Command Create(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var yes = CommonOptions.Yes(context);
        var command = new Command("check", new Message(
            "Find port conflicts before a start and offer free ports", "启动前检查端口冲突并提供空闲端口").In(context.Tongue)) { json, yes };
        command.SetAction(parsed =>
        {
            var registry = PortsCommand.RegistryOf(context);
            var ports = registry.Look();
            var conflicts = ports.Select(port => (Port: port, Problem: ProblemOf(port, ports))).Where(found => found.Problem is not null).ToList();
            // A script that did not say yes is only told.
            var asks = parsed.GetValue(yes) || (!parsed.GetValue(json) && !Console.IsInputRedirected);
            var views = conflicts.Select(found => Treat(context, registry, found.Port, found.Problem!, asks, parsed.GetValue(yes))).ToList();
            if (parsed.GetValue(json))
            {
                context.Output.WriteLine(JsonSerializer.Serialize(new PortCheckView(views), RunningJson.Default.PortCheckView));
            }
            else if (views.Count == 0)
            {
                context.Output.WriteLine(PortSentences.NoConflicts(ports.Count).In(context.Tongue));
            }

            return (int)(views.All(view => view.Recorded) ? ExitCode.Ok : ExitCode.PortUnavailable);
        });
        return command;
    }

    // Of two of ours that want one port it is the second's: the first is the platform or its database.
    private static Message? ProblemOf(RegisteredPort port, IReadOnlyList<RegisteredPort> all)
    {
        var first = all.First(other => other.Number == port.Number && other.Protocol == port.Protocol);
        return first != port ? PortSentences.Same(first, port)
            : port.State == PortState.Conflict ? PortMessages.Taken(port.Service, port.Number, port.Owner)
            : null;
    }

    private static PortConflictView Treat(
        CommandContext context, PortRegistry registry, RegisteredPort port, Message problem, bool asks, bool yes)
    {
        context.Error.WriteLine(problem.In(context.Tongue));
        var proposal = registry.Propose(port);
        if (proposal is not { } free)
        {
            context.Error.WriteLine(PortSentences.NoFree().In(context.Tongue));
            return new PortConflictView(PortView.Of(port), problem.In(context.Tongue), null, false);
        }

        if (port.Service == ServiceNames.Platform && context.Environment.ContainsKey("MIDDECK_PORT"))
        {
            context.Error.WriteLine(PortSentences.Variable(free).In(context.Tongue));
            return new PortConflictView(PortView.Of(port), problem.In(context.Tongue), free, false);
        }

        var file = port.Service == ServiceNames.Platform ? context.Home.ConfigurationFile : context.Home.ServicesFile;
        var question = PortSentences.AskMove(port, free, file);
        // What the private PostgreSQL listens on it chooses itself.
        var recorded = asks && port.Service != ServiceNames.Postgres && Asking.Confirm(context, question, yes);
        if (recorded)
        {
            registry.Record(port, free);
            context.Error.WriteLine(PortSentences.Moved(port, free).In(context.Tongue));
        }

        return new PortConflictView(PortView.Of(port), problem.In(context.Tongue), free, recorded);
    }
}
