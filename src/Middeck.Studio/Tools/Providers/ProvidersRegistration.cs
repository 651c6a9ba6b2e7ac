using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Tools.Api;
using Middeck.Studio.Tools.Mcp;
using Middeck.Studio.Tools.Mcp.SignIn;

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
        services.AddSingleton<McpProviders>();
        services.AddSingleton<IProviderKind>(provider => provider.GetRequiredService<McpProviders>());
        services.AddSingleton<OAuthClient>();
        services.AddHosted<McpSignIns>();
        services.AddSingleton<McpServers>();
        services.AddSingleton<StdioRequest>();
        services.AddSingleton<ApiBody>();
        services.AddSingleton<ToolTrial>();
        services.AddScoped<ToolProviderService>();
    }
}
