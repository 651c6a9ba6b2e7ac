using System.Net;
using System.Security.Cryptography;
using System.Text;
using Middeck.Studio.Conversations;
using Middeck.Studio.Sites.Visitors;

namespace Middeck.Studio.Sites.Limits;

/// <summary>Holds visitors to the limits of their page, over all nodes and restarts.</summary>
internal sealed class SiteLimiter(SiteUseStore uses, TimeProvider clock)
{
    // Whoever throws the cookie away is another visitor: an address gets as much as so many of them.
    private const int VisitorsPerAddress = 20;
    private static readonly UseLimit Codes = new(PerMinute: 5, PerDay: 50);

    /// <summary>Counts questions and refuses those over a limit.</summary>
    /// <param name="visitor">Who asks.</param>
    /// <param name="questions">How many at once; more than one, of a batch, count for the day alone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Core.Errors.FaultException"><c>sites.too_many</c>, <c>sites.too_many_today</c>.</exception>
    public async Task CountAsync(SiteVisitor visitor, int questions, CancellationToken cancellationToken)
    {
        var access = visitor.Page.Access;
        var limit = new UseLimit(questions > 1 ? null : access.RequestsPerMinute, access.RequestsPerDay);
        await TakeAsync(visitor, visitor.Subject, limit, questions, cancellationToken);
        await TakeAsync(visitor, Address(visitor), limit * VisitorsPerAddress, questions, cancellationToken);
    }

    /// <summary>Refuses another answer while as many are being written as one visitor gets at a time.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>sites.too_many_at_once</c>.</exception>
    public async Task EnsureFreeAsync(SiteVisitor visitor, Person person, CancellationToken cancellationToken)
    {
        if (visitor.Page.Access.ConcurrentAnswers is { } most
            && await uses.CountRunningAsync(visitor.WorkspaceId, visitor.AppId, person, cancellationToken) >= most)
        {
            throw SiteFaults.TooManyAtOnce(most);
        }
    }

    /// <summary>Counts an attempt at the access code.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>sites.too_many</c>, <c>sites.too_many_today</c>.</exception>
    public Task CountCodeAsync(SiteVisitor visitor, CancellationToken cancellationToken)
        => TakeAsync(visitor, $"code-{Address(visitor)}", Codes, 1, cancellationToken);

    private async Task TakeAsync(
        SiteVisitor visitor, string subject, UseLimit limit, int weight, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (limit.IsNone || await uses.TakeAsync(visitor.Page, subject, limit, weight, now, cancellationToken))
        {
            return;
        }

        throw await uses.IsDayFullAsync(visitor.AppId, subject, limit, weight, now, cancellationToken)
            ? SiteFaults.TooManyToday(SecondsUntil(UsePeriod.Day(now).AddDays(1), now))
            : SiteFaults.TooMany(SecondsUntil(UsePeriod.Minute(now).AddMinutes(1), now));
    }

    private static int SecondsUntil(DateTimeOffset then, DateTimeOffset now)
        => Math.Max(1, (int)Math.Ceiling((then - now).TotalSeconds));

    // Not as it is: nobody needs to read from which addresses a page is opened.
    private static string Address(SiteVisitor visitor)
    {
        var address = visitor.Address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : visitor.Address ?? IPAddress.None;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{visitor.AppId}:{address}"));
        return $"from-{Convert.ToHexStringLower(hash)[..24]}";
    }
}
