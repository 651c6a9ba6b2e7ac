using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Workspaces;
using Middeck.Http.Errors;
using Middeck.Jobs;
using Middeck.Knowledge.ServiceApi.Datasets;
using Middeck.Knowledge.ServiceApi.Documents;
using Middeck.Knowledge.ServiceApi.Documents.Rules;
using Middeck.Knowledge.ServiceApi.Models;
using Middeck.Knowledge.ServiceApi.Pipelines;
using Middeck.Knowledge.ServiceApi.Retrieval;
using Middeck.Knowledge.ServiceApi.Segments;

namespace Middeck.Knowledge.ServiceApi;

internal static class ServiceApiRegistration
{
    public static void AddServiceApi(this IServiceCollection services)
    {
        services.AddSingleton<IErrorDialect, DatasetErrorDialect>();
        services.AddScoped<DatasetCaller>();
        services.AddSingleton<DatasetStore>();
        services.AddSingleton<DatasetModels>();
        services.AddSingleton<DatasetPermissions>();
        services.AddSingleton<RetrievalModels>();
        services.AddScoped<DatasetReader>();
        services.AddScoped<DatasetWriter>();
        services.AddSingleton<DatasetDocumentStore>();
        services.AddSingleton<DatasetDocuments>();
        services.AddSingleton<ProcessRuleMap>();
        services.AddSingleton<DatasetFormReader>();
        services.AddScoped<DocumentForms>();
        services.AddScoped<FirstDocument>();
        services.AddScoped<DocumentWriter>();
        services.AddSingleton<SegmentMaker>();
        services.AddScoped<SegmentWriter>();
        services.AddScoped<DatasetRetrieval>();
        services.AddSingleton<PipelineFiles>();
        services.AddSingleton<IWorkspaceErasure>(static provider => provider.GetRequiredService<PipelineFiles>());
        services.AddRecurring(
            "knowledge.expired_pipeline_files",
            TimeSpan.FromHours(1),
            (provider, cancellationToken) => provider.GetRequiredService<PipelineFiles>().RemoveExpiredAsync(cancellationToken));
    }
}
