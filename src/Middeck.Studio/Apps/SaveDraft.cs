using System.Text.Json;

namespace Middeck.Studio.Apps;

/// <summary>Saves a draft.</summary>
/// <param name="Revision">The revision that was changed; refused when another was saved since.</param>
/// <param name="Config">The whole configuration.</param>
public sealed record SaveDraft(int Revision, JsonElement Config);
