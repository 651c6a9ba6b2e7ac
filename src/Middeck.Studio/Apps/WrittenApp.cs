using System.Text.Json;

namespace Middeck.Studio.Apps;

/// <summary>The JSON of an app.</summary>
/// <param name="Config">The draft.</param>
/// <param name="Envelope">What the file that it came from says besides.</param>
internal sealed record WrittenApp(JsonElement Config, JsonElement Envelope);
