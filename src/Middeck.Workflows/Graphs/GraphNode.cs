using System.Text.Json;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Graphs;

/// <summary>A node as the engine sees it. <see cref="Data"/> is the DSL's <c>data</c> object with every field.</summary>
public sealed class GraphNode
{
    private volatile object? _settings;

    internal GraphNode(string id, string type, string? parentId, JsonElement data)
    {
        Id = id;
        Type = type;
        ParentId = parentId;
        Data = data;
        Title = data.Text("title") ?? "";
        Version = data.Text("version") ?? "1";
        ErrorStrategy = data.Text("error_strategy") switch
        {
            "fail-branch" => ErrorStrategy.FailBranch,
            "default-value" => ErrorStrategy.DefaultValue,
            _ => ErrorStrategy.None,
        };
        Retry = RetryPolicy.Read(data);
        NeverRepeat = data.Child("middeck").Text("repeat") == "never";
    }

    /// <summary>The node's id.</summary>
    public string Id { get; }

    /// <summary>One of <see cref="NodeTypes"/>, or a type that is not known here.</summary>
    public string Type { get; }

    /// <summary>The container that holds it; null at the top.</summary>
    public string? ParentId { get; }

    /// <summary>What the author called it.</summary>
    public string Title { get; }

    /// <summary>The version of its settings, <c>1</c> when it says none.</summary>
    public string Version { get; }

    /// <summary>The DSL's <c>data</c>.</summary>
    public JsonElement Data { get; }

    /// <summary>What happens when it has failed for good.</summary>
    public ErrorStrategy ErrorStrategy { get; }

    /// <summary>How often it is tried again.</summary>
    public RetryPolicy Retry { get; }

    /// <summary>Whether <c>middeck: {repeat: never}</c> forbids running it again after a crash in its middle.</summary>
    public bool NeverRepeat { get; }

    /// <summary>The outputs of the strategy <see cref="ErrorStrategy.DefaultValue"/>.</summary>
    public IReadOnlyDictionary<string, Segment> DefaultOutputs => DefaultValues.Read(Data);

    /// <summary>The node's settings, read once for all runs of this graph. The reading must always give the same.</summary>
    public T Settings<T>(Func<GraphNode, T> read)
        where T : class
    {
        if (_settings is T known)
        {
            return known;
        }

        var settings = read(this);
        _settings = settings;
        return settings;
    }
}
