using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Workflows.Triggers.Webhook;

/// <summary>What a webhook takes and how it answers, as the DSL's node <c>trigger-webhook</c> says it.</summary>
/// <param name="Method">The one method that it takes.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Headers">What it reads of the headers.</param>
/// <param name="Parameters">What it reads of the address behind the question mark.</param>
/// <param name="Body">What it reads of the body.</param>
/// <param name="IsAsync">Whether it answers before the run is done.</param>
/// <param name="StatusCode">What it answers with, 200 to 399.</param>
/// <param name="ResponseBody">What it answers; empty for a sentence.</param>
/// <param name="Timeout">How long it waits for the run, when it waits.</param>
internal sealed record WebhookSettings(
    string Method,
    string ContentType,
    IReadOnlyList<WebhookField> Headers,
    IReadOnlyList<WebhookField> Parameters,
    IReadOnlyList<WebhookField> Body,
    bool IsAsync,
    int StatusCode,
    string ResponseBody,
    TimeSpan Timeout)
{
    public const string JsonType = "application/json";
    public const string FormType = "application/x-www-form-urlencoded";
    public const string MultipartType = "multipart/form-data";
    public const string TextType = "text/plain";
    public const string BinaryType = "application/octet-stream";

    private const int UsualSeconds = 30;
    private const int MostSeconds = 300;

    public static WebhookSettings Read(JsonElement data) => new(
        data.Member("method").Text() is { Length: > 0 } method ? method.ToUpperInvariant() : HttpMethods.Post,
        data.Member("content_type").Text() is { Length: > 0 } type ? type.ToLowerInvariant() : JsonType,
        WebhookField.ReadList(data.Member("headers")),
        WebhookField.ReadList(data.Member("params")),
        WebhookField.ReadList(data.Member("body")),
        data.Member("async_mode").Flag() ?? true,
        data.Member("status_code").WholeNumber() is >= 200 and < 400 and var status ? status : StatusCodes.Status200OK,
        data.Member("response_body").Text() ?? "",
        TimeSpan.FromSeconds(data.Member("timeout").WholeNumber() is >= 1 and <= MostSeconds and var seconds ? seconds : UsualSeconds));
}
