namespace Middeck.Studio.Transfer;

/// <summary>Something in a file that was kept and will not work as it is.</summary>
/// <param name="Code">Stable: <c>older_version</c>, <c>newer_version</c>, <c>unknown_model</c>, <c>unknown_dataset</c> or <c>unknown_tool</c>.</param>
/// <param name="Message">One English sentence for people.</param>
/// <param name="Path">Where in the file, such as <c>model_config.model</c>.</param>
internal sealed record ImportWarning(string Code, string Message, string Path);
