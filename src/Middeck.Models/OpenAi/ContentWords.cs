namespace Middeck.Models.OpenAi;

/// <summary>Says what an answer that could not be read was.</summary>
internal static class ContentWords
{
    public static string Of(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType switch
    {
        "text/html" => "a web page",
        "text/event-stream" => "an event that is not JSON",
        "application/json" => "something that begins like JSON and is none",
        { } other => $"'{other}'",
        null => "something without a type",
    };
}
