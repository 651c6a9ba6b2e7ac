using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Studio.Apps;
using Middeck.Workflows.Graphs;

namespace Middeck.Studio.Configuration;

/// <summary>
/// What an app does, read from a configuration in the shape of the DSL's <c>model_config</c>, or of its <c>workflow</c> for the
/// kinds whose answers come of a graph. The JSON itself stays as it was written; a value that is absent or of another type reads
/// as its default here.
/// </summary>
internal sealed class AppConfig
{
    private const string FormSection = "user_input_form";

    private readonly string _mode;
    private readonly JsonElement _root;
    private readonly JsonElement? _features;
    private readonly JsonElement? _form;
    private readonly Lazy<WorkflowGraph>? _workflow;

    private AppConfig(JsonElement root, string mode)
    {
        (_root, _mode) = (root, mode);
        if (AppMode.IsGraph(mode))
        {
            Graph = root.Member("graph");
            _features = root.Member("features");
            _form = StartForm.Of(Graph);
            _workflow = new(() => WorkflowGraph.Read(Graph ?? AppMaker.EmptyConfig));
        }
        else
        {
            _form = root.Member(FormSection);
        }

        var retrieval = root.Member("dataset_configs");
        Model = ModelReference.Read(root.Member("model"));
        CompletionParams = root.Member("model").Member("completion_params");
        PrePrompt = root.Member("pre_prompt").Text() ?? "";
        InputForm = InputFormReader.Read(_form);
        KnowledgeBaseIds = [.. KnowledgeBases(retrieval).Distinct()];
        TopK = retrieval.Member("top_k").WholeNumber();
        ScoreThreshold = retrieval.Member("score_threshold_enabled").Flag() == true
            ? retrieval.Member("score_threshold").Number()
            : null;
        Rerank = retrieval.Member("reranking_enable").Flag();
        ShowCitations = Section("retriever_resource").Member("enabled").Flag() ?? true;
        QueryVariable = root.Member("dataset_query_variable").Text() is { Length: > 0 } variable ? variable : null;
        OpeningStatement = Section("opening_statement").Text() ?? "";
        SuggestedQuestions = [.. Section("suggested_questions").Texts()];
    }

    /// <summary>The configuration as it was written.</summary>
    public JsonElement Root => _root;

    /// <summary><c>provider/model</c>; null for the workspace's default.</summary>
    public string? Model { get; }

    /// <summary>The model's own settings, such as <c>temperature</c>.</summary>
    public JsonElement? CompletionParams { get; }

    /// <summary>The instruction, with <c>{{variable}}</c> in it.</summary>
    public string PrePrompt { get; }

    /// <summary>What is filled in before a conversation begins.</summary>
    public IReadOnlyList<InputField> InputForm { get; }

    /// <summary>Where passages are looked for; empty when the app uses no knowledge.</summary>
    public IReadOnlyList<Guid> KnowledgeBaseIds { get; }

    /// <summary>How many passages; null for the knowledge bases' own setting.</summary>
    public int? TopK { get; }

    /// <summary>Passages below it are left out; null for the knowledge bases' own setting.</summary>
    public double? ScoreThreshold { get; }

    /// <summary>Whether a rerank model orders the passages; null for the knowledge bases' own setting.</summary>
    public bool? Rerank { get; }

    /// <summary>Whether answers name their sources.</summary>
    public bool ShowCitations { get; }

    /// <summary>The field of the form that passages are looked for with; null for the question.</summary>
    public string? QueryVariable { get; }

    /// <summary>What the app says first.</summary>
    public string OpeningStatement { get; }

    /// <summary>Questions to begin with.</summary>
    public IReadOnlyList<string> SuggestedQuestions { get; }

    /// <summary>The DSL's <c>graph</c> as it was written; null for kinds without one.</summary>
    public JsonElement? Graph { get; }

    /// <summary>The graph to be checked and run, read when it is first asked for; empty and unable to run for kinds without one.</summary>
    public WorkflowGraph Workflow => _workflow?.Value ?? WorkflowGraph.Read(AppMaker.EmptyConfig);

    /// <summary>Whether passages are looked for.</summary>
    public bool HasKnowledge => KnowledgeBaseIds.Count > 0
        || Graph.Member("nodes").Items().Any(node => node.Member("data").Member("type").Text() == NodeTypes.KnowledgeRetrieval);

    /// <summary>Reads the configuration of a kind without a graph.</summary>
    public static AppConfig Read(JsonElement root) => Read(root, AppMode.Chat);

    /// <summary>Reads the configuration of an app of the kind.</summary>
    public static AppConfig Read(JsonElement root, string mode) => new(root, mode);

    /// <summary>The same with another model, to be tried out.</summary>
    public AppConfig WithModel(JsonElement model)
    {
        var root = JsonObject.Create(_root)!;
        root["model"] = JsonNode.Parse(model.GetRawText());
        return Read(JsonSerializer.SerializeToElement(root), _mode);
    }

    /// <summary>
    /// A section of the configuration as it was written; null when it is absent. With a graph what chat apps have at the top
    /// stands in <c>features</c>, and the form is what the start node asks for.
    /// </summary>
    public JsonElement? Section(string name)
        => name == FormSection ? _form : _features.Member(name) ?? _root.Member(name);

    // Identifiers of an exported app are encrypted for the workspace that it came from: those are bases that are not bound.
    private static IEnumerable<Guid> KnowledgeBases(JsonElement? retrieval)
    {
        foreach (var item in retrieval.Member("datasets").Member("datasets").Items())
        {
            var dataset = item.Member("dataset");
            if (dataset.Member("enabled").Flag() != false && Guid.TryParse(dataset.Member("id").Text(), out var id))
            {
                yield return id;
            }
        }
    }
}
