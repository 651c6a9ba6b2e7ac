using System.CommandLine;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Entry.Generated;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Entry;

/// <summary><c>middeck entry ingress</c>: the entry as objects of Kubernetes.</summary>
internal static class EntryIngressCommand
{
    public static Command Create(CommandContext context, Func<ServiceCatalogue> catalogue)
    {
        var output = new Option<string?>("--output", "-o") { Description = EntryCommandMessages.Output().In(context.Tongue) };
        var className = new Option<string>("--class")
        {
            Description = new Message("The cluster's class of Ingress", "集群的 Ingress 类").In(context.Tongue),
            DefaultValueFactory = _ => "nginx",
        };
        var secret = new Option<string?>("--secret")
        {
            Description = new Message(
                "The secret with the certificate; without it there is no encryption", "证书所在的 Secret；不指定则不加密").In(context.Tongue),
        };
        var command = new Command("ingress", new Message(
            "Write the entry as Ingress objects of Kubernetes", "生成 Kubernetes Ingress 清单").In(context.Tongue)) { output, className, secret };
        command.SetAction((parsed, cancellationToken) => EntryOutput.WriteAsync(
            context,
            IngressManifest.Write(
                EntryPlan.Read(context, catalogue), parsed.GetRequiredValue(className), parsed.GetValue(secret)),
            parsed.GetValue(output),
            cancellationToken));
        return command;
    }
}
