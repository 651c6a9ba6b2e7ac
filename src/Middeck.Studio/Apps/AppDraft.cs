using System.Text.Json;

namespace Middeck.Studio.Apps;

/// <summary>What is being worked on.</summary>
/// <param name="Revision">Hand it back when saving.</param>
/// <param name="Config">In the shape of the DSL's <c>model_config</c> or <c>workflow</c>, unknown fields kept.</param>
/// <param name="UpdatedAt">When it was saved.</param>
/// <param name="UpdatedBy">Who saved it.</param>
internal sealed record AppDraft(int Revision, JsonElement Config, DateTimeOffset UpdatedAt, Guid? UpdatedBy);
