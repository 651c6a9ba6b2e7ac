using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Annotations;

/// <summary>An app's annotations for the people who build it.</summary>
internal sealed class AnnotationService(
    AnnotationStore store,
    AnnotationHitStore hits,
    AnnotationReplyStore replies,
    AnnotationReplyService replyService,
    AnnotationWriter writer,
    MessageStore messages,
    AppAccess access,
    AuditTrail audit)
{
    private const string ObjectKind = "annotation";

    public async Task<Page<Annotation>> ListAsync(
        Caller caller, Guid appId, string? keyword, PageRequest page, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        var rows = await store.ListAsync(caller.WorkspaceId, appId, KeywordOf(keyword), page, cancellationToken);
        return page.ToPage(rows, row => row.Id).Select(Annotation.From);
    }

    public async Task<Annotation> CreateAsync(
        Caller caller, Guid appId, CreateAnnotation request, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var message = request.MessageId is { } messageId
            ? await MessageAsync(caller, appId, messageId, cancellationToken)
            : null;
        var row = await writer.CreateAsync(
            caller.WorkspaceId,
            appId,
            AnnotationText.Of(request.Question ?? message?.Query, request.Answer ?? message?.Answer),
            message?.Id,
            caller.UserId,
            cancellationToken);
        audit.About(ObjectKind, row.Id).Change(null, new { AppId = appId });
        return Annotation.From(row);
    }

    public async Task<Annotation> UpdateAsync(
        Caller caller, Guid appId, Guid id, UpdateAnnotation request, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var before = await FindAsync(caller, appId, id, cancellationToken);
        var text = AnnotationText.Of(request.Question ?? before.Question, request.Answer ?? before.Answer);
        var row = await writer.UpdateAsync(caller.WorkspaceId, appId, id, text, cancellationToken);
        audit.About(ObjectKind, id).Change(new { AppId = appId }, new { AppId = appId });
        return Annotation.From(row);
    }

    public async Task DeleteAsync(Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        if (await writer.DeleteAsync(caller.WorkspaceId, appId, [id], cancellationToken) == 0)
        {
            throw AnnotationFaults.NotFound();
        }

        audit.About(ObjectKind, id).Change(new { AppId = appId }, null);
    }

    public async Task<DeletedAnnotations> DeleteManyAsync(
        Caller caller, Guid appId, DeleteAnnotations request, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var deleted = await writer.DeleteAsync(caller.WorkspaceId, appId, [.. request.Ids], cancellationToken);
        audit.About("app", appId).Change(new { Annotations = deleted }, null);
        return new DeletedAnnotations(deleted);
    }

    public async Task<Page<AnnotationHit>> HitsAsync(
        Caller caller, Guid appId, Guid id, PageRequest page, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        await FindAsync(caller, appId, id, cancellationToken);
        return page.ToPage(await hits.ListAsync(caller.WorkspaceId, id, page, cancellationToken), hit => hit.Id);
    }

    public async Task<AnnotationReplySettings> SettingsAsync(
        Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        return await replies.FindAsync(appId, cancellationToken);
    }

    public async Task<AnnotationReplySettings> SaveSettingsAsync(
        Caller caller, Guid appId, UpdateAnnotationReply request, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var before = await replies.FindAsync(appId, cancellationToken);
        var after = await replyService.SaveAsync(caller.WorkspaceId, appId, request, caller.UserId, cancellationToken);
        audit.About("app", appId, app.Name).Change(Facts(before), Facts(after));
        return after;
    }

    /// <summary>The text that is looked for; null for none.</summary>
    public static string? KeywordOf(string? keyword)
        => string.IsNullOrWhiteSpace(keyword) ? null
            : StorableJson.IsStorable(keyword) ? keyword.Trim()
            : throw AnnotationFaults.InvalidKeyword();

    private static object Facts(AnnotationReplySettings settings)
        => new { AnnotationReply = settings.Enabled, settings.ScoreThreshold, settings.EmbeddingModel };

    private async Task<AnnotationRow> FindAsync(
        Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
        => await store.FindAsync(caller.WorkspaceId, appId, id, cancellationToken) ?? throw AnnotationFaults.NotFound();

    // What other people asked is to be read only by those who may read the logs.
    private async Task<MessageRow> MessageAsync(
        Caller caller, Guid appId, Guid messageId, CancellationToken cancellationToken)
    {
        if (caller.UserId is { } user && await messages.FindAsync(
            caller.WorkspaceId, Person.User(user), appId, messageId, cancellationToken) is { } own)
        {
            return own;
        }

        if (!caller.Has(Permissions.Apps.Logs))
        {
            throw new FaultException(Fault.Forbidden(Permissions.Apps.Logs));
        }

        return await messages.FindOfAppAsync(caller.WorkspaceId, appId, messageId, cancellationToken)
            ?? throw ConversationFaults.MessageNotFound();
    }
}
