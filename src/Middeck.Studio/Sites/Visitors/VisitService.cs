using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Middeck.Studio.Apps;
using Middeck.Studio.Sites.Limits;
using Middeck.Studio.Sites.Publishing;

namespace Middeck.Studio.Sites.Visitors;

/// <summary>Opens public pages.</summary>
internal sealed class VisitService(
    SiteDoor door, SiteStore sites, SitePasses passes, SiteLimiter limiter, IOptions<StudioOptions> options)
{
    public async Task<SiteVisit> BeginAsync(
        string token, BeginVisit request, HttpContext context, CancellationToken cancellationToken)
    {
        var visitor = await door.LookAsync(token, context.Request, cancellationToken);
        var site = await sites.FindAsync(visitor.WorkspaceId, visitor.AppId, cancellationToken) ?? throw SiteFaults.NotFound();
        var isIn = visitor.Entry == SiteEntry.Granted;
        return new SiteVisit(
            site, visitor.App.Mode, visitor.Entry, isIn ? StartOf(visitor.App) : null,
            isIn && AppMode.IsSingle(visitor.App.Mode) ? options.Value.BatchRows : null)
        {
            WorkspaceId = visitor.Page.Access.Mode == SiteAccessMode.SignIn ? visitor.WorkspaceId : null,
            Visitor = Keep(visitor, request, context),
        };
    }

    public async Task SayCodeAsync(
        string token, string code, HttpRequest request, CancellationToken cancellationToken)
    {
        var visitor = await door.LookAsync(token, request, cancellationToken);
        if (visitor.Entry == SiteEntry.Granted)
        {
            return;
        }

        if (visitor.Entry != SiteEntry.Code)
        {
            throw SiteFaults.SignInNeeded();
        }

        // Counted before it is looked at: who guesses on many connections at once gains nothing.
        await limiter.CountCodeAsync(visitor, cancellationToken);
        if (visitor.Page.CodeHash is not { } hash || !AccessCode.IsRight(hash, code))
        {
            throw SiteFaults.WrongCode();
        }

        await passes.GiveAsync(visitor.Page, await door.PersonAsync(visitor, cancellationToken), cancellationToken);
    }

    private AppStart StartOf(AppSnapshot app)
        => AppStart.Of(app.Version!.Value, app.Config) with { MaxFileBytes = options.Value.MaxBytesByKind() };

    // A member is known by signing in, and somebody who came before is known already.
    private static string? Keep(SiteVisitor visitor, BeginVisit request, HttpContext context)
    {
        if (visitor.Page.Access.Mode == SiteAccessMode.SignIn || visitor.Name is not null)
        {
            return null;
        }

        var made = VisitorToken.New();
        if (request.Embedded)
        {
            return made;
        }

        VisitorToken.Keep(context.Response, made);
        return null;
    }
}
