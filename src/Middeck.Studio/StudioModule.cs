using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Middeck.Core.Onboarding;
using Middeck.Core.Workspaces;
using Middeck.Http.Configuration;
using Middeck.Http.Errors;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Knowledge;
using Middeck.Models.Calls;
using Middeck.Storage;
using Middeck.Studio.Agents;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Annotations;
using Middeck.Studio.Annotations.Transfer;
using Middeck.Studio.Answering;
using Middeck.Studio.Apps;
using Middeck.Studio.Calls;
using Middeck.Studio.Channels;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;
using Middeck.Studio.Dify;
using Middeck.Studio.Evaluation;
using Middeck.Studio.Extensions;
using Middeck.Studio.ExternalData;
using Middeck.Studio.Files;
using Middeck.Studio.FastGpt;
using Middeck.Studio.Insight;
using Middeck.Studio.KnowledgeUsage;
using Middeck.Studio.Logs;
using Middeck.Studio.Mcp;
using Middeck.Studio.Memory;
using Middeck.Studio.Moderation;
using Middeck.Studio.Objects;
using Middeck.Studio.Speech;
using Middeck.Studio.Suggestions;
using Middeck.Studio.Tools;
using Middeck.Studio.Tracing;
using Middeck.Studio.Variables;
using Middeck.Studio.Workflows;
using Middeck.Studio.Workflows.Forms;
using Middeck.Studio.Workflows.Runs;
using Middeck.Studio.Workflows.Triggers;

namespace Middeck.Studio;

/// <summary>Apps, their conversations and runs, and Dify's Service API.</summary>
public static class StudioModule
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddStudio(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddRoomOptions<StudioOptions>(StudioOptions.Section);
        services.AddRoomOptions<WorkflowOptions>(WorkflowOptions.Section);
        services.AddMigrations<StudioOptions>("studio", floor: 5);
        services.AddValidation();
        services.AddSingleton<StudioMetrics>();
        services.AddSingleton<IWorkspaceErasure, StudioErasure>();
        services.AddApps();
        services.AddAppManagement();
        services.AddConversations();
        services.AddApiExtensions();
        services.AddModeration();
        services.AddAnnotations();
        services.AddExternalData();
        services.AddConversationVariables();
        services.AddSuggestions();
        services.AddMemory();
        services.AddTools();
        services.AddAgents();
        services.AddChat();
        services.AddObjects();
        services.AddFiles();
        services.AddTracing();
        services.AddLogs();
        services.AddInsight();
        services.AddEvaluation();
        services.AddSpeech();
        services.AddChannels();
        services.AddWorkflows();
        services.AddTriggers();
        services.AddMcpApps();
        services.AddScoped<DifyCaller>();
        services.AddSingleton<IErrorDialect, DifyErrorDialect>();
        return services;
    }

    /// <summary>Maps the room's endpoints.</summary>
    public static IEndpointRouteBuilder MapStudio(this IEndpointRouteBuilder routes)
    {
        routes.MapAppEndpoints();
        routes.MapAppVersionEndpoints();
        routes.MapAppKeyEndpoints();
        routes.MapApiExtensionEndpoints();
        routes.MapAnnotationEndpoints();
        routes.MapAnnotationTransferEndpoints();
        routes.MapAppManagement();
        routes.MapChatEndpoints();
        routes.MapConversationEndpoints();
        routes.MapSuggestionEndpoints();
        routes.MapMemoryEndpoints();
        routes.MapTraceEndpoints();
        routes.MapLogEndpoints();
        routes.MapInsightEndpoints();
        routes.MapEvaluation();
        routes.MapToolEndpoints();
        routes.MapConfirmationEndpoints();
        routes.MapFileEndpoints();
        routes.MapSpeechEndpoints();
        routes.MapWorkflowEndpoints();
        routes.MapPublicForms();
        routes.MapTriggers();
        routes.MapDify();
        routes.MapFastGpt();
        routes.MapMcpApps();
        routes.MapChannels();
        return routes;
    }

    private static void AddApps(this IServiceCollection services)
    {
        services.AddSingleton<AppStore>();
        services.AddSingleton<AppVersionStore>();
        services.AddSingleton<AppAnnouncer>();
        services.AddSingleton<IResourceLookup, AppLookup>();
        services.AddSingleton<IKnowledgeUsage, AppKnowledgeUsage>();
        services.AddHosted<PublishedApps>();
        services.AddScoped<AppAccess>();
        services.AddScoped<RunnableApps>();
        services.AddScoped<AppService>();
        services.AddScoped<AppVersionService>();
        services.AddScoped<AppKeyService>();
    }

    private static void AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<MessageStore>();
        services.AddSingleton<FeedbackStore>();
        services.AddSingleton<EndUsers>();
        services.AddSingleton<ConversationRemoval>();
        services.AddScoped<ConversationService>();
        services.AddSingleton<IOnboardingStep, AskStep>();
        services.AddRetention("studio.conversation", (provider, batch, cancellationToken) =>
        {
            var days = provider.GetRequiredService<IOptions<StudioOptions>>().Value.ConversationDays;
            var before = provider.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-days);
            // 0 keeps them for ever.
            return days == 0
                ? Task.FromResult(0)
                : provider.GetRequiredService<ConversationStore>().TrimAsync(before, batch, cancellationToken);
        });
    }

    private static void AddChat(this IServiceCollection services)
    {
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunHub>();
        services.AddSingleton<RunCloser>();
        services.AddHosted<DeadLeases>();
        services.AddHosted<RunKeeper>();
        services.AddHosted<RunSweeper>();
        services.AddHosted<RunStopper>();
        services.AddHosted<RunSignals>();
        services.AddSingleton<RunFollower>();
        services.AddSingleton<PassageFinder>();
        services.AddSingleton<ModelAsk>();
        services.AddSingleton<PlainAnswerer>();
        services.AddSingleton<IAnswerer>(provider => provider.GetRequiredService<PlainAnswerer>());
        services.AddSingleton<GivenAttachments>();
        services.AddSingleton<ICallTarget, AppCallTarget>();
        services.AddSingleton<ExternalNames>();
        services.AddSingleton<FastGptChat>();
        services.AddSingleton<IErrorDialect, FastGptErrorDialect>();
        services.AddSingleton<ChatExecution>();
        services.AddSingleton<ChatRunner>();
        services.AddScoped<ConsoleChat>();
    }
}
