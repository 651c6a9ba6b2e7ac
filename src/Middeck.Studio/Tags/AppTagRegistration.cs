using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Workspaces;

namespace Middeck.Studio.Tags;

internal static class AppTagRegistration
{
    public static void AddAppTags(this IServiceCollection services)
    {
        services.AddSingleton<AppTagStore>();
        services.AddScoped<AppTagService>();
        services.AddSingleton<IWorkspaceErasure, AppTagErasure>();
    }
}
