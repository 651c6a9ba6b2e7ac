using System.CommandLine;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Language;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Running;

/// <summary>Names of services on the command line.</summary>
internal static class ServiceArguments
{
    /// <summary>The argument <c>[SERVICE…]</c>.</summary>
    public static Argument<string[]> Services(CommandContext context, Message description) => new("service")
    {
        Description = description.In(context.Tongue),
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Throws on a name that neither the platform nor the catalogue has.</summary>
    /// <exception cref="Operations.RefusedException">The name, and which there are.</exception>
    public static void Require(ServiceCatalogue catalogue, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (name is not (ServiceNames.Platform or ServiceNames.Postgres) && catalogue.Find(name) is null)
            {
                throw ServicesFile.NoSuchService(name, catalogue);
            }
        }
    }
}
