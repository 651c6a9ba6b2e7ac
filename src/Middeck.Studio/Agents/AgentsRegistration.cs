using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Answering;

namespace Middeck.Studio.Agents;

internal static class AgentsRegistration
{
    public static void AddAgents(this IServiceCollection services)
    {
        services.AddSingleton<AgentStepStore>();
        services.AddSingleton<ConfirmationStore>();
        services.AddHosted<ConfirmationDesk>();
        services.AddSingleton<MadeFiles>();
        services.AddSingleton<AgentToolboxes>();
        services.AddSingleton<ToolInvoker>();
        services.AddSingleton<AgentExecutor>();
        // Before the plain one: it takes only what is its own.
        services.AddSingleton<IAnswerer, AgentAnswerer>();
    }
}
