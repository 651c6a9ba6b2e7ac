using Middeck.Knowledge;
using Middeck.Knowledge.Bases;
using Middeck.Models.Gateway;
using Middeck.Studio.Chat;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Retrieval;

/// <summary>
/// Finds passages in knowledge bases. Nothing to ask and nowhere to look is an empty result. What was found also stands in the node's
/// metadata under <c>retriever_resources</c>, so that an answer can name its sources.
/// </summary>
internal sealed class RetrievalNode(IKnowledgeSearch search, ModelTalk talk, BaseChooser chooser) : INodeExecutor
{
    /// <summary>The fact that holds the passages as <see cref="Conversations.Citation"/>s.</summary>
    public const string Resources = "retriever_resources";

    private const string NotBound =
        "None of the node's knowledge bases is there in this workspace. Choose the knowledge bases in the node.";

    public string Type => NodeTypes.KnowledgeRetrieval;

    public async ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var settings = context.Node.Settings(RetrievalSettings.Read);
        var query = PassageFinder.Shorten(PromptText.Of(context.Variables.Find(settings.Query) ?? Segment.Empty).Trim());
        var notes = new List<string>();
        if (query.Length == 0)
        {
            notes.Add("There is no question to look for.");
            return Result(query, new Found([], Segment.Of([], SegmentType.ArrayObject)), notes, null);
        }

        var workspace = RunScope.Of(context).WorkspaceId;
        var bases = await search.TopicsAsync(workspace, settings.BaseIds, cancellationToken);
        if (bases.Count == 0)
        {
            notes.Add(NotBound);
            return Result(query, new Found([], Segment.Of([], SegmentType.ArrayObject)), notes, null);
        }

        RunUsage? usage = null;
        if (settings.IsSingle)
        {
            (var chosen, usage, var model) = await chooser.ChooseAsync(context, settings.Chooser, bases, query, cancellationToken);
            notes.Add($"The knowledge base '{chosen.Name}' was searched.");
            notes.AddRange(model?.Warning is { } warning ? [warning] : []);
            bases = [chosen];
        }

        var request = await RequestAsync(context, settings, bases, query, notes, cancellationToken);
        var found = await search.FindAsync(request, cancellationToken);
        notes.AddRange(found.Explanation.Notes);
        var metadata = await search.MetadataAsync(workspace, found.Hits, cancellationToken);
        return Result(query, new Found(found.Hits, FoundPassages.Result(found.Hits, metadata)), notes, usage);
    }

    private static NodeResult Result(string query, Found found, List<string> notes, RunUsage? usage)
    {
        var spent = usage ?? new RunUsage(0, 0, null, 0);
        return NodeResult.Success(new Dictionary<string, Segment> { ["result"] = found.Result }) with
        {
            Inputs = new Dictionary<string, Segment> { ["query"] = Segment.Of(query) },
            ProcessData = new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
            {
                ["usage"] = ModelFacts.Usage(spent),
                ["middeck_notes"] = Segment.Of([.. notes.Select(Segment.Of)], SegmentType.ArrayString),
            },
            Metadata = new Dictionary<string, Segment> { [Resources] = FoundPassages.Resources(found.Hits) },
            Usage = ModelFacts.Sum(spent),
        };
    }

    private async Task<SearchRequest> RequestAsync(
        NodeContext context,
        RetrievalSettings settings,
        IReadOnlyList<KnowledgeBaseTopic> bases,
        string query,
        List<string> notes,
        CancellationToken cancellationToken)
    {
        var caller = RunScope.Of(context).Caller;
        Guid[] ids = [.. bases.Select(one => one.Id)];
        var filter = settings.Filter.Of(context.Variables, await FilterModelAsync(caller, settings, notes, cancellationToken));
        if (settings.IsSingle)
        {
            // One base is searched as it says itself.
            return new SearchRequest(caller, ids, query) { Filters = filter };
        }

        var model = settings.Reranks ? await RerankModelAsync(caller, settings, notes, cancellationToken) : null;
        return new SearchRequest(
            caller, ids, query, settings.TopK, ScoreThreshold: settings.ScoreThreshold, Rerank: model is not null)
        {
            RerankModel = model,
            RerankingMode = settings.Weights is null ? null : RerankingMode.WeightedScore,
            Weights = settings.Weights,
            Filters = filter,
        };
    }

    private async Task<string?> FilterModelAsync(
        ModelCaller caller, RetrievalSettings settings, List<string> notes, CancellationToken cancellationToken)
    {
        if (settings.Filter.Mode != FilterMode.Automatic)
        {
            return null;
        }

        var choice = await talk.ChooseAsync(caller, settings.FilterModel.Name, ModelType.Llm, cancellationToken);
        notes.AddRange(choice.Warning is { } warning ? [warning] : []);
        return choice.Name;
    }

    private async Task<string?> RerankModelAsync(
        ModelCaller caller, RetrievalSettings settings, List<string> notes, CancellationToken cancellationToken)
    {
        var choice = await talk.ChooseAsync(caller, settings.RerankModel, ModelType.Rerank, cancellationToken);
        notes.AddRange(choice.Warning is { } warning ? [warning] : []);
        notes.AddRange(choice.Name is null ? ["The passages are in the order of their scores: the workspace has no rerank model."] : []);
        return choice.Name;
    }

    private sealed record Found(IReadOnlyList<SearchHit> Hits, Segment Result);
}
