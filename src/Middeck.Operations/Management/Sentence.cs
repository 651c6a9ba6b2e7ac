using System.Text.Json.Serialization;
using Middeck.Operations.Language;

namespace Middeck.Operations.Management;

/// <summary>A sentence in both languages, as the console reads it.</summary>
/// <param name="English">In English.</param>
/// <param name="Chinese">In simplified Chinese.</param>
public sealed record Sentence(
    [property: JsonPropertyName("en")] string English, [property: JsonPropertyName("zh-CN")] string Chinese)
{
    /// <summary>A message of a command or a check.</summary>
    public static Sentence Of(Message message) => new(message.English, message.Chinese);

    internal static Sentence? OfNullable(Message? message) => message is null ? null : Of(message);
}
