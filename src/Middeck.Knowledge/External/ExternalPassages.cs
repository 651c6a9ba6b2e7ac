using System.Security.Cryptography;
using System.Text;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.External;

/// <summary>Finds passages in bases whose knowledge is somebody else's.</summary>
internal sealed class ExternalPassages(ExternalApiStore apis, ExternalClient client)
{
    private const string External = "external";

    /// <param name="request">What is asked.</param>
    /// <param name="query">The question, rewritten or not.</param>
    /// <param name="bases">Those that are external.</param>
    /// <param name="hasOthers">Whether other bases answer too: then a failure is a note, not the end of the search.</param>
    /// <param name="settings">How much is wanted.</param>
    /// <param name="record">What is done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Passage>> FindAsync(
        SearchRequest request,
        string query,
        IReadOnlyList<KnowledgeBaseRow> bases,
        bool hasOthers,
        ResultSettings settings,
        SearchRecord record,
        CancellationToken cancellationToken)
    {
        if (bases.Count == 0)
        {
            return [];
        }

        record.Bases.AddRange(bases.Select(row => new SearchedBase(
            row.Id, row.Name, null, SearchIn.External, FilterOf(row, request), null)));
        var lists = await record.Trace.TimeAsync(External, () => Task.WhenAll(bases.Select(
            row => AskAsync(request, query, row, hasOthers || bases.Count > 1, settings, record.Trace, cancellationToken))));
        return [.. lists.SelectMany(static list => list).OrderByDescending(static passage => passage.Score)];
    }

    private static MetadataFilter? FilterOf(KnowledgeBaseRow row, SearchRequest request)
        => request.Filters ?? row.Retrieval.Filters;

    private async Task<IReadOnlyList<Passage>> AskAsync(
        SearchRequest request,
        string query,
        KnowledgeBaseRow row,
        bool hasOthers,
        ResultSettings settings,
        SearchTrace trace,
        CancellationToken cancellationToken)
    {
        try
        {
            var api = await apis.FindAsync(row.WorkspaceId, row.ExternalApiId!.Value, cancellationToken)
                ?? throw ExternalFaults.NoApi();
            var records = await client.RetrieveAsync(
                api,
                ExternalRetrieval.Of(
                    row.ExternalKnowledgeId ?? "",
                    query,
                    settings.TopK,
                    SearchPlan.ThresholdOf(row, request),
                    FilterOf(row, request)),
                cancellationToken);
            return PassagesOf(row, records, request.Explain);
        }
        catch (FaultException ex) when (hasOthers)
        {
            trace.Note($"'{row.Name}' was left out: {ex.Fault.Detail}");
            return [];
        }
    }

    private static List<Passage> PassagesOf(
        KnowledgeBaseRow row, IReadOnlyList<ExternalRecord> records, bool explains)
    {
        var passages = new List<Passage>(records.Count);
        foreach (var one in records.Where(static one => !string.IsNullOrWhiteSpace(one.Content)))
        {
            // Without a score of its own a passage says only that it comes behind the one before.
            var score = Math.Clamp(one.Score ?? 0.5 / (passages.Count + 1), 0, 1);
            var title = string.IsNullOrWhiteSpace(one.Title) ? row.Name : one.Title;
            var chunk = new LiveChunk(
                IdOf(row.Id, title, one.Content!),
                row.Id,
                IdOf(row.Id, title, ""),
                title,
                passages.Count + 1,
                null,
                one.Content!,
                one.Content!.Length,
                null,
                null,
                null);
            passages.Add(new Passage(row, chunk, one.Content!, score, External, [], [])
            {
                Metadata = one.Metadata,
                Places = explains ? [new ListPlace(External, null, passages.Count + 1, score)] : [],
            });
        }

        return passages;
    }

    // The same passage has the same id in each answer, so that citations of it are one.
    private static Guid IdOf(Guid baseId, string title, string content)
        => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{baseId:N}\n{title}\n{content}")).AsSpan(0, 16));
}
