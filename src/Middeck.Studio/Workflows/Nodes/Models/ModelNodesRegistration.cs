using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Workflows.Nodes.Classify;
using Middeck.Studio.Workflows.Nodes.Extract;
using Middeck.Studio.Workflows.Nodes.Llm;
using Middeck.Studio.Workflows.Nodes.Retrieval;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Nodes.Models;

internal static class ModelNodesRegistration
{
    /// <summary>Registers the nodes that ask models and look things up.</summary>
    public static void AddModelNodes(this IServiceCollection services)
    {
        services.AddSingleton<ModelTalk>();
        services.AddSingleton<NodeFiles>();
        services.AddSingleton<NodeQuestions>();
        services.AddSingleton<LlmPromptWriter>();
        services.AddSingleton<BaseChooser>();
        services.AddSingleton<INodeExecutor, LlmNode>();
        services.AddSingleton<INodeExecutor, ClassifierNode>();
        services.AddSingleton<INodeExecutor, ExtractorNode>();
        services.AddSingleton<INodeExecutor, RetrievalNode>();
    }
}
