using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Runs a workflow, or one node of a graph.</summary>
public sealed record RunWorkflow
{
    /// <summary>The variables of the start node: <c>{"topic": "tea"}</c>; files as <c>{"type": "document", "transfer_method": "local_file", "upload_file_id": "…"}</c>.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary>Files beside the inputs, which the graph reads as <c>sys.files</c>.</summary>
    public JsonElement? Files { get; init; }

    /// <summary>Tries out the draft instead of the published version.</summary>
    public bool Draft { get; init; }

    /// <summary>Answers at once with the run's id instead of its events. The run waits for its turn as long as that takes.</summary>
    public bool Async { get; init; }

    /// <summary>Runs an older version instead of the one that is live.</summary>
    [Range(1, int.MaxValue)]
    public int? Version { get; init; }

    /// <summary>The one node to try out, a container with its inside; only with a draft. Null runs the whole graph.</summary>
    [StringLength(200)]
    public string? NodeId { get; init; }

    /// <summary>Where to begin; the start node, else the first trigger, when it is null.</summary>
    [StringLength(200)]
    public string? RootId { get; init; }

    /// <summary>What that one node reads of others: <c>{"llm": {"text": "…"}}</c>; also of <c>sys</c> and <c>conversation</c>.</summary>
    public JsonElement? Preset { get; init; }
}
