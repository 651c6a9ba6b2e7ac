using System.CommandLine;
using System.Text.Json;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Language;
using Middeck.Operations.Supervision;
using Spectre.Console;

namespace Middeck.Cli.Commands.Services;

/// <summary><c>middeck services</c>: the catalogue of services and what can be added to it.</summary>
internal static class ServicesCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("services", new Message("The catalogue of services (services.yaml)", "服务目录（services.yaml）").In(context.Tongue));
        command.Subcommands.Add(List(context));
        command.Subcommands.Add(PresetsCommand.Create(context));
        command.Subcommands.Add(Add(context));
        command.Subcommands.Add(Remove(context));
        command.Subcommands.Add(Check(context));
        command.Subcommands.Add(Reload(context));
        command.Subcommands.Add(Schema(context));
        return command;
    }

    private static Command List(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("list", new Message("The services of the catalogue", "列出目录中的服务").In(context.Tongue)) { json };
        command.SetAction(parsed => Show(context, CatalogueLoader.Load(context.Home), parsed.GetValue(json)));
        return command;
    }

    private static Command Add(CommandContext context)
    {
        var preset = new Argument<string>("preset")
        {
            Description = new Message("A ready-made entry: middeck services presets", "预置服务名，见 middeck services presets").In(context.Tongue),
        };
        var name = new Option<string?>("--name")
        {
            Description = new Message("The service's name, when it is not the entry's own", "服务名称，默认与预置服务同名").In(context.Tongue),
        };
        var json = CommonOptions.AsJson(context);
        var command = new Command("add", new Message("Add a ready-made entry", "添加预置服务").In(context.Tongue)) { preset, name, json };
        command.SetAction(parsed =>
        {
            context.Home.Create();
            var chosen = parsed.GetValue(name) ?? parsed.GetRequiredValue(preset);
            var catalogue = ServicesFile.Add(context.Home, parsed.GetRequiredValue(preset), chosen);
            Say(context, ServicesMessages.Added(chosen, context.Home.ServicesFile));
            if (catalogue.Find(chosen) is { Kind: ServiceKind.Process, Command: [var program, ..] } && !ProgramPath.Exists(program))
            {
                Say(context, ServicesMessages.ProgramMissing(program));
            }

            return parsed.GetValue(json) ? Show(context, catalogue, json: true) : (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Remove(CommandContext context)
    {
        var name = new Argument<string>("name") { Description = new Message("The service", "服务名称").In(context.Tongue) };
        var yes = CommonOptions.Yes(context);
        var json = CommonOptions.AsJson(context);
        var command = new Command("remove", new Message("Take a service out of the catalogue", "从目录中移除服务").In(context.Tongue)) { name, yes, json };
        command.SetAction(parsed =>
        {
            var chosen = parsed.GetRequiredValue(name);
            ServiceArguments.Require(CatalogueLoader.Load(context.Home), [chosen]);
            if (!Asking.Confirm(context, ServicesMessages.AskRemove(chosen), parsed.GetValue(yes)))
            {
                Say(context, ServicesMessages.NothingDone());
                return (int)ExitCode.Failed;
            }

            var catalogue = ServicesFile.Remove(context.Home, chosen);
            Say(context, ServicesMessages.Removed(chosen));
            return parsed.GetValue(json) ? Show(context, catalogue, json: true) : (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Check(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("check", new Message("Whether services.yaml has faults", "检查 services.yaml 是否有错误").In(context.Tongue)) { json };
        command.SetAction(parsed =>
        {
            var catalogue = CatalogueLoader.Load(context.Home);
            Say(context, ServicesMessages.Good(catalogue.Services.Count, context.Home.ServicesFile));
            return parsed.GetValue(json) ? Show(context, catalogue, json: true) : (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Reload(CommandContext context)
    {
        var command = new Command("reload", new Message(
            "Have the supervisor read services.yaml again and start, stop and restart what changed",
            "让监管进程重新读取 services.yaml，并启动、停止或重启有变化的服务").In(context.Tongue));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            CatalogueLoader.Load(context.Home);
            await new SupervisorClient(context.Home).AskAsync(new SupervisorRequest(SupervisorCommand.Reload), cancellationToken);
            Say(context, ServicesMessages.Reloaded());
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static Command Schema(CommandContext context)
    {
        var command = new Command("schema", new Message("The JSON schema of services.yaml", "services.yaml 的 JSON Schema").In(context.Tongue));
        command.SetAction(_ =>
        {
            context.Output.Write(ServicePresets.Schema());
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static int Show(CommandContext context, ServiceCatalogue catalogue, bool json)
    {
        var view = EntryViews.Of(context, catalogue);
        if (json)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(view, RunningJson.Default.ServicesView));
        }
        else if (view.Services.Count == 0)
        {
            Say(context, ServicesMessages.Empty());
        }
        else
        {
            var table = new Table().Border(TableBorder.Minimal).AddColumns("service", "kind", "ports", "needs", "description", "command");
            foreach (var service in view.Services)
            {
                table.AddRow(
                    Markup.Escape(service.Enabled ? service.Name : $"({service.Name})"),
                    service.Kind,
                    string.Join(' ', service.Ports.Values),
                    string.Join(' ', service.DependsOn),
                    Markup.Escape(service.Description),
                    Markup.Escape(service.Commands is [var command, ..] ? command : ""));
            }

            Terminal.On(context.Output).Write(table);
        }

        return (int)ExitCode.Ok;
    }

    private static void Say(CommandContext context, Message message) => context.Error.WriteLine(message.In(context.Tongue));
}
