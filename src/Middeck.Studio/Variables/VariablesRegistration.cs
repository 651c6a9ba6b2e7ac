using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Answering;

namespace Middeck.Studio.Variables;

internal static class VariablesRegistration
{
    public static IServiceCollection AddConversationVariables(this IServiceCollection services)
    {
        services.AddSingleton<VariableStore>();
        services.AddSingleton<IPreparation, VariablePreparation>();
        return services;
    }
}
