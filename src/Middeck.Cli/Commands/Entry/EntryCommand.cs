using System.CommandLine;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Entry;

/// <summary><c>middeck entry</c>: what the one door leads to, its certificate, and the same door for other proxies.</summary>
internal static class EntryCommand
{
    public static Command Create(CommandContext context, Func<ServiceCatalogue> catalogue)
    {
        var command = new Command("entry", new Message(
            "Show where the entry leads, its certificate, and its configuration for nginx and Kubernetes",
            "查看统一入口的路由与证书，生成 nginx 和 Kubernetes 配置").In(context.Tongue));
        command.Subcommands.Add(EntryRoutesCommand.Create(context, catalogue));
        command.Subcommands.Add(EntryCertificateCommand.Create(context));
        command.Subcommands.Add(EntryNginxCommand.Create(context, catalogue));
        command.Subcommands.Add(EntryIngressCommand.Create(context, catalogue));
        return command;
    }
}
