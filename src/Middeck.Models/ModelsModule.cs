using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Core.Onboarding;
using Middeck.Core.Workspaces;
using Middeck.Http.Configuration;
using Middeck.Http.Errors;
using Middeck.Jobs;
using Middeck.Models.Builtin;
using Middeck.Models.Calls;
using Middeck.Models.Catalogue;
using Middeck.Models.Defaults;
using Middeck.Models.Dialects.OpenAi;
using Middeck.Models.Gateway;
using Middeck.Models.OpenAi;
using Middeck.Models.Providers;
using Middeck.Models.Speech;
using Middeck.Models.Transports;
using Middeck.Models.Upstream;
using Middeck.Models.Usage;
using Middeck.Storage;

namespace Middeck.Models;

/// <summary>Providers, the one way to reach a model, and what each call used.</summary>
public static class ModelsModule
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddRoomOptions<ModelsOptions>(ModelsOptions.Section);
        services.AddRoomOptions<UsageOptions>(UsageOptions.Section);
        services.AddMigrations<ModelsOptions>("models", floor: 3);
        services.AddSingleton<ModelsMetrics>();
        AddGateway(services);
        AddProviders(services);
        services.AddSingleton<IWorkspaceErasure, ModelsErasure>();
        services.AddSingleton<IOnboardingStep, ConnectModelStep>();
        services.AddHealthChecks().AddCheck<ModelsHealthCheck>("models");
        services.AddRetention("models.usage", (provider, batch, cancellationToken) =>
        {
            var days = provider.GetRequiredService<IOptions<UsageOptions>>().Value.RetentionDays;
            var before = provider.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-days);
            return provider.GetRequiredService<UsageStore>().TrimAsync(before, batch, cancellationToken);
        });
        return services;
    }

    /// <summary>Maps the room's endpoints.</summary>
    public static IEndpointRouteBuilder MapModels(this IEndpointRouteBuilder routes)
    {
        routes.MapProviderEndpoints();
        routes.MapModelEndpoints();
        routes.MapDefaultModelEndpoints();
        routes.MapUsageEndpoints();
        routes.MapOpenAi();
        return routes;
    }

    /// <summary>Makes the providers that the configuration names in a workspace, once: later edits and removals stay.</summary>
    public static Task BootstrapModelsAsync(
        this IServiceProvider services, Guid workspaceId, CancellationToken cancellationToken)
        => services.GetRequiredService<ConfiguredProviders>().EnsureAsync(workspaceId, cancellationToken);

    private static void AddGateway(IServiceCollection services)
    {
        services.AddSingleton<RetrySchedule>();
        services.AddSingleton<UpstreamClient>();
        services.AddSingleton<IProviderTransport, OpenAiTransport>();
        services.AddSingleton<IProviderTransport, BuiltinTransport>();
        services.AddSingleton<TransportTable>();
        services.AddSingleton<ModelCatalogue>();
        services.AddSingleton<UsageWriter>();
        services.AddSingleton<UsageStore>();
        services.AddSingleton<CallMeters>();
        services.AddSingleton<IModelGateway, ModelGateway>();
        services.AddSingleton<IModelModeration, OpenAiModeration>();
        services.AddSingleton<IModelSpeech, ModelSpeech>();
        services.AddSingleton<IModelImages, OpenAiImages>();
        services.AddSingleton<IModelDirectory, ModelDirectory>();
        services.AddScoped<CallTargets>();
        services.AddSingleton<IErrorDialect, OpenAiErrorDialect>();
    }

    private static void AddProviders(IServiceCollection services)
    {
        services.AddSingleton<ProviderStore>();
        services.AddSingleton<ProviderService>();
        services.AddSingleton<ProviderProbe>();
        services.AddSingleton<ProviderTester>();
        services.AddSingleton<IProviderReview, ProviderReview>();
        services.AddSingleton<ConfiguredProviders>();
        services.AddSingleton<DefaultModelService>();
    }
}
