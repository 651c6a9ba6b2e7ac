using System.CommandLine;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Server.Checks;

namespace Middeck.Cli.Commands.Doctor;

/// <summary><c>middeck doctor [CHECK…]</c>: looks at everything that can be wrong, and repairs what it can when asked to.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandContext context)
    {
        var names = new Argument<string[]>("check")
        {
            Description = new Message("Only these checks; all when none is named", "只执行这些检查项；不指定则全部执行").In(context.Tongue),
            Arity = ArgumentArity.ZeroOrMore,
            HelpName = "check",
        };
        names.CompletionSources.Add(_ => PlatformChecks.Checkup.Checks.Select(check => new System.CommandLine.Completions.CompletionItem(check.Name)));
        var fix = new Option<bool>("--fix")
        {
            Description = new Message("Repair what can be repaired, asking for each", "修复可修复的问题，逐项询问").In(context.Tongue),
        };
        var yes = CommonOptions.Yes(context);
        var json = CommonOptions.AsJson(context);
        var command = new Command("doctor", new Message(
            "Look for everything that can be wrong, with the command that repairs it",
            "检查所有可能的问题，并给出修复命令").In(context.Tongue))
        {
            names, fix, yes, json,
        };
        command.AddExamples(
            ("middeck doctor", new Message("Look at everything", "检查全部")),
            ("middeck doctor disk database --json", new Message("Two checks, for a script", "两个检查项，供脚本使用")),
            ("middeck doctor --fix --yes", new Message("Repair without asking", "不询问直接修复")));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var checkup = PlatformChecks.Checkup.Of(parsed.GetValue(names) ?? []);
            var (fixes, agrees, isJson) = (parsed.GetValue(fix), parsed.GetValue(yes), parsed.GetValue(json));
            if (fixes && !agrees && Console.IsInputRedirected)
            {
                // Before anything is looked at: half a report and a refusal would be neither.
                throw new RefusedException(ExitCode.Usage, DoctorMessages.NobodyToAsk());
            }

            var printer = new FindingPrinter(isJson ? context.Error : context.Output, context.Tongue);
            var visit = new DoctorVisit(context, printer, fixes, agrees);
            var views = await visit.RunAsync(checkup, cancellationToken);
            var report = DoctorReport.Of(views);
            if (isJson)
            {
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(report, CliJson.Default.DoctorReport));
            }

            printer.Summary(report);
            return (int)report.ExitCode;
        });
        return command;
    }
}
