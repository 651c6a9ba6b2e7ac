using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Jobs;
using Middeck.Studio.Workflows.Chat;
using Middeck.Studio.Workflows.Forms;
using Middeck.Studio.Workflows.Nodes;
using Middeck.Studio.Workflows.Runs;
using Middeck.Studio.Workflows.Runs.Slots;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows;

internal static class WorkflowsRegistration
{
    /// <summary>Registers what runs graphs.</summary>
    public static void AddWorkflows(this IServiceCollection services)
    {
        services.AddWorkflowNodes();
        services.AddSingleton(provider => new GraphEngineOptions
        {
            MaxTime = TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<StudioOptions>>().Value.RunTimeout),
        });
        services.AddSingleton<GraphEngine>();
        services.AddSingleton<WorkflowHub>();
        services.AddSingleton(provider =>
        {
            var slots = new RunSlots(provider.GetRequiredService<IOptions<StudioOptions>>());
            provider.GetRequiredService<StudioMetrics>().Watch(slots.Count);
            return slots;
        });
        services.AddSingleton<LargeTexts>();
        services.AddSingleton<JournalStore>();
        services.AddSingleton<WorkflowRunStore>();
        services.AddSingleton<WorkflowFormStore>();
        services.AddSingleton<WorkflowInputs>();
        services.AddSingleton<WorkflowExecution>();
        services.AddSingleton<WorkflowRunner>();
        services.AddSingleton<WorkflowWatcher>();
        services.AddSingleton<WorkflowForms>();
        services.AddSingleton<GraphAnswerer>();
        services.AddSingleton<ChatResumption>();
        services.AddSingleton<WorkflowResumption>();
        services.AddScoped<ConsoleWorkflows>();
        services.AddFormMails();
        // The journal is closed after those who write into it.
        services.AddHosted<RunJournal>();
        services.AddHosted<WorkflowKeeper>();
        services.AddRetention("studio.workflow_run", (provider, batch, cancellationToken) =>
        {
            var days = provider.GetRequiredService<IOptions<StudioOptions>>().Value.JournalDays;
            var before = provider.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-days);
            return provider.GetRequiredService<WorkflowRunStore>().TrimAsync(before, batch, cancellationToken);
        });
        services.AddRetention("studio.workflow_draft", (provider, batch, cancellationToken)
            => provider.GetRequiredService<WorkflowRunStore>().TrimDraftsAsync(batch, cancellationToken));
    }
}
