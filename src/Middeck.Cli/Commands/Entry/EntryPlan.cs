using Microsoft.Extensions.Configuration;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry;
using Middeck.Operations.Entry.Generated;
using Middeck.Operations.Entry.Routes;
using Middeck.Server;

namespace Middeck.Cli.Commands.Entry;

/// <summary>Reads what the entry of this home is made of; the platform need not run.</summary>
internal static class EntryPlan
{
    public static ProxyPlan Read(CommandContext context, Func<ServiceCatalogue> catalogue)
    {
        var (server, entry) = ReadOptions(context);
        return new ProxyPlan(server, entry, EntryRoutes.Of(catalogue(), OwnPlaces.Of(server, entry)));
    }

    public static (ServerOptions Server, EntryOptions Entry) ReadOptions(CommandContext context)
    {
        var configuration = ConfigurationLoader.Load(context.Home, new Dictionary<string, string>(), context.Environment);
        ConfigurationCheck.ThrowIfInvalid(configuration, MiddeckServer.KnownOptions());
        return (
            ConfigurationLoader.Server(configuration),
            configuration.GetSection(EntryOptions.Section).Get<EntryOptions>() ?? new EntryOptions());
    }
}
