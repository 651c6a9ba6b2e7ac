using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Tools.Api;
using Middeck.Studio.Tools.Mcp;

namespace Middeck.Studio.Tools.Providers;

internal static class ProvidersRegistration
{
    public static void AddToolProviders(this IServiceCollection services)
    {
        services.AddSingleton<ToolProviderStore>();
        services.AddSingleton<ProviderVault>();
        services.AddSingleton<ProviderSources>();
        services.AddSingleton<IToolSource, ProviderTools>();
        services.AddSingleton<IProviderKind, ApiProviders>();
        services.AddSingleton<IProviderKind, McpProviders>();
        services.AddSingleton<McpServers>();
        services.AddSingleton<StdioRequest>();
        services.AddSingleton<ApiBody>();
        services.AddSingleton<ToolTrial>();
        services.AddScoped<ToolProviderService>();
    }
}
