using Middeck.Studio.Conversations;
using Middeck.Studio.Sites.Talk;
using Middeck.Studio.Sites.Visitors;

namespace Middeck.Studio.Sites.Shares;

/// <summary>Lets visitors share a conversation, and others read it.</summary>
internal sealed class ShareService(ShareStore shares, SiteTalks talks, MessageStore messages)
{
    // What is read of a shared conversation, the latest part of a longer one.
    private const int MostMessages = 200;

    public async Task<SiteShare?> FindAsync(SiteVisitor visitor, Guid conversationId, CancellationToken cancellationToken)
    {
        await talks.FindAsync(visitor, conversationId, cancellationToken);
        return Shown(await shares.FindOfAsync(visitor.WorkspaceId, conversationId, cancellationToken));
    }

    public async Task<SiteShare> ShareAsync(SiteVisitor visitor, Guid conversationId, CancellationToken cancellationToken)
    {
        var conversation = await talks.FindAsync(visitor, conversationId, cancellationToken);
        return Shown(await shares.SaveAsync(visitor.WorkspaceId, conversation, VisitorToken.New(), cancellationToken))
            ?? throw ConversationFaults.NotFound();
    }

    public async Task WithdrawAsync(SiteVisitor visitor, Guid conversationId, CancellationToken cancellationToken)
    {
        await talks.FindAsync(visitor, conversationId, cancellationToken);
        await shares.DeleteAsync(visitor.WorkspaceId, conversationId, cancellationToken);
    }

    /// <summary>What is shared, for whoever may open the page.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>sites.share_not_found</c>.</exception>
    public async Task<SharedConversation> ReadAsync(
        SiteVisitor reader, string shareId, CancellationToken cancellationToken)
    {
        var share = await shares.FindAsync(reader.WorkspaceId, reader.AppId, shareId, cancellationToken)
            ?? throw SiteFaults.ShareNotFound();
        var rows = await messages.ListBranchEndingAsync(
            reader.WorkspaceId, share.ConversationId, share.MessageId, MostMessages, cancellationToken);
        rows.Reverse();
        return new SharedConversation(share.Name, share.CreatedAt, rows.ConvertAll(SharedMessage.Of));
    }

    private static SiteShare? Shown(ShareRow? row) => row is null ? null : new SiteShare(row.Token, row.CreatedAt);
}
