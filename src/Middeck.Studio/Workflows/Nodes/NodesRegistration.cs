using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Workflows.Nodes.Agent;
using Middeck.Studio.Workflows.Nodes.Code;
using Middeck.Studio.Workflows.Nodes.Documents;
using Middeck.Studio.Workflows.Nodes.Http;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Studio.Workflows.Nodes.Tools;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Jinja;

namespace Middeck.Studio.Workflows.Nodes;

internal static class NodesRegistration
{
    /// <summary>Registers the executors of nodes that reach out of the graph.</summary>
    public static void AddWorkflowNodes(this IServiceCollection services)
    {
        services.AddSingleton<INodeExecutor, CodeNode>();
        services.AddModelNodes();
        services.AddSingleton<RunFiles>();
        services.AddSingleton<HttpBodyWriter>();
        services.AddSingleton<INodeExecutor, HttpRequestNode>();
        services.AddSingleton<INodeExecutor, DocumentExtractorNode>();
        services.AddSingleton<INodeExecutor, ToolNode>();
        services.AddSingleton<INodeExecutor, AgentNode>();
        services.AddSingleton<AgentNodeCalls>();
        services.AddSingleton<ITemplateRenderer, JinjaRenderer>();
        services.AddSingleton(provider => new NodeCatalog(
            provider.GetServices<INodeExecutor>().Select(node => node.HasEffects ? new CommittedNode(node) : node),
            provider.GetRequiredService<ITemplateRenderer>()));
    }
}
