using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Onboarding;
using Middeck.Core.Workspaces;
using Middeck.Http.Configuration;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Enrichment;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Programs;
using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Keys;
using Middeck.Knowledge.Metadata;
using Middeck.Knowledge.Previews;
using Middeck.Knowledge.Retrieval;
using Middeck.Knowledge.Tags;
using Middeck.Knowledge.Transfer;
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
        services.AddRoomOptions<SearchMemoryOptions>(SearchMemoryOptions.Section);
        services.AddMigrations<KnowledgeOptions>("knowledge", floor: 4);
        // It checks public types only, so the requests are public.
        services.AddValidation();
        AddBases(services);
        AddDocuments(services);
        AddIngestion(services);
        AddRetrieval(services);
        services.AddChunks();
        AddOrder(services);
        services.AddTransfer();
        return services;
    }

    /// <summary>Maps the room's endpoints.</summary>
    public static IEndpointRouteBuilder MapKnowledge(this IEndpointRouteBuilder routes)
    {
        routes.MapKnowledgeBaseEndpoints();
        routes.MapDocumentEndpoints();
        routes.MapControlEndpoints();
        routes.MapPreviewEndpoints();
        routes.MapDownloadEndpoints();
        routes.MapChunkEndpoints();
        routes.MapChildEndpoints();
        routes.MapBatchEndpoints();
        routes.MapMetadataEndpoints();
        routes.MapTagEndpoints();
        routes.MapUsageEndpoints();
        routes.MapTransferEndpoints();
        routes.MapRetrievalEndpoints();
        routes.MapKnowledgeKeyEndpoints();
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
        services.AddScoped<DocumentControl>();
        services.AddScoped<BaseControl>();
        services.AddScoped<DocumentUploads>();
        services.AddSingleton<DocumentTexts>();
        services.AddSingleton<IOnboardingStep, UploadDocumentStep>();
        services.AddRecurring(
            "knowledge.documents_without_job",
            TimeSpan.FromMinutes(1),
            (provider, cancellationToken) => provider.GetRequiredService<DocumentSweep>().RunAsync(cancellationToken));
        services.AddJobHandler<QueueDocumentsJob>(QueueDocumentsJob.Kind);
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
        services.AddSingleton<IDocumentReader, SubtitleReader>();
        services.AddSingleton<IDocumentReader, PictureReader>();
        services.AddSingleton<IDocumentReader, ConvertedReader>();
        services.AddSingleton<DocumentReaders>();
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
        services.AddSingleton<CandidateFinder>();
        services.AddSingleton<LiveChunks>();
        services.AddSingleton<HitReranker>();
        services.AddSingleton<HitCounter>();
        services.AddHostedService(provider => provider.GetRequiredService<HitCounter>());
        services.AddSingleton<IKnowledgeSearch, KnowledgeSearch>();
    }
}
