using System.CommandLine;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Operations.Supervision;
using Spectre.Console;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck health</c>: what the running platform says of itself.</summary>
internal static class HealthCommand
{
    public static Command Create(CommandContext context)
    {
        var json = new Option<bool>("--json")
        {
            Description = new Message("The platform's own answer on standard output", "在标准输出上给出平台的原始应答").In(context.Tongue),
        };
        var command = new Command("health", new Message("Whether the platform can serve", "平台能否提供服务").In(context.Tongue)) { json };
        command.AddExamples(("middeck health --json", new Message("For a script", "供脚本使用")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var installation = new Installation(context.Home, context.Clock);
            if (!installation.IsRunning || installation.Status is not { } status)
            {
                throw new RefusedException(ExitCode.NotRunning, CliMessages.NotRunning(context.Home));
            }

            using var probe = new HealthProbe(status.Url);
            var answer = await probe.AskAsync(cancellationToken);
            if (answer.Body is not { } body)
            {
                throw new RefusedException(ExitCode.Unhealthy, CliMessages.NoAnswer(status.Url, answer.Problem ?? ""));
            }

            if (parsed.GetValue(json))
            {
                await context.Output.WriteLineAsync(body.GetRawText());
            }
            else
            {
                Show(context.Output, answer.Status, body);
            }

            return (int)(answer.CanServe ? ExitCode.Ok : ExitCode.Unhealthy);
        });
        return command;
    }

    private static void Show(TextWriter output, string status, JsonElement body)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns("check", "status", "message");
        if (body.TryGetProperty("checks", out var checks))
        {
            foreach (var check in checks.EnumerateObject())
            {
                table.AddRow(Cell(check.Name), Cell(Text(check.Value, "status")), Cell(Text(check.Value, "message")));
            }
        }

        Terminal.On(output).Write(table);
        output.WriteLine(status);
    }

    private static string Text(JsonElement check, string name) => check.ValueKind == JsonValueKind.String
        ? name == "status" ? check.GetString()! : ""
        : check.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static string Cell(string text) => Markup.Escape(text);
}
