using System.Text.Json;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Sets;

/// <summary>A question, and what is expected of its answer.</summary>
public sealed record SaveAppTestCase
{
    /// <summary>What is asked, at most 32,000 characters; may be empty for apps that people only fill a form in for.</summary>
    public string Question { get; init; } = "";

    /// <summary>What is filled in: an object; none when it is left out.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary>What should be answered, at most 20,000 characters; null when only rules say.</summary>
    public string? Expected { get; init; }

    /// <summary>What every answer is held to, at most 20.</summary>
    public IReadOnlyList<TestRule> Rules { get; init; } = [];

    /// <summary>For people, at most 2,000 characters.</summary>
    public string? Note { get; init; }
}
