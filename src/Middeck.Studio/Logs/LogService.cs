using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Users;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;
using Middeck.Studio.Insight;

namespace Middeck.Studio.Logs;

/// <summary>Shows the conversations of an app to the people who look after it.</summary>
internal sealed class LogService(
    LogStore logs,
    LogMessageStore extras,
    MessageStore messages,
    InsightStore insight,
    LogExport export,
    AppAccess access,
    IPeople people,
    FileLinks links,
    AuditTrail audit,
    TimeProvider clock)
{
    private static readonly TimeSpan Known = TimeSpan.FromDays(90);

    public async Task<Page<LogConversation>> ListAsync(
        Caller caller, Guid appId, LogFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, appId, cancellationToken);
        var rows = await logs.ListAsync(caller.WorkspaceId, appId, filter, page, cancellationToken);
        var shown = page.ToPage(rows, LogExport.KeyOf);
        var names = await NamesAsync(shown.Data.Select(row => row.UserId), cancellationToken);
        return shown.Select(row => LogConversation.From(row, names));
    }

    public async Task<LogConversation> FindAsync(
        Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, appId, cancellationToken);
        var row = await logs.FindAsync(caller.WorkspaceId, appId, id, cancellationToken) ?? throw ConversationFaults.NotFound();
        return LogConversation.From(row, await NamesAsync([row.UserId], cancellationToken));
    }

    /// <summary>All messages of a conversation, those of branches that are not read any more among them, oldest first.</summary>
    public async Task<Page<LogMessage>> MessagesAsync(
        Caller caller, Guid appId, Guid id, PageRequest page, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, appId, cancellationToken);
        var rows = await messages.ListAllAsync(caller.WorkspaceId, appId, id, page.After, page.Fetch, cancellationToken);
        if (rows.Count == 0 && await logs.FindAsync(caller.WorkspaceId, appId, id, cancellationToken) is null)
        {
            throw ConversationFaults.NotFound();
        }

        var shown = page.ToPage(rows, row => row.Id);
        var found = (await extras.ExtrasAsync([.. shown.Data.Select(row => row.Id)], cancellationToken))
            .ToDictionary(extra => extra.MessageId);
        var names = await NamesAsync(
            [.. found.Values.Select(extra => extra.Operator?.UserId), .. shown.Data.Select(row => row.Annotation?.Account.Id)],
            cancellationToken);
        return shown.Select(row =>
        {
            var extra = found[row.Id];
            return new LogMessage(
                Message.From(caller.WorkspaceId, row, links, names),
                row.ErrorCode,
                extra.Comment,
                extra.AnnotationId,
                extra.Operator is { UserId: { } user } said
                    ? said with { Name = names.GetValueOrDefault(user) }
                    : extra.Operator);
        });
    }

    public async Task RateAsync(
        Caller caller, Guid appId, Guid messageId, RateMessage request, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, appId, cancellationToken);
        if (request.Content is { } content && !StorableJson.IsStorable(content))
        {
            throw new FaultException(Fault.Invalid(
                "messages.invalid_content", "content holds a character that cannot be kept, such as NUL.", "content"));
        }

        if (!await extras.RateAsync(
            caller.WorkspaceId, appId, messageId, caller.UserId, request.Rating, request.Content, clock.GetUtcNow(),
            cancellationToken))
        {
            throw ConversationFaults.MessageNotFound();
        }

        audit.About("message", messageId).Change(null, new { OperatorRating = request.Rating });
    }

    public async Task<LogChoices> ChoicesAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, appId, cancellationToken);
        var kinds = await insight.KindsAsync(
            caller.WorkspaceId, appId, clock.GetUtcNow() - Known, cancellationToken);
        return new LogChoices(
            [.. kinds.Select(kind => kind.Source).Distinct().Order(StringComparer.Ordinal)],
            [.. kinds.Select(kind => kind.Model).Where(model => model.Length > 0).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>Writes all that the filter shows.</summary>
    public async Task<Func<Stream, Task>> ExportAsync(
        Caller caller, Guid appId, LogFilter filter, LogFormat format, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, appId, cancellationToken);
        return stream => export.WriteAsync(stream, caller.WorkspaceId, appId, filter, format, cancellationToken);
    }

    private Task<App> OpenAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
        => access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);

    private Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IEnumerable<Guid?> users, CancellationToken cancellationToken)
        => people.NamesAsync([.. users.OfType<Guid>().Distinct()], cancellationToken);
}
