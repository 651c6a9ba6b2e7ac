using System.Text.Json.Serialization;

namespace Middeck.Studio.Tools;

/// <summary>Words for people, in the languages of the console.</summary>
/// <param name="Zh">简体中文.</param>
/// <param name="En">English.</param>
internal sealed record ToolWords(
    [property: JsonPropertyName("zh-CN")] string Zh, [property: JsonPropertyName("en")] string En);
