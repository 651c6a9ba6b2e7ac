using System.Collections.ObjectModel;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>What a node hands back to the engine.</summary>
public sealed record NodeResult
{
    private NodeResult()
    {
    }

    /// <summary>No values.</summary>
    public static IReadOnlyDictionary<string, Segment> NoValues => ReadOnlyDictionary<string, Segment>.Empty;

    /// <summary>What later nodes can read.</summary>
    public IReadOnlyDictionary<string, Segment> Outputs { get; init; } = NoValues;

    /// <summary>What it worked on, for people who look at the run.</summary>
    public IReadOnlyDictionary<string, Segment> Inputs { get; init; } = NoValues;

    /// <summary>How it worked, for people who look at the run.</summary>
    public IReadOnlyDictionary<string, Segment> ProcessData { get; init; } = NoValues;

    /// <summary>Further facts for <c>execution_metadata</c>.</summary>
    public IReadOnlyDictionary<string, Segment> Metadata { get; init; } = NoValues;

    /// <summary>Which edges are taken; null for the plain ones.</summary>
    public string? Handle { get; init; }

    /// <summary>Variables that it writes.</summary>
    public IReadOnlyList<VariableWrite> Writes { get; init; } = [];

    /// <summary>What it used.</summary>
    public NodeUsage Usage { get; init; } = NodeUsage.None;

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; private init; }

    /// <summary>The failure's name, such as <c>HTTPResponseCodeError</c>.</summary>
    public string ErrorKind { get; private init; } = "";

    /// <summary>The form that a person has to fill in first; null when there is none.</summary>
    public FormRequest? Form { get; private init; }

    /// <summary>It worked.</summary>
    public static NodeResult Success(IReadOnlyDictionary<string, Segment>? outputs = null)
        => new() { Outputs = outputs ?? NoValues };

    /// <summary>It failed. What is known of inputs, process and usage can be added by <c>with</c>.</summary>
    public static NodeResult Failure(string kind, string error) => new() { Error = error, ErrorKind = kind };

    /// <summary>It waits for a person.</summary>
    public static NodeResult WaitFor(FormRequest form) => new() { Form = form };
}
