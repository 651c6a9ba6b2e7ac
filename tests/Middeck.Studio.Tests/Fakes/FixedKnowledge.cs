using System.Text.Json;
using Middeck.Knowledge;
using Middeck.Knowledge.Bases;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Knowledge bases that hold what the test says.</summary>
internal sealed class FixedKnowledge : IKnowledgeSearch
{
    public List<SearchHit> Hits { get; } = [];

    public SearchRequest? LastRequest { get; private set; }

    public Exception? Failure { get; set; }

    public Task<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        LastRequest = request;
        return Failure is null ? Task.FromResult<IReadOnlyList<SearchHit>>([.. Hits]) : throw Failure;
    }

    public async Task<SearchResult> FindAsync(SearchRequest request, CancellationToken cancellationToken)
        => new(
            await SearchAsync(request, cancellationToken),
            new SearchExplanation([request.Query], RerankingMode.ReciprocalRankFusion, null, [], [], []));

    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> knowledgeBaseIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<Guid, string>>(
            knowledgeBaseIds.ToDictionary(id => id, id => id.ToString()));

    public Task<IReadOnlyList<KnowledgeBaseTopic>> TopicsAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> knowledgeBaseIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<KnowledgeBaseTopic>>(
            [.. knowledgeBaseIds.Select(id => new KnowledgeBaseTopic(id, id.ToString(), ""))]);

    public Task<IReadOnlyDictionary<Guid, JsonElement>> MetadataAsync(
        Guid workspaceId, IReadOnlyCollection<SearchHit> hits, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<Guid, JsonElement>>(new Dictionary<Guid, JsonElement>());

    public void Holds(string document, string content, int position = 1, int? page = null) => Hits.Add(new SearchHit(
        Guid.Parse("00000000-0000-0000-0000-0000000000b1"), "Handbook",
        Guid.Parse("00000000-0000-0000-0000-0000000000d1"), document,
        Guid.Parse("00000000-0000-0000-0000-0000000000c1"), position, page, content, 0.75, content.Length, []));
}
