namespace Middeck.Studio.Transfer;

/// <summary>Something in a file that was kept and will not work as it is.</summary>
/// <param name="Code">
/// Stable: <c>older_version</c>, <c>newer_version</c>, <c>upgraded</c>, <c>missing_plugin</c>, <c>unknown_model</c>,
/// <c>unknown_dataset</c>, <c>unknown_tool</c>, or what <c>/problems</c> finds in a graph.
/// </param>
/// <param name="Message">One English sentence for people.</param>
/// <param name="Path">Where in the file, such as <c>model_config.model</c>.</param>
internal sealed record ImportWarning(string Code, string Message, string Path)
{
    /// <summary>The node of a graph; null for all else.</summary>
    public string? NodeId { get; init; }
}
