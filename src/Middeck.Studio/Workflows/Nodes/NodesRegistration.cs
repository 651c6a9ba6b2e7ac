using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Workflows.Nodes.Agent;
using Middeck.Studio.Workflows.Nodes.Documents;
using Middeck.Studio.Workflows.Nodes.Http;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Studio.Workflows.Nodes.Tools;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Nodes;

internal static class NodesRegistration
{
    /// <summary>Registers the executors of nodes that reach out of the graph.</summary>
    public static void AddWorkflowNodes(this IServiceCollection services)
    {
        services.AddModelNodes();
        services.AddSingleton<RunFiles>();
        services.AddSingleton<HttpBodyWriter>();
        services.AddSingleton<INodeExecutor, HttpRequestNode>();
        services.AddSingleton<INodeExecutor, DocumentExtractorNode>();
        services.AddSingleton<INodeExecutor, ToolNode>();
        services.AddSingleton<INodeExecutor, AgentNode>();
        services.AddSingleton<AgentNodeCalls>();
        services.AddSingleton(provider => new NodeCatalog(
            provider.GetServices<INodeExecutor>().Select(node => node.HasEffects ? new CommittedNode(node) : node),
            provider.GetService<ITemplateRenderer>()));
    }
}
