using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Core.Onboarding;
using Middeck.Core.Workspaces;
using Middeck.Http.Configuration;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Keys;
using Middeck.Knowledge.Retrieval;
using Middeck.Knowledge.Sources;
using Middeck.Knowledge.Sources.Buckets;
using Middeck.Knowledge.Sources.Folders;
using Middeck.Knowledge.Sources.Web;
using Middeck.Knowledge.Uploads;
using Middeck.Storage;

namespace Middeck.Knowledge;

/// <summary>Knowledge bases: parse, clean, chunk, embed, index, retrieve.</summary>
public static class KnowledgeModule
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddRoomOptions<KnowledgeOptions>(KnowledgeOptions.Section);
        services.AddRoomOptions<SearchMemoryOptions>(SearchMemoryOptions.Section);
        services.AddMigrations<KnowledgeOptions>("knowledge", floor: 4);
        // It checks public types only, so the requests are public.
        services.AddValidation();
        AddBases(services);
        AddDocuments(services);
        AddUploads(services);
        AddSources(services);
        AddIngestion(services);
        AddRetrieval(services);
        return services;
    }

    /// <summary>Maps the room's endpoints.</summary>
    public static IEndpointRouteBuilder MapKnowledge(this IEndpointRouteBuilder routes)
    {
        routes.MapKnowledgeBaseEndpoints();
        routes.MapDocumentEndpoints();
        routes.MapVersionEndpoints();
        routes.MapUploadEndpoints();
        routes.MapSourceEndpoints();
        routes.MapDownloadEndpoints();
        routes.MapChunkEndpoints();
        routes.MapRetrievalEndpoints();
        routes.MapKnowledgeKeyEndpoints();
        return routes;
    }

    private static void AddBases(IServiceCollection services)
    {
        services.AddSingleton<KnowledgeBaseStore>();
        services.AddScoped<KnowledgeBaseAccess>();
        services.AddScoped<KnowledgeBaseService>();
        services.AddSingleton<BaseRemoval>();
        services.AddSingleton<BaseRemovalQueue>();
        services.AddSingleton<BaseRemovalSweep>();
        services.AddSingleton<IWorkspaceErasure, KnowledgeErasure>();
        services.AddSingleton<IResourceLookup, KnowledgeBaseLookup>();
        services.AddJobHandler<RemoveBaseJob>(RemoveBaseJob.Kind);
        services.AddRecurring(
            "knowledge.removed_bases",
            TimeSpan.FromMinutes(10),
            (provider, cancellationToken) => provider.GetRequiredService<BaseRemovalSweep>().RunAsync(cancellationToken));
    }

    private static void AddDocuments(IServiceCollection services)
    {
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<DocumentEvents>();
        services.AddSingleton<DocumentQueue>();
        services.AddSingleton<DocumentRemoval>();
        services.AddSingleton<ObjectReferences>();
        services.AddScoped<DocumentService>();
        services.AddScoped<OwnDocuments>();
        services.AddScoped<DocumentUploads>();
        services.AddScoped<DocumentHistory>();
        services.AddScoped<TextIntake>();
        services.AddScoped<IntakeAnswers>();
        services.AddSingleton<FileCheck>();
        services.AddSingleton<VersionStore>();
        services.AddSingleton<DocumentPlacement>();
        services.AddSingleton<DocumentIntake>();
        services.AddSingleton<ChunkStore>();
        services.AddSingleton<DocumentTexts>();
        services.AddSingleton<IOnboardingStep, UploadDocumentStep>();
        services.AddRecurring(
            "knowledge.documents_without_job",
            TimeSpan.FromMinutes(1),
            (provider, cancellationToken) => provider.GetRequiredService<DocumentQueue>().EnqueueLostAsync(cancellationToken));
    }

    private static void AddUploads(IServiceCollection services)
    {
        services.AddSingleton<UploadStore>();
        services.AddSingleton<UploadRemoval>();
        services.AddScoped<UploadService>();
        services.AddRecurring(
            "knowledge.expired_uploads",
            TimeSpan.FromMinutes(10),
            (provider, cancellationToken) => provider.GetRequiredService<UploadRemoval>().RemoveExpiredAsync(cancellationToken));
    }

    private static void AddSources(IServiceCollection services)
    {
        services.AddSingleton<ISourceReader, WebSourceReader>();
        services.AddSingleton<ISourceReader, BucketSourceReader>();
        services.AddSingleton<ISourceReader, FolderSourceReader>();
        services.AddSingleton<SourceReaders>();
        services.AddSingleton<SiteTurns>();
        services.AddSingleton<PageFormats>();
        services.AddSingleton<BucketClients>();
        services.AddSingleton<AllowedFolders>();
        services.AddSingleton<SourceStore>();
        services.AddSingleton<SourceRunStore>();
        services.AddSingleton<SourceEvents>();
        services.AddSingleton<SourceQueue>();
        services.AddSingleton<SourceDocuments>();
        services.AddSingleton<SourceSync>();
        services.AddScoped<SourceService>();
        services.AddScoped<SourceChecks>();
        services.AddJobHandler<SyncSourceJob>(SyncSourceJob.Kind);
        services.AddJobHandler<RemoveSourceJob>(RemoveSourceJob.Kind);
        services.AddRecurring(
            "knowledge.due_sources",
            TimeSpan.FromMinutes(1),
            (provider, cancellationToken) => provider.GetRequiredService<SourceQueue>().SweepAsync(cancellationToken));
        services.AddRetention("knowledge.source_run", (provider, batch, cancellationToken) =>
        {
            var days = provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.SourceRunDays;
            var before = provider.GetRequiredService<TimeProvider>().GetUtcNow() - TimeSpan.FromDays(days);
            return provider.GetRequiredService<SourceRunStore>().TrimAsync(before, batch, cancellationToken);
        });
    }

    private static void AddIngestion(IServiceCollection services)
    {
        services.AddSingleton<IDocumentReader, PlainTextReader>();
        services.AddSingleton<IDocumentReader, HtmlReader>();
        services.AddSingleton<IDocumentReader, PdfReader>();
        services.AddSingleton<IDocumentReader, DocxReader>();
        services.AddSingleton<DocumentReaders>();
        services.AddSingleton<PdfToText>();
        services.AddSingleton<IChunker, GeneralChunker>();
        services.AddSingleton<Chunkers>();
        services.AddSingleton<IngestionStore>();
        services.AddSingleton<EmbeddingStore>();
        services.AddSingleton<ChunkEmbedder>();
        services.AddJobHandler<IngestDocumentJob>(IngestDocumentJob.Kind);
    }

    private static void AddRetrieval(IServiceCollection services)
    {
        services.AddSingleton<BaseDirectory>();
        services.AddSingleton<CollectionSource>();
        services.AddSingleton<CollectionCache>();
        services.AddSingleton<QueryVectors>();
        services.AddSingleton<CandidateFinder>();
        services.AddSingleton<LiveChunks>();
        services.AddSingleton<HitReranker>();
        services.AddSingleton<HitCounter>();
        services.AddHostedService(provider => provider.GetRequiredService<HitCounter>());
        services.AddSingleton<IKnowledgeSearch, KnowledgeSearch>();
    }
}
