using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Logs;

internal static class LogEndpoints
{
    public static void MapLogEndpoints(this IEndpointRouteBuilder routes)
    {
        var app = routes.MapGroup("/api/v1/apps/{id:guid}").WithTags("Logs").RequirePermission(Permissions.Apps.Logs);
        app.MapGet("/logs", ListAsync).WithName("ListAppLogs")
            .WithSummary("List the conversations of all users with an app, latest activity first");
        app.MapGet("/logs/choices", ChoicesAsync).WithName("GetAppLogChoices")
            .WithSummary("Read which places and models the log of an app can be narrowed down to");
        app.MapGet("/logs/export", ExportAsync).WithName("ExportAppLogs")
            .WithSummary("Get the messages of all conversations that the filter shows, as CSV or JSON lines")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", "application/jsonl");
        app.MapGet("/logs/{conversationId:guid}", FindAsync).WithName("GetAppLog")
            .WithSummary("Read a conversation of anybody with an app, without its messages");
        app.MapGet("/logs/{conversationId:guid}/messages", MessagesAsync).WithName("ListAppLogMessages")
            .WithSummary("Read all messages of a conversation in all their branches, oldest first");
        app.MapPut("/messages/{messageId:guid}/operator-feedback", RateAsync).WithName("RateMessageAsOperator")
            .WithSummary("Say what one thinks of an answer that somebody else was given");
    }

    private static async Task<Ok<Page<LogConversation>>> ListAsync(
        Guid id,
        [AsParameters] LogQuery query,
        int? limit,
        string? cursor,
        CallerContext context,
        LogService logs,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await logs.ListAsync(
            context.Caller, id, query.ToFilter(id), PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<LogChoices>> ChoicesAsync(
        Guid id, CallerContext context, LogService logs, CancellationToken cancellationToken)
        => TypedResults.Ok(await logs.ChoicesAsync(context.Caller, id, cancellationToken));

    private static async Task<PushStreamHttpResult> ExportAsync(
        Guid id,
        string? format,
        [AsParameters] LogQuery query,
        CallerContext context,
        LogService logs,
        CancellationToken cancellationToken)
    {
        var chosen = FormatOf(format);
        var write = await logs.ExportAsync(context.Caller, id, query.ToFilter(id), chosen, cancellationToken);
        return chosen == LogFormat.Csv
            ? TypedResults.Stream(write, "text/csv; charset=utf-8", "logs.csv")
            : TypedResults.Stream(write, "application/jsonl; charset=utf-8", "logs.jsonl");
    }

    private static async Task<Ok<LogConversation>> FindAsync(
        Guid id, Guid conversationId, CallerContext context, LogService logs, CancellationToken cancellationToken)
        => TypedResults.Ok(await logs.FindAsync(context.Caller, id, conversationId, cancellationToken));

    private static async Task<Ok<Page<LogMessage>>> MessagesAsync(
        Guid id,
        Guid conversationId,
        int? limit,
        string? cursor,
        CallerContext context,
        LogService logs,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await logs.MessagesAsync(
            context.Caller, id, conversationId, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<NoContent> RateAsync(
        Guid id,
        Guid messageId,
        RateMessage body,
        CallerContext context,
        LogService logs,
        CancellationToken cancellationToken)
    {
        await logs.RateAsync(context.Caller, id, messageId, body, cancellationToken);
        return TypedResults.NoContent();
    }

    private static LogFormat FormatOf(string? word)
        => string.IsNullOrEmpty(word) ? LogFormat.Csv
            : SnakeCase.TryParse<LogFormat>(word, out var format) ? format
            : throw new FaultException(Fault.Invalid("logs.invalid_format", "format must be csv or jsonl.", "format"));
}
