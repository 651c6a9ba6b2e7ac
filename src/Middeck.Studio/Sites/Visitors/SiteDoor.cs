using Microsoft.AspNetCore.Http;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;
using Middeck.Studio.Sites.Publishing;

namespace Middeck.Studio.Sites.Visitors;

/// <summary>Lets visitors in: looks at the page, the network and what they show.</summary>
internal sealed class SiteDoor(
    PublicationStore publications,
    PublishedApps apps,
    EndUsers people,
    SitePasses passes,
    VouchedUser vouched,
    CallerContext context,
    IResourceAccess access,
    TimeProvider clock)
{
    /// <summary>Who stands there, be it before the door.</summary>
    /// <exception cref="Core.Errors.FaultException">There is nothing behind the address, or not for this network.</exception>
    public async Task<SiteVisitor> LookAsync(string token, HttpRequest request, CancellationToken cancellationToken)
    {
        var page = await publications.FindByTokenAsync(token, cancellationToken) ?? throw SiteFaults.NotFound();
        if (!page.Access.Enabled)
        {
            throw SiteFaults.Off();
        }

        var address = request.HttpContext.Connection.RemoteIpAddress;
        if (!SiteNetwork.Allows(page.Access.Networks, address))
        {
            throw SiteFaults.NetworkRefused();
        }

        if (page.Access.ExpiresAt <= clock.GetUtcNow())
        {
            throw SiteFaults.Expired();
        }

        var app = await apps.FindAsync(page.AppId, cancellationToken) ?? throw SiteFaults.NotPublished();
        if (page.Access.Mode == SiteAccessMode.SignIn)
        {
            var member = await MemberAsync(page, cancellationToken);
            return new SiteVisitor(page, app, member is null ? SiteEntry.SignIn : SiteEntry.Granted, member, null, address);
        }

        var name = vouched.Of(request, page)
            ?? (VisitorToken.Of(request) is { } shown ? VisitorToken.NameOf(page.AppId, shown) : null);
        var isOpen = page.Access.Mode == SiteAccessMode.Open
            || (name is not null && await passes.HasAsync(page, name, cancellationToken));
        return new SiteVisitor(page, app, isOpen ? SiteEntry.Granted : SiteEntry.Code, null, name, address);
    }

    /// <summary>Who has come in.</summary>
    /// <exception cref="Core.Errors.FaultException">The same as for looking, and what is still to be shown.</exception>
    public async Task<SiteVisitor> EnterAsync(string token, HttpRequest request, CancellationToken cancellationToken)
    {
        var visitor = await LookAsync(token, request, cancellationToken);
        return visitor.Entry switch
        {
            SiteEntry.Granted => visitor,
            SiteEntry.Code => throw SiteFaults.CodeNeeded(),
            _ => throw SiteFaults.SignInNeeded(),
        };
    }

    /// <summary>The person that a visitor is; null when they never asked anything.</summary>
    public async Task<Person?> FindPersonAsync(SiteVisitor visitor, CancellationToken cancellationToken)
        => visitor.Member ?? (visitor.Name is { } name
            ? await people.FindAsync(visitor.WorkspaceId, visitor.AppId, name, cancellationToken)
            : null);

    /// <summary>The person that a visitor is, made known when they are new.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>sites.visitor_unknown</c>.</exception>
    public async Task<Person> PersonAsync(SiteVisitor visitor, CancellationToken cancellationToken)
        => visitor.Member ?? await people.GetAsync(
            visitor.WorkspaceId, visitor.AppId, visitor.Name ?? throw SiteFaults.VisitorUnknown(), cancellationToken);

    private async Task<Guid?> MemberAsync(PublicationRow page, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        if (caller is not { Kind: CallerKind.User, UserId: { } userId })
        {
            return null;
        }

        return caller.WorkspaceId == page.WorkspaceId
            && caller.Has(Permissions.Apps.Use)
            && (await access.VisibleAsync(caller, ResourceKind.App, [page.AppId], cancellationToken)).Contains(page.AppId)
                ? userId
                : throw SiteFaults.NotMember();
    }
}
