using Microsoft.Extensions.DependencyInjection;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Jinja;

namespace Middeck.Studio.Workflows.Nodes;

internal static class NodesRegistration
{
    /// <summary>Registers the executors of nodes that reach out of the graph.</summary>
    public static void AddWorkflowNodes(this IServiceCollection services)
    {
        services.AddSingleton<ITemplateRenderer, JinjaRenderer>();
        services.AddSingleton(provider => new NodeCatalog(
            provider.GetServices<INodeExecutor>(), provider.GetService<ITemplateRenderer>()));
    }
}
