using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Outgoing;
using Middeck.Studio.Tools.Builtin;
using Middeck.Studio.Tools.Builtin.Calculator;
using Middeck.Studio.Tools.Builtin.Charts;
using Middeck.Studio.Tools.Builtin.Email;
using Middeck.Studio.Tools.Builtin.Image;
using Middeck.Studio.Tools.Builtin.Json;
using Middeck.Studio.Tools.Builtin.Time;
using Middeck.Studio.Tools.Builtin.Web;
using Middeck.Studio.Tools.Providers;
using Middeck.Studio.Tools.Workflows;

namespace Middeck.Studio.Tools;

internal static class ToolsRegistration
{
    public static void AddTools(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ToolCatalogue(new(() => [.. provider.GetServices<IToolSource>()])));
        services.AddSingleton<IToolSource, BuiltinTools>();
        services.AddSingleton<IToolSource, WorkflowTools>();
        services.AddSingleton<IBuiltinTools, TimeTools>();
        services.AddSingleton<IBuiltinTools, CalculatorTools>();
        services.AddSingleton<IBuiltinTools, WebTools>();
        services.AddSingleton<IBuiltinTools, JsonTools>();
        services.AddSingleton<IBuiltinTools, ChartTools>();
        services.AddSingleton<IBuiltinTools, EmailTools>();
        services.AddSingleton<IBuiltinTools, ImageTools>();
        services.AddSingleton<MailSettingStore>();
        services.AddSingleton<MailSender>();
        services.AddScoped<MailSettingService>();
        services.AddSingleton<PageFetcher>();
        services.AddSingleton<OutgoingClient>();
        services.AddToolProviders();
    }
}
