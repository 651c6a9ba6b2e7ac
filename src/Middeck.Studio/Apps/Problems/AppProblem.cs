namespace Middeck.Studio.Apps.Problems;

/// <summary>Something in an app's configuration that does not work as it is.</summary>
/// <param name="NodeId">The node of its graph; null when it is none of a single node.</param>
/// <param name="Code">Stable, such as <c>workflows.cycle</c> or <c>unknown_model</c>.</param>
/// <param name="Message">One English sentence: what is wrong and what to do.</param>
/// <param name="IsError">Whether the app cannot be published as it is; otherwise only what is named suffers.</param>
internal sealed record AppProblem(string? NodeId, string Code, string Message, bool IsError = false)
{
    /// <summary>Where it stands in the configuration, such as <c>dataset_configs.datasets.datasets[0].dataset.id</c>; null for nodes.</summary>
    public string? Path { get; init; }
}
