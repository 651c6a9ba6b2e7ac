using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Models.Gateway;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;
using Middeck.Studio.Sites.Visitors;
using Middeck.Studio.Suggestions;

namespace Middeck.Studio.Sites.Talk;

/// <summary>A visitor's own conversations with the app. What they tried out elsewhere, and other apps', do not stand here.</summary>
internal sealed class SiteTalks(
    SiteDoor door,
    ConversationStore conversations,
    MessageStore messages,
    ConversationRemoval removal,
    FeedbackStore feedback,
    SuggestionService suggestions,
    FileLinks links,
    TimeProvider clock)
{
    public async Task<Page<SiteConversation>> ListAsync(
        SiteVisitor visitor, PageRequest page, CancellationToken cancellationToken)
    {
        if (await door.FindPersonAsync(visitor, cancellationToken) is not { } person)
        {
            return new Page<SiteConversation>([], HasMore: false, NextCursor: null);
        }

        var rows = await conversations.ListAsync(
            new ConversationQuery(
                visitor.WorkspaceId, person, visitor.AppId, Draft: false, ConversationOrder.LatestFirst, page.After, page.Fetch),
            cancellationToken);
        return page.ToPage(rows, row => row.Id).Select(SiteConversation.Of);
    }

    /// <exception cref="FaultException"><c>conversations.not_found</c>.</exception>
    public async Task<ConversationRow> FindAsync(SiteVisitor visitor, Guid id, CancellationToken cancellationToken)
        => await door.FindPersonAsync(visitor, cancellationToken) is { } person
            && await conversations.FindAsync(visitor.WorkspaceId, person, visitor.AppId, id, cancellationToken) is { } row
                ? row
                : throw ConversationFaults.NotFound();

    public async Task<SiteConversation> RenameAsync(
        SiteVisitor visitor, Guid id, string name, CancellationToken cancellationToken)
    {
        if (!StorableJson.IsStorable(name))
        {
            throw new FaultException(Fault.Invalid(
                "conversations.invalid_name", "name holds a character that cannot be kept, such as NUL.", "name"));
        }

        var row = await FindAsync(visitor, id, cancellationToken);
        await conversations.RenameAsync(visitor.WorkspaceId, id, name, cancellationToken);
        return SiteConversation.Of(row with { Name = name });
    }

    public async Task DeleteAsync(SiteVisitor visitor, Guid id, CancellationToken cancellationToken)
    {
        await FindAsync(visitor, id, cancellationToken);
        await removal.RemoveAsync(visitor.WorkspaceId, id, cancellationToken);
    }

    /// <summary>Chooses another branch.</summary>
    public async Task<CurrentMessage> ChooseAsync(
        SiteVisitor visitor, Guid id, Guid messageId, CancellationToken cancellationToken)
    {
        await FindAsync(visitor, id, cancellationToken);
        return await conversations.ChooseAsync(visitor.WorkspaceId, id, messageId, cancellationToken) is { } chosen
            ? new CurrentMessage(chosen)
            : throw ConversationFaults.MessageNotFound();
    }

    /// <summary>A page of messages of the branch that is read, oldest first; the cursor leads to older ones.</summary>
    public async Task<Page<SiteMessage>> MessagesAsync(
        SiteVisitor visitor, Guid id, PageRequest page, CancellationToken cancellationToken)
    {
        await FindAsync(visitor, id, cancellationToken);
        var rows = await messages.ListBranchAsync(visitor.WorkspaceId, id, page.After, page.Fetch, cancellationToken);
        var newestFirst = page.ToPage(rows, row => row.Id).Select(row => SiteMessage.Of(visitor.WorkspaceId, row, links));
        return newestFirst with { Data = [.. newestFirst.Data.Reverse()] };
    }

    /// <summary>A page of the visitor's runs of an app that has no conversations, newest first.</summary>
    public async Task<Page<SiteMessage>> ResultsAsync(
        SiteVisitor visitor, PageRequest page, CancellationToken cancellationToken)
    {
        if (await door.FindPersonAsync(visitor, cancellationToken) is not { } person)
        {
            return new Page<SiteMessage>([], HasMore: false, NextCursor: null);
        }

        var rows = await messages.ListSingleAsync(
            visitor.WorkspaceId, person, visitor.AppId, draft: false, page.After, page.Fetch, cancellationToken);
        return page.ToPage(rows, row => row.Id).Select(row => SiteMessage.Of(visitor.WorkspaceId, row, links));
    }

    public async Task RateAsync(
        SiteVisitor visitor, Guid messageId, RateMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content && !StorableJson.IsStorable(content))
        {
            throw new FaultException(Fault.Invalid(
                "messages.invalid_content", "content holds a character that cannot be kept, such as NUL.", "content"));
        }

        var person = await door.FindPersonAsync(visitor, cancellationToken) ?? throw ConversationFaults.MessageNotFound();
        if (!await feedback.SaveAsync(
            visitor.WorkspaceId, person, visitor.AppId, messageId, request.Rating, request.Content, clock.GetUtcNow(),
            cancellationToken))
        {
            throw ConversationFaults.MessageNotFound();
        }
    }

    public async Task<SuggestedQuestions> SuggestAsync(
        SiteVisitor visitor, Guid messageId, CancellationToken cancellationToken)
    {
        var person = await door.FindPersonAsync(visitor, cancellationToken) ?? throw ConversationFaults.MessageNotFound();
        try
        {
            return new SuggestedQuestions(await suggestions.FindAsync(
                new ModelCaller(visitor.WorkspaceId, "app", visitor.AppId, visitor.UserId, EndUser: visitor.Name),
                person, visitor.AppId, messageId, cancellationToken));
        }
        catch (FaultException ex)
        {
            throw SiteFailure.Told(ex);
        }
    }
}
