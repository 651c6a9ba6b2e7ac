using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Audit;
using Middeck.Core.Live;
using Middeck.Core.Security;
using Middeck.Http;
using Middeck.Identity.Access;
using Middeck.Identity.Signing;
using Middeck.Identity.Users;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Models.Gateway;
using Middeck.Storage;
using Middeck.Storage.Schema;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests;

/// <summary>The room on a real database and a real object store, with small stand-ins for the rooms beside it. Made anew for each test.</summary>
public abstract class KnowledgeRoom(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("middeck-knowledge-").FullName;
    private readonly List<ServiceProvider> _nodes = [];

    internal Caller Caller { get; } = new()
    {
        Kind = CallerKind.User,
        WorkspaceId = Guid.CreateVersion7(),
        UserId = Guid.CreateVersion7(),
    };

    internal FakeClock Clock { get; } = new();

    internal RecordingJobQueue Jobs { get; } = new();

    internal RecordingEvents Events { get; } = new();

    internal OpenAccess Access { get; } = new();

    internal TestGateway Models { get; } = new();

    internal NamedPeople People { get; } = new();

    internal ServiceProvider Node => _nodes[0];

    internal Database Database => Node.GetRequiredService<Database>();

    internal string ObjectFolder => _folder;

    protected virtual Dictionary<string, string?> Settings => [];

    public async Task InitializeAsync()
    {
        await postgres.MigrateAsync(new MigrationSet("knowledge", typeof(KnowledgeOptions).Assembly, 4));
        AddNode();
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Another node of the installation: its own caches, the same database and objects.</summary>
    internal ServiceProvider AddNode()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>(Settings)
            {
                ["database:connection"] = postgres.ConnectionString,
                ["objects:path"] = _folder,
                ["secrets:keyfile"] = Path.Combine(_folder, "master"),
            }).Build());
        services.AddLogging();
        services.AddScoped<AuditTrail>();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddHttpFoundation();
        services.AddStorage();
        services.AddKnowledge();
        services.AddSingleton<IJobQueue>(Jobs);
        services.AddSingleton<ILiveEvents>(Events);
        services.AddSingleton<IResourceAccess>(Access);
        services.AddSingleton<IModelGateway>(Models);
        services.AddSingleton<IPeople>(People);
        services.AddSingleton<IUrlSigner>(new PlainSigner());
        var node = services.BuildServiceProvider(validateScopes: false);
        _nodes.Add(node);
        return node;
    }

    internal T Get<T>() where T : notnull => Node.GetRequiredService<T>();

    internal async Task<KnowledgeBase> GivenBaseAsync(CreateKnowledgeBase? request = null, Caller? caller = null)
    {
        // Keys are in the order of their milliseconds.
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        return await Get<KnowledgeBaseService>().CreateAsync(
            caller ?? Caller, request ?? new CreateKnowledgeBase { Name = "Standards" }, CancellationToken.None);
    }

    internal Task<Document> UploadAsync(Guid baseId, string name, byte[] content, Caller? caller = null)
        => UploadAsync(baseId, MultipartRequest.Of(name, content), caller);

    internal Task<Document> UploadAsync(Guid baseId, HttpRequest request, Caller? caller = null)
        => Get<DocumentUploads>().ReceiveAsync(caller ?? Caller, baseId, request, CancellationToken.None);

    /// <summary>Runs the document's job once, as the pump would.</summary>
    internal async Task<DocumentRow> IngestAsync(Document document, CancellationToken cancellationToken = default)
    {
        var (jobId, request) = Jobs.Jobs.Last(job => job.Request.Subject == document.Id);
        await Get<IngestDocumentJob>().ExecuteAsync(
            new TestJob(jobId, request.WorkspaceId, document.Id), cancellationToken);
        return await RowAsync(document);
    }

    /// <summary>Runs the last job of a kind once, as the pump would.</summary>
    internal async Task RunAsync<T>(string kind, CancellationToken cancellationToken = default) where T : IJobHandler
    {
        var (jobId, request) = Jobs.Jobs.Last(job => job.Request.Kind == kind);
        await Get<T>().ExecuteAsync(new TestJob(jobId, request.WorkspaceId, request.Subject), cancellationToken);
    }

    internal async Task<DocumentRow> GivenCompletedAsync(Guid baseId, string name, string text, Caller? caller = null)
        => await IngestAsync(await UploadAsync(baseId, name, System.Text.Encoding.UTF8.GetBytes(text), caller));

    internal async Task<DocumentRow> RowAsync(Document document)
        => (await Database.FirstOrDefaultAsync(
            $"SELECT {DocumentRow.Columns} FROM knowledge.document WHERE id = {document.Id}",
            DocumentRow.From,
            CancellationToken.None))!;

    internal Task<List<Guid>> ChunkIdsAsync(Guid documentId)
        => Database.QueryAsync(
            $"SELECT id FROM knowledge.chunk WHERE document_id = {documentId} ORDER BY position",
            row => row.At<Guid>(0),
            CancellationToken.None);

    /// <summary>Puts a child beside a chunk, as the pipeline does, and makes the change known.</summary>
    internal async Task<Guid> GivenChildAsync(DocumentRow row, Guid chunk, string kind, string content, int position = 1)
    {
        var id = Guid.CreateVersion7();
        await Database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.child (id, workspace_id, base_id, document_id, chunk_id, kind, position, content, word_count,
                                         created_at, updated_at)
            VALUES ({id}, {row.WorkspaceId}, {row.BaseId}, {row.Id}, {chunk}, {kind}, {position}, {content}, {content.Length},
                    now(), now())
            """,
            CancellationToken.None);
        await TouchAsync(row);
        return id;
    }

    /// <summary>Makes a change of the document's rows known to searches.</summary>
    internal async Task TouchAsync(DocumentRow row)
    {
        await CollectionRevision.TouchAsync(Database, row.BaseId, row.Id, CancellationToken.None);
        Clock.Advance(TimeSpan.FromSeconds(2));
    }

    /// <summary>The result of a search with any settings.</summary>
    internal Task<SearchResult> FindAsync(string query, Guid baseId, Func<SearchRequest, SearchRequest>? settings = null)
    {
        var request = new SearchRequest(KnowledgeCalls.By(Caller), [baseId], query) { Explain = true };
        return Get<IKnowledgeSearch>().FindAsync(settings?.Invoke(request) ?? request, CancellationToken.None);
    }

    internal Task<List<string>> ContentsAsync(Guid documentId)
        => Database.QueryAsync(
            $"SELECT content FROM knowledge.chunk WHERE document_id = {documentId} ORDER BY position",
            row => row.At<string>(0),
            CancellationToken.None);

    internal Task<IReadOnlyList<SearchHit>> SearchAsync(
        string query, Guid baseId, SearchMethod? method = null, ServiceProvider? node = null, Caller? caller = null)
        => SearchAsync(query, [baseId], method, node, caller);

    internal Task<IReadOnlyList<SearchHit>> SearchAsync(
        string query, Guid[] baseIds, SearchMethod? method = null, ServiceProvider? node = null, Caller? caller = null)
        => (node ?? Node).GetRequiredService<IKnowledgeSearch>().SearchAsync(
            new SearchRequest(KnowledgeCalls.By(caller ?? Caller), baseIds, query, Method: method), CancellationToken.None);
}
