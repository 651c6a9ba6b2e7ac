using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Users;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Files;

namespace Middeck.Studio.Conversations;

/// <summary>A person's own conversations in the console.</summary>
internal sealed class ConversationService(
    ConversationStore conversations,
    MessageStore messages,
    FeedbackStore feedback,
    AppAccess access,
    ConversationRemoval removal,
    FileLinks links,
    IPeople people,
    TimeProvider clock)
{
    private const int LongestSearch = 200;

    public async Task<Page<Conversation>> ListAsync(
        Caller caller, Person person, Guid? appId, bool draft, string? search, PageRequest page,
        CancellationToken cancellationToken)
    {
        if (search is not null && (search.Length > LongestSearch || !StorableJson.IsStorable(search)))
        {
            throw ConversationFaults.InvalidSearch();
        }

        if (appId is { } app)
        {
            await access.FindAsync(caller, app, AccessLevel.Use, cancellationToken);
        }

        var rows = await conversations.ListAsync(
            new ConversationQuery(
                caller.WorkspaceId, person, appId, draft, ConversationOrder.LatestFirst, page.After, page.Fetch)
            {
                Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
            },
            cancellationToken);
        return page.ToPage(rows, row => row.Id).Select(Conversation.From);
    }

    public async Task<Conversation> FindAsync(
        Caller caller, Person person, Guid id, CancellationToken cancellationToken)
        => Conversation.From(await OpenAsync(caller, person, id, cancellationToken));

    public async Task<Conversation> RenameAsync(
        Caller caller, Person person, Guid id, string name, AuditTrail audit, CancellationToken cancellationToken)
    {
        if (!StorableJson.IsStorable(name))
        {
            throw new FaultException(Fault.Invalid(
                "conversations.invalid_name", "name holds a character that cannot be kept, such as NUL.", "name"));
        }

        var row = await OpenAsync(caller, person, id, cancellationToken);
        await conversations.RenameAsync(caller.WorkspaceId, id, name, cancellationToken);
        audit.About("conversation", id);
        return Conversation.From(row with { Name = name });
    }

    public async Task DeleteAsync(
        Caller caller, Person person, Guid id, AuditTrail audit, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, person, id, cancellationToken);
        await removal.RemoveAsync(caller.WorkspaceId, id, cancellationToken);
        audit.About("conversation", id);
    }

    /// <summary>Chooses another branch.</summary>
    public async Task<CurrentMessage> ChooseAsync(
        Caller caller, Person person, Guid id, Guid messageId, AuditTrail audit, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, person, id, cancellationToken);
        audit.About("conversation", id);
        return await conversations.ChooseAsync(caller.WorkspaceId, id, messageId, cancellationToken) is { } chosen
            ? new CurrentMessage(chosen)
            : throw ConversationFaults.MessageNotFound();
    }

    /// <summary>A page of messages of the branch that is read, oldest first; the cursor leads to older ones.</summary>
    public async Task<Page<Message>> MessagesAsync(
        Caller caller, Person person, Guid id, PageRequest page, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, person, id, cancellationToken);
        var rows = await messages.ListBranchAsync(
            caller.WorkspaceId, id, page.After, page.Fetch, cancellationToken);
        var newestFirst = await ShowAsync(caller, page.ToPage(rows, row => row.Id), cancellationToken);
        return newestFirst with { Data = [.. newestFirst.Data.Reverse()] };
    }

    /// <summary>A page of the person's runs of an app that has no conversations, newest first.</summary>
    public async Task<Page<Message>> ResultsAsync(
        Caller caller, Person person, Guid appId, bool draft, PageRequest page, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        var rows = await messages.ListSingleAsync(
            caller.WorkspaceId, person, appId, draft, page.After, page.Fetch, cancellationToken);
        return await ShowAsync(caller, page.ToPage(rows, row => row.Id), cancellationToken);
    }

    public async Task RateAsync(
        Caller caller, Person person, Guid messageId, RateMessage request, AuditTrail audit,
        CancellationToken cancellationToken)
    {
        if (request.Content is { } content && !StorableJson.IsStorable(content))
        {
            throw new FaultException(Fault.Invalid(
                "messages.invalid_content", "content holds a character that cannot be kept, such as NUL.", "content"));
        }

        if (!await feedback.SaveAsync(
            caller.WorkspaceId, person, appId: null, messageId, request.Rating, request.Content, clock.GetUtcNow(),
            cancellationToken))
        {
            throw ConversationFaults.MessageNotFound();
        }

        audit.About("message", messageId).Change(null, new { request.Rating });
    }

    // An annotation is shown with the name of who wrote it.
    private async Task<Page<Message>> ShowAsync(
        Caller caller, Page<MessageRow> rows, CancellationToken cancellationToken)
    {
        Guid[] authors = [.. rows.Data.Select(row => row.Annotation?.Account.Id).OfType<Guid>().Distinct()];
        var names = authors.Length == 0
            ? new Dictionary<Guid, string>()
            : await people.NamesAsync(authors, cancellationToken);
        return rows.Select(row => Message.From(caller.WorkspaceId, row, links, names));
    }

    private async Task<ConversationRow> OpenAsync(
        Caller caller, Person person, Guid id, CancellationToken cancellationToken)
        => await conversations.FindAsync(caller.WorkspaceId, person, appId: null, id, cancellationToken)
            ?? throw ConversationFaults.NotFound();
}
