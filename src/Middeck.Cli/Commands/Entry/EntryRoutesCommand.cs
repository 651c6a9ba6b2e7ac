using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Entry.Generated;
using Middeck.Operations.Entry.Routes;
using Middeck.Operations.Language;
using Spectre.Console;

namespace Middeck.Cli.Commands.Entry;

/// <summary><c>middeck entry routes</c>: which path, host or port leads where.</summary>
internal static class EntryRoutesCommand
{
    public static Command Create(CommandContext context, Func<ServiceCatalogue> catalogue)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("routes", new Message(
            "List the routes of services", "列出各服务的路由").In(context.Tongue)) { json };
        command.SetAction(parsed =>
        {
            var plan = EntryPlan.Read(context, catalogue);
            if (parsed.GetValue(json))
            {
                context.Output.WriteLine(JsonSerializer.Serialize(ViewOf(plan), EntryJson.Default.RoutesView));
            }
            else
            {
                Show(context, plan);
            }

            foreach (var problem in plan.Routes.Problems)
            {
                context.Error.WriteLine($"{problem.Service}: {problem.Sentence.In(context.Tongue)}");
            }

            return (int)(plan.Routes.Problems.Count == 0 ? ExitCode.Ok : ExitCode.Configuration);
        });
        return command;
    }

    private static void Show(CommandContext context, ProxyPlan plan)
    {
        if (plan.Routes.Routes.Count == 0)
        {
            context.Error.WriteLine(EntryCommandMessages.NoRoutes(context.Home.Root).In(context.Tongue));
            return;
        }

        var table = new Table().Border(TableBorder.Minimal).AddColumns([.. EntryCommandMessages.Columns(context.Tongue)]);
        foreach (var route in plan.Routes.Routes)
        {
            table.AddRow(
                Markup.Escape(PlaceOf(route)),
                Markup.Escape(route.Service),
                Markup.Escape(string.Join(", ", route.Targets)),
                Markup.Escape(EntryCommandMessages.Who(route.IsAdministrative).In(context.Tongue)));
        }

        Terminal.On(context.Output).Write(table);
    }

    private static RoutesView ViewOf(ProxyPlan plan) => new(
        [.. plan.Routes.Routes.Select(route => new RouteView(
            route.Service,
            route.Path,
            route.Host,
            route.Port,
            route.StripPrefix,
            [.. route.Targets.Select(target => target.AbsoluteUri)],
            route.IsAdministrative,
            plan.BodyOf(route),
            plan.SecondsOf(route)))],
        [.. plan.Routes.Problems.Select(problem => new RouteProblemView(problem.Service, problem.Place, problem.Sentence.English))]);

    private static string PlaceOf(EntryRoute route)
        => route.Path ?? route.Host ?? string.Create(CultureInfo.InvariantCulture, $":{route.Port}");
}
