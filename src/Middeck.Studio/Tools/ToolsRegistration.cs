using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Tools.Builtin;
using Middeck.Studio.Tools.Builtin.Calculator;
using Middeck.Studio.Tools.Builtin.Charts;
using Middeck.Studio.Tools.Builtin.Json;
using Middeck.Studio.Tools.Builtin.Time;
using Middeck.Studio.Tools.Builtin.Web;
using Middeck.Studio.Tools.Workflows;

namespace Middeck.Studio.Tools;

internal static class ToolsRegistration
{
    public static void AddTools(this IServiceCollection services)
    {
        services.AddSingleton<ToolCatalogue>();
        services.AddSingleton<IToolSource, BuiltinTools>();
        services.AddSingleton<IToolSource, WorkflowTools>();
        services.AddSingleton<IBuiltinTools, TimeTools>();
        services.AddSingleton<IBuiltinTools, CalculatorTools>();
        services.AddSingleton<IBuiltinTools, WebTools>();
        services.AddSingleton<IBuiltinTools, JsonTools>();
        services.AddSingleton<IBuiltinTools, ChartTools>();
        services.AddSingleton<PageFetcher>();
    }
}
