using System.Collections.Frozen;

namespace Middeck.Workflows.Graphs;

/// <summary>The node types of the DSL by name.</summary>
public static class NodeTypes
{
    public const string Start = "start";
    public const string End = "end";
    public const string Answer = "answer";
    public const string Llm = "llm";
    public const string KnowledgeRetrieval = "knowledge-retrieval";
    public const string QuestionClassifier = "question-classifier";
    public const string IfElse = "if-else";
    public const string Code = "code";
    public const string TemplateTransform = "template-transform";
    public const string VariableAggregator = "variable-aggregator";
    public const string Assigner = "assigner";
    public const string ParameterExtractor = "parameter-extractor";
    public const string Iteration = "iteration";
    public const string IterationStart = "iteration-start";
    public const string Loop = "loop";
    public const string LoopStart = "loop-start";
    public const string LoopEnd = "loop-end";
    public const string HttpRequest = "http-request";
    public const string Tool = "tool";
    public const string DocumentExtractor = "document-extractor";
    public const string ListOperator = "list-operator";
    public const string Agent = "agent";
    public const string HumanInput = "human-input";
    public const string TriggerWebhook = "trigger-webhook";
    public const string TriggerSchedule = "trigger-schedule";
    public const string TriggerPlugin = "trigger-plugin";
    public const string Datasource = "datasource";
    public const string KnowledgeIndex = "knowledge-index";

    private static readonly FrozenSet<string> _known = FrozenSet.Create(
        StringComparer.Ordinal,
        Start, End, Answer, Llm, KnowledgeRetrieval, QuestionClassifier, IfElse, Code, TemplateTransform, VariableAggregator,
        Assigner, ParameterExtractor, Iteration, IterationStart, Loop, LoopStart, LoopEnd, HttpRequest, Tool, DocumentExtractor,
        ListOperator, Agent, HumanInput, TriggerWebhook, TriggerSchedule, TriggerPlugin, Datasource, KnowledgeIndex);

    /// <summary>Whether the DSL has this type.</summary>
    public static bool IsKnown(string type) => _known.Contains(type);

    /// <summary>Whether a run may begin there.</summary>
    public static bool IsRoot(string type)
        => type is Start or TriggerWebhook or TriggerSchedule or TriggerPlugin or Datasource;

    /// <summary>Whether the node holds nodes of its own.</summary>
    public static bool IsContainer(string type) => type is Iteration or Loop;

    /// <summary>Whether it is where the nodes of a container begin.</summary>
    public static bool IsContainerStart(string type) => type is IterationStart or LoopStart;

    /// <summary>Whether it writes what the caller reads.</summary>
    public static bool IsResponse(string type) => type is End or Answer;

    /// <summary>Whether which of its edges are taken is known only when it has finished.</summary>
    public static bool IsBranch(string type) => type is IfElse or QuestionClassifier or HumanInput;
}
