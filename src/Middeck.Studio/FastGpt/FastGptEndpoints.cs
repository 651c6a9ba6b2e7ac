using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Http.Streaming;
using Middeck.Studio.Chat;

namespace Middeck.Studio.FastGpt;

/// <summary>FastGPT's API for an app's key: <c>POST /api/v1/chat/completions</c> and <c>GET /api/v1/models</c>.</summary>
internal static class FastGptEndpoints
{
    public static void MapFastGpt(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").WithTags("FastGPT").WithMetadata(new FastGptEndpointMetadata())
            .RequirePermission(Permissions.Service.App);
        group.MapPost("/chat/completions", AskAsync).WithName("FastGptChatCompletion").WithSummary("Ask in FastGPT's dialect")
            .Accepts<FastGptRequest>("application/json")
            .Produces<FastGptAnswer>().Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        // The management API has the same address, and is what the description tells of.
        group.MapGet("/models", ModelsAsync).WithMetadata(new KeyPrefix("app-")).ExcludeFromDescription();
    }

    private static async Task<IResult> AskAsync(
        JsonElement body, CallerContext context, FastGptChat chat, CancellationToken cancellationToken)
    {
        var request = Read(body);
        var run = await chat.StartAsync(context.Caller, request, body, cancellationToken);
        var id = request.ChatId ?? "";
        if (request.Stream)
        {
            return new SseResult(new FastGptEvents(run, id, request.Detail).ReadAsync(cancellationToken));
        }

        return await run.Stream.End.WaitAsync(cancellationToken) switch
        {
            RunEvent.Ended ended => TypedResults.Json(Whole(run, ended, request, id), FastGptJson.Camel),
            RunEvent.Failed { Failure: var failure } => TypedResults.Json(
                new FastGptError(failure.Status, failure.Code, failure.Message, null), FastGptJson.Camel,
                statusCode: failure.Status),
            _ => throw new UnreachableException(),
        };
    }

    private static FastGptAnswer Whole(ChatRun run, RunEvent.Ended ended, FastGptRequest request, string id)
    {
        var usage = new FastGptAnswer.Tokens(
            ended.Usage.PromptTokens, ended.Usage.CompletionTokens, ended.Usage.PromptTokens + ended.Usage.CompletionTokens);
        var answer = FastGptAnswer.Whole(id, ended.Answer, usage);
        return request.Detail
            ? answer with
            {
                ResponseData = FastGptNode.Of(run, ended),
                NewVariables = request.Variables ?? JsonSerializer.SerializeToElement(new Dictionary<string, string>()),
            }
            : answer;
    }

    private static FastGptRequest Read(JsonElement body)
    {
        try
        {
            return body.Deserialize<FastGptRequest>(FastGptJson.Camel)
                ?? throw new FaultException(Fault.Invalid("invalid_body", "The body must be a JSON object."));
        }
        catch (JsonException ex)
        {
            throw new FaultException(Fault.Invalid(
                "invalid_body", $"The value at {ex.Path?.TrimStart('$', '.')} has the wrong type.", ex.Path?.TrimStart('$', '.')));
        }
    }

    private static async Task<IResult> ModelsAsync(
        CallerContext context, FastGptChat chat, CancellationToken cancellationToken)
    {
        var app = await chat.AppAsync(context.Caller, cancellationToken);
        return TypedResults.Json(
            new { Object = "list", Data = new[] { new { Id = app.Id, Object = "model", OwnedBy = "middeck", app.Name } } },
            FastGptJson.Camel);
    }
}
