using System.CommandLine;
using System.Text.Json;
using Middeck.Operations;
using Middeck.Operations.Entry.Certificates;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Entry;

/// <summary><c>middeck entry certificate</c>: what the entry shows to browsers, and until when. Exit code 36 when it is time to renew.</summary>
internal static class EntryCertificateCommand
{
    public static Command Create(CommandContext context)
    {
        var json = CommonOptions.AsJson(context);
        var command = new Command("certificate", new Message(
            "Show the entry's certificate: names, fingerprint, expiry", "查看统一入口的证书：名称、指纹、有效期").In(context.Tongue)) { json };
        command.SetAction(parsed =>
        {
            var (server, entry) = EntryPlan.ReadOptions(context);
            var report = CertificateReport.Of(server, entry, context.Clock.GetUtcNow());
            var view = new CertificateView(
                JsonNamingPolicy.SnakeCaseLower.ConvertName(entry.Tls.ToString()),
                report.File,
                report.Names,
                report.Issuer,
                report.Fingerprint,
                report.NotBefore,
                report.NotAfter,
                report.State);
            context.Output.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(view, EntryJson.Default.CertificateView)
                : EntryCommandMessages.Certificate(view).In(context.Tongue));
            if (report.Warning is not { } warning)
            {
                return (int)ExitCode.Ok;
            }

            context.Error.WriteLine(warning.In(context.Tongue));
            return (int)ExitCode.CertificateExpires;
        });
        return command;
    }
}
