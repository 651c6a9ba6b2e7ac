using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Graphs;

namespace Middeck.Studio.Apps.Problems;

/// <summary>What is wrong with a graph by itself, wherever it runs.</summary>
internal static class GraphShape
{
    private static readonly HashSet<string> FieldTypes = new(StringComparer.Ordinal)
    {
        "text-input", "paragraph", "select", "number", "checkbox", "external_data_tool", "file", "file-list", "json_object",
    };

    public static IEnumerable<AppProblem> Find(string mode, AppConfig config)
    {
        foreach (var problem in config.Workflow.Problems)
        {
            yield return new AppProblem(problem.NodeId, problem.Code, problem.Detail, problem.IsError);
        }

        if (config.Workflow.Nodes.Count > 0 && Unanswered(mode, config.Workflow) is { } unanswered)
        {
            yield return unanswered;
        }

        foreach (var problem in config.Workflow.Nodes.SelectMany(OfNode))
        {
            yield return problem;
        }

        foreach (var variable in config.Section(EnvironmentVariableCheck.Section).Items())
        {
            if (variable.Member("value_type").Text() == EnvironmentVariableCheck.Secret
                && variable.Member("value").Text() is not { Length: > 0 })
            {
                yield return new AppProblem(
                    null, "empty_secret", $"The secret '{variable.Member("name").Text()}' has no value. Enter it among the environment variables.");
            }
        }
    }

    private static AppProblem? Unanswered(string mode, WorkflowGraph graph)
    {
        bool Has(string type) => graph.Nodes.Any(node => node.Type == type);
        return mode == AppMode.AdvancedChat
            ? Has(NodeTypes.Answer) ? null : new AppProblem(null, "no_answer", "The graph has no answer node, so people get no answer. Add one.")
            : Has(NodeTypes.End) ? null : new AppProblem(null, "no_end", "The graph has no end node, so a run gives nothing back. Add one.");
    }

    private static IEnumerable<AppProblem> OfNode(GraphNode node)
    {
        switch (node.Type)
        {
            case NodeTypes.Start:
                return OfStart(node);
            case NodeTypes.Datasource or NodeTypes.KnowledgeIndex:
                return [new AppProblem(
                    node.Id, "unsupported_node",
                    $"{NodeTitle.Of(node)} belongs to a pipeline that fills a knowledge base; a run of an app fails when it gets there. Remove it.")];
            case NodeTypes.TriggerPlugin:
                return [new AppProblem(
                    node.Id, "unsupported_node", $"{NodeTitle.Of(node)} waits for an event of a plugin, and none is there. Use a webhook instead.")];
        }

        JsonElement? data = node.Data;
        var authorization = data.Member("authorization");
        return node.Type == NodeTypes.HttpRequest
            && authorization.Member("type").Text() == "api-key"
            && authorization.Member("config").Member("api_key").Text() is { Length: > 0 } key
            && !key.Contains("{{#", StringComparison.Ordinal)
                ? [new AppProblem(
                    node.Id, "plain_secret",
                    $"The request {NodeTitle.Of(node)} holds its key in the clear, also in exported files. Keep it in a secret environment variable and name that.")]
                : [];
    }

    private static IEnumerable<AppProblem> OfStart(GraphNode node)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in ((JsonElement?)node.Data).Member("variables").Items())
        {
            var name = variable.Member("variable").Text() ?? "";
            if (name.Length == 0)
            {
                yield return new AppProblem(node.Id, "unnamed_field", "A field of the start node has no name. Give it one.");
            }
            else if (!names.Add(name))
            {
                yield return new AppProblem(
                    node.Id, "duplicate_field", $"Two fields of the start node are called '{name}'. Give one of them another name.");
            }

            if (variable.Member("type").Text() is { } type && !FieldTypes.Contains(type))
            {
                yield return new AppProblem(
                    node.Id, "unknown_field_type", $"The field '{name}' is of the type '{type}', which does not exist. Choose another type.");
            }
        }
    }
}
