using System.Text.Json;

namespace Middeck.Studio.Comparison;

/// <summary>One place where two configurations differ.</summary>
/// <param name="Path">Such as <c>model.completion_params.temperature</c> or <c>user_input_form[0]</c>; empty for the whole.</param>
/// <param name="Kind">What became of the place.</param>
/// <param name="Before">The value there; null when it was added.</param>
/// <param name="After">The value there now; null when it was removed.</param>
internal sealed record JsonChange(string Path, JsonChangeKind Kind, JsonElement? Before, JsonElement? After);
