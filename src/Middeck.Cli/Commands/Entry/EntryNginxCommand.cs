using System.CommandLine;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Entry.Generated;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Entry;

/// <summary><c>middeck entry nginx</c>: the entry as a configuration of nginx.</summary>
internal static class EntryNginxCommand
{
    private const string DefaultLog = "/var/log/nginx/middeck.access.log";

    public static Command Create(CommandContext context, Func<ServiceCatalogue> catalogue)
    {
        var output = new Option<string?>("--output", "-o") { Description = EntryCommandMessages.Output().In(context.Tongue) };
        var port = new Option<int>("--listen")
        {
            Description = new Message("nginx's port without encryption", "nginx 的明文端口").In(context.Tongue),
            DefaultValueFactory = _ => 80,
        };
        var tlsPort = new Option<int>("--listen-tls")
        {
            Description = new Message("nginx's port with encryption; used with entry.tls: file", "nginx 的加密端口，配合 entry.tls: file 使用").In(context.Tongue),
            DefaultValueFactory = _ => 443,
        };
        var log = new Option<string>("--log")
        {
            Description = new Message("nginx's access log", "nginx 的访问日志").In(context.Tongue),
            DefaultValueFactory = _ => DefaultLog,
        };
        var command = new Command("nginx", new Message(
            "Write the entry as a configuration of nginx", "生成 nginx 配置").In(context.Tongue)) { output, port, tlsPort, log };
        command.SetAction((parsed, cancellationToken) => EntryOutput.WriteAsync(
            context,
            NginxConfiguration.Write(
                EntryPlan.Read(context, catalogue),
                new NginxPlaces(
                    parsed.GetValue(port), parsed.GetValue(tlsPort), parsed.GetRequiredValue(log), context.Home.RunFile("maintenance"))),
            parsed.GetValue(output),
            cancellationToken));
        return command;
    }
}
