using Middeck.Core.Security;
using Middeck.Http.Dialects.Dify;
using Middeck.Http.Security;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Dify;

/// <summary>Who calls Dify's Service API: the app of the key, and the person that the program names.</summary>
internal sealed class DifyCaller(CallerContext context, PublishedApps published, EndUsers endUsers)
{
    private const string Nameless = "DEFAULT-USER";
    private const int LongestName = 255;

    public Caller Caller => context.Caller;

    public Guid WorkspaceId => context.WorkspaceId;

    public Guid AppId => context.Caller.AppId ?? throw AppFaults.NotFound();

    /// <summary>The published app of the key.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>apps.not_published</c>.</exception>
    public async Task<AppSnapshot> AppAsync(CancellationToken cancellationToken)
        => await PublishedAsync(cancellationToken) ?? throw AppFaults.NotPublished();

    /// <summary>The published app of the key; null before it is published.</summary>
    public async Task<AppSnapshot?> PublishedAsync(CancellationToken cancellationToken)
        => await published.FindAsync(AppId, cancellationToken) is { } app && app.WorkspaceId == WorkspaceId ? app : null;

    /// <summary>The name in the request.</summary>
    /// <exception cref="Core.Errors.FaultException">It is missing and needed, or cannot be kept.</exception>
    public static string Name(string? user, bool isNeeded)
    {
        if (string.IsNullOrEmpty(user))
        {
            return isNeeded ? throw DifyFaults.Missing("user") : Nameless;
        }

        return user.Length <= LongestName && StorableJson.IsStorable(user)
            ? user
            : throw DifyFaults.Invalid("user", $"user may have at most {LongestName} characters and no NUL.");
    }

    /// <summary>The person, made known when the name is new.</summary>
    public Task<Person> GetAsync(string name, CancellationToken cancellationToken)
        => endUsers.GetAsync(WorkspaceId, AppId, name, cancellationToken);

    /// <summary>The person, or null for a name that has never asked anything.</summary>
    public Task<Person?> FindAsync(string name, CancellationToken cancellationToken)
        => endUsers.FindAsync(WorkspaceId, AppId, name, cancellationToken);
}
