using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Core.Onboarding;
using Middeck.Core.Workspaces;
using Middeck.Http.Configuration;
using Middeck.Http.Errors;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Knowledge.Backends;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Enrichment;
using Middeck.Knowledge.Evaluation;
using Middeck.Knowledge.External;
using Middeck.Knowledge.History;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Programs;
using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Keys;
using Middeck.Knowledge.Metadata;
using Middeck.Knowledge.Previews;
using Middeck.Knowledge.Retrieval;
using Middeck.Knowledge.Retrieval.Filters;
using Middeck.Knowledge.Retrieval.Following;
using Middeck.Knowledge.ServiceApi;
using Middeck.Knowledge.Sources;
using Middeck.Knowledge.Sources.Buckets;
using Middeck.Knowledge.Sources.Folders;
using Middeck.Knowledge.Sources.Web;
using Middeck.Knowledge.Tags;
using Middeck.Knowledge.Transfer;
using Middeck.Knowledge.Uploads;
using Middeck.Knowledge.Usage;
using Middeck.Storage;

namespace Middeck.Knowledge;

/// <summary>Knowledge bases: parse, clean, chunk, embed, index, retrieve.</summary>
public static class KnowledgeModule
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddRoomOptions<KnowledgeOptions>(KnowledgeOptions.Section);
        services.AddRoomOptions<SearchOptions>(SearchOptions.Section);
        services.AddMigrations<KnowledgeOptions>("knowledge", floor: 4);
        // It checks public types only, so the requests are public.
        services.AddValidation();
        AddBases(services);
        AddDocuments(services);
        AddUploads(services);
        AddSources(services);
        AddIngestion(services);
        AddRetrieval(services);
        AddHistory(services);
        AddEvaluation(services);
        AddFollowing(services);
        AddExternal(services);
        services.AddBackends();
        services.AddChunks();
        AddOrder(services);
        services.AddTransfer();
        services.AddServiceApi();
        return services;
    }

    /// <summary>Maps the room's endpoints.</summary>
    public static IEndpointRouteBuilder MapKnowledge(this IEndpointRouteBuilder routes)
    {
        routes.MapKnowledgeBaseEndpoints();
        routes.MapDocumentEndpoints();
        routes.MapVersionEndpoints();
        routes.MapUploadEndpoints();
        routes.MapControlEndpoints();
        routes.MapPreviewEndpoints();
        routes.MapSourceEndpoints();
        routes.MapDownloadEndpoints();
        routes.MapChunkEndpoints();
        routes.MapChildEndpoints();
        routes.MapBatchEndpoints();
        routes.MapMetadataEndpoints();
        routes.MapTagEndpoints();
        routes.MapUsageEndpoints();
        routes.MapTransferEndpoints();
        routes.MapRetrievalEndpoints();
        routes.MapHistoryEndpoints();
        routes.MapTestCaseEndpoints();
        routes.MapEvaluationEndpoints();
        routes.MapExternalApiEndpoints();
        routes.MapOfferedEndpoints();
        routes.MapKnowledgeKeyEndpoints();
        routes.MapServiceApi();
        return routes;
    }

    private static void AddBases(IServiceCollection services)
    {
        services.AddSingleton<KnowledgeBaseStore>();
        services.AddScoped<KnowledgeBaseAccess>();
        services.AddScoped<KnowledgeBaseService>();
        services.AddScoped<EmbeddingModelChange>();
        services.AddSingleton<ReembeddingStore>();
        services.AddSingleton<ReembeddingQueue>();
        services.AddSingleton<UnusedVectors>();
        services.AddJobHandler<ReembedBaseJob>(ReembedBaseJob.Kind);
        services.AddRecurring(
            "knowledge.bases_without_vectors",
            TimeSpan.FromMinutes(1),
            (provider, cancellationToken) => provider.GetRequiredService<ReembeddingQueue>().EnqueueLostAsync(cancellationToken));
        services.AddRecurring(
            "knowledge.unused_vectors",
            TimeSpan.FromHours(1),
            (provider, cancellationToken) => provider.GetRequiredService<UnusedVectors>().RunAsync(cancellationToken));
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
        services.AddSingleton<DocumentStates>();
        services.AddSingleton<DocumentEvents>();
        services.AddSingleton<DocumentQueue>();
        services.AddSingleton<DocumentRemoval>();
        services.AddSingleton<ObjectReferences>();
        services.AddSingleton<DocumentSweep>();
        services.AddScoped<DocumentService>();
        services.AddScoped<OwnDocuments>();
        services.AddScoped<DocumentControl>();
        services.AddScoped<BaseControl>();
        services.AddScoped<DocumentUploads>();
        services.AddScoped<DocumentHistory>();
        services.AddScoped<TextIntake>();
        services.AddScoped<IntakeAnswers>();
        services.AddSingleton<FileCheck>();
        services.AddSingleton<VersionStore>();
        services.AddSingleton<DocumentPlacement>();
        services.AddSingleton<DocumentIntake>();
        services.AddSingleton<DocumentTexts>();
        services.AddSingleton<IOnboardingStep, UploadDocumentStep>();
        services.AddRecurring(
            "knowledge.documents_without_job",
            TimeSpan.FromMinutes(1),
            (provider, cancellationToken) => provider.GetRequiredService<DocumentSweep>().RunAsync(cancellationToken));
        services.AddJobHandler<QueueDocumentsJob>(QueueDocumentsJob.Kind);
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
        services.AddSingleton<DocxReader>();
        services.AddSingleton<PptxReader>();
        services.AddSingleton<SpreadsheetReader>();
        services.AddSingleton<IDocumentReader>(provider => provider.GetRequiredService<DocxReader>());
        services.AddSingleton<IDocumentReader>(provider => provider.GetRequiredService<PptxReader>());
        services.AddSingleton<IDocumentReader>(provider => provider.GetRequiredService<SpreadsheetReader>());
        services.AddSingleton<IDocumentReader, DelimitedReader>();
        services.AddSingleton<IDocumentReader, JsonDocumentReader>();
        services.AddSingleton<IDocumentReader, XmlDocumentReader>();
        services.AddSingleton<IDocumentReader, EpubReader>();
        services.AddSingleton<IDocumentReader, EmlReader>();
        services.AddSingleton<IDocumentReader, MsgReader>();
        services.AddSingleton<IDocumentReader, SubtitleReader>();
        services.AddSingleton<IDocumentReader, PictureReader>();
        services.AddSingleton<IDocumentReader, ConvertedReader>();
        services.AddSingleton<DocumentReaders>();
        services.AddSingleton<IDocumentText, SingleDocuments>();
        services.AddSingleton<ReadingPrograms>();
        services.AddSingleton<PdfScan>();
        services.AddSingleton<PdfPicture>();
        services.AddSingleton<TextRecognition>();
        services.AddSingleton<LibreOffice>();
        services.AddSingleton<IChunker, GeneralChunker>();
        services.AddSingleton<IChunker, ParentChildChunker>();
        services.AddSingleton<IChunker, QaChunker>();
        services.AddSingleton<IChunker, HeadingChunker>();
        services.AddSingleton<IChunker, TableRowChunker>();
        services.AddSingleton<Chunkers>();
        services.AddSingleton<IngestionStore>();
        services.AddSingleton<CompletionStore>();
        services.AddSingleton<TextStage>();
        services.AddSingleton<SplitStage>();
        services.AddSingleton<EnrichmentStore>();
        services.AddSingleton<EnrichStage>();
        services.AddSingleton<ChunkingPreviews>();
        services.AddSingleton<ChunkRemoval>();
        services.AddSingleton<EmbeddingStore>();
        services.AddSingleton<ChunkEmbedder>();
        services.AddJobHandler<IngestDocumentJob>(IngestDocumentJob.Kind);
    }

    private static void AddOrder(IServiceCollection services)
    {
        services.AddSingleton<BatchStore>();
        services.AddScoped<BatchService>();
        services.AddSingleton<MetadataStore>();
        services.AddScoped<MetadataService>();
        services.AddScoped<DocumentMetadata>();
        services.AddSingleton<TagStore>();
        services.AddScoped<TagService>();
        services.AddScoped<KnowledgeUsers>();
        services.AddScoped<BaseLinkReader>();
    }

    private static void AddRetrieval(IServiceCollection services)
    {
        services.AddSingleton<BaseDirectory>();
        services.AddSingleton<CollectionSource>();
        services.AddSingleton<CollectionCache>();
        services.AddSingleton<QueryVectors>();
        services.AddSingleton<BaseChanges>();
        services.AddSingleton<LiveEntries>();
        services.AddSingleton<Cosines>();
        services.AddSingleton<OwnPassages>();
        services.AddSingleton<BaseIndexes>();
        services.AddSingleton<CatchingUp>();
        services.AddSingleton<QueryModel>();
        services.AddSingleton<QueryRewriter>();
        services.AddSingleton<FilterFields>();
        services.AddSingleton<FilterWriter>();
        services.AddSingleton<ChosenDocuments>();
        services.AddSingleton<DocumentFilters>();
        services.AddSingleton<HitReranker>();
        services.AddSingleton<NeighbourJoin>();
        services.AddSingleton<HitMaker>();
        services.AddSingleton<HitCounter>();
        services.AddHostedService(provider => provider.GetRequiredService<HitCounter>());
        services.AddSingleton<KnowledgeSearch>();
        services.AddSingleton<HitMetadata>();
        services.AddSingleton<IKnowledgeSearch, RecordedSearch>();
    }

    private static void AddHistory(IServiceCollection services)
    {
        services.AddSingleton<QueryStore>();
        services.AddSingleton<QueryLog>();
        services.AddHostedService(provider => provider.GetRequiredService<QueryLog>());
        services.AddRetention("knowledge.query", (provider, batch, cancellationToken) =>
        {
            var days = provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.QueryDays;
            var before = provider.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-days);
            return provider.GetRequiredService<QueryStore>().TrimAsync(before, batch, cancellationToken);
        });
    }

    private static void AddEvaluation(IServiceCollection services)
    {
        services.AddSingleton<TestCaseStore>();
        services.AddScoped<TestCaseService>();
        services.AddSingleton<EvaluationStore>();
        services.AddSingleton<EvaluationQueue>();
        services.AddScoped<EvaluationService>();
        services.AddJobHandler<EvaluateJob>(EvaluateJob.Kind);
        services.AddRecurring(
            "knowledge.evaluations_without_job",
            TimeSpan.FromMinutes(5),
            (provider, cancellationToken) => provider.GetRequiredService<EvaluationQueue>().FailLostAsync(cancellationToken));
    }

    private static void AddFollowing(IServiceCollection services)
    {
        services.AddSingleton<FollowerState>();
        services.AddSingleton<IndexFollower>();
        services.AddSingleton<FollowerSweep>();
        services.AddSingleton<LargeBases>();
        services.AddSingleton<DatabaseWords>();
        services.AddSingleton<FollowerCollections>();
        services.AddSingleton<VectorFollower>();
        services.AddSingleton<TextFollower>();
        services.AddSingleton<IndexPlaces>();
        services.AddSingleton<IndexTargets>();
        services.AddJobHandler<FollowBaseJob>(FollowBaseJob.Kind);
        services.AddRecurring(
            "knowledge.late_indexes",
            TimeSpan.FromSeconds(30),
            (provider, cancellationToken) => provider.GetRequiredService<FollowerSweep>().RunAsync(cancellationToken));
    }

    private static void AddExternal(IServiceCollection services)
    {
        services.AddRoomOptions<ExternalOptions>(ExternalOptions.Section);
        services.AddSingleton<ExternalApiStore>();
        services.AddSingleton<ExternalClient>();
        services.AddSingleton<ExternalPassages>();
        services.AddScoped<ExternalApiService>();
        services.AddSingleton<IErrorDialect, OfferedErrorDialect>();
    }
}
