using System.Text.Json;

namespace Middeck.Studio.Apps.Problems;

/// <summary>Asks what is wrong with a configuration that is not saved.</summary>
/// <param name="Config">The whole configuration.</param>
public sealed record CheckApp(JsonElement Config);
