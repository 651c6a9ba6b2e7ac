using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Bases;

/// <summary>What a chat model adds to chunks so that they are found better. Nothing by default.</summary>
public sealed record EnrichmentSettings
{
    /// <summary>Whether each chunk gets a summary that is searched beside it.</summary>
    public bool Summary { get; init; }

    /// <summary>How many questions that it answers are searched beside each chunk, 0 to 10.</summary>
    [Range(0, 10)]
    public int Questions { get; init; }

    /// <summary>Whether a sentence that tells where the chunk stands in the document is put before it in the index.</summary>
    public bool Context { get; init; }

    /// <summary>The chat model as <c>provider/model</c>, also for pairs of questions and answers; null for the workspace's default.</summary>
    [StringLength(200)]
    public string? Model { get; init; }

    internal bool IsOn => Summary || Context || Questions > 0;
}
