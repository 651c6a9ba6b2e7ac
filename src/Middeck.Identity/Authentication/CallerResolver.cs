using System.Collections.Frozen;
using Middeck.Core.Security;
using Middeck.Identity.Changes;
using Middeck.Identity.Keys;
using Middeck.Identity.Roles;
using Middeck.Identity.Tokens;

namespace Middeck.Identity.Authentication;

/// <summary>Turns a bearer credential into a caller: an access token into a person, a key into a program.</summary>
internal sealed class CallerResolver(
    AccessTokens tokens,
    PersonStateStore people,
    KeyStateStore keys,
    StateCache<Guid, PersonState> knownPeople,
    StateCache<string, KeyState> knownKeys,
    TimeProvider clock)
{
    // Ours have 36 to 40 characters.
    private const int MaxKeyLength = 200;

    public async ValueTask<CallerOutcome> ResolveAsync(
        string credential, NamedWorkspace named, CancellationToken cancellationToken)
        => KeyText.HasPrefix(credential)
            ? await ResolveKeyAsync(credential, named, cancellationToken)
            : await ResolvePersonAsync(credential, named, cancellationToken);

    private async ValueTask<CallerOutcome> ResolvePersonAsync(
        string token, NamedWorkspace named, CancellationToken cancellationToken)
    {
        if (!tokens.TryRead(token, out var claims, out var refusal))
        {
            return new CallerOutcome.Refused(refusal);
        }

        var person = await knownPeople.GetAsync(claims.SessionId, people.LoadAsync, cancellationToken);
        if (person is null || person.UserId != claims.UserId)
        {
            return new CallerOutcome.Refused("The session has ended. Sign in again.");
        }

        var workspaceId = named.IsNamed ? named.Id : person.HomeWorkspaceId ?? Guid.Empty;
        var role = person.RoleIn(workspaceId);
        var caller = new Caller
        {
            Kind = CallerKind.User,
            UserId = person.UserId,
            SessionId = claims.SessionId,
            WorkspaceId = role is null ? Guid.Empty : workspaceId,
            Name = person.Email,
            Role = role,
            IsInstallationAdmin = person.InstallationAdmin,
            Permissions = role is null ? FrozenSet<string>.Empty : RoleCatalogue.Get(role).Permissions,
        };
        return new CallerOutcome.Known(caller, WorkspaceMissing: named.IsNamed && role is null);
    }

    private async ValueTask<CallerOutcome> ResolveKeyAsync(
        string text, NamedWorkspace named, CancellationToken cancellationToken)
    {
        var key = text.Length > MaxKeyLength
            ? null
            : await knownKeys.GetAsync(Convert.ToHexString(SecretToken.Hash(text)), keys.LoadAsync, cancellationToken);
        if (key is null)
        {
            return new CallerOutcome.Refused("The API key is not valid or was revoked.");
        }

        if (key.ExpiresAt <= clock.GetUtcNow())
        {
            return new CallerOutcome.Refused("The API key has expired.");
        }

        if (key is { Kind: ApiKeyKind.Management, CreatedBy: not null, CreatorRole: null })
        {
            return new CallerOutcome.Refused("The person who made this API key no longer belongs to the workspace.");
        }

        var caller = new Caller
        {
            Kind = key.Kind switch
            {
                ApiKeyKind.App => CallerKind.AppKey,
                ApiKeyKind.Dataset => CallerKind.DatasetKey,
                _ => CallerKind.ManagementKey,
            },
            WorkspaceId = key.WorkspaceId,
            KeyId = key.KeyId,
            KeyCreatorId = key.CreatedBy,
            AppId = key.Kind == ApiKeyKind.App ? key.ResourceId : null,
            Name = key.Name,
            Permissions = Scopes(key),
        };
        return new CallerOutcome.Known(caller, WorkspaceMissing: named.InPath && named.Id != key.WorkspaceId);
    }

    // A management key never does more than the person who made it may do today; the other kinds have no scopes.
    private static FrozenSet<string> Scopes(KeyState key)
        => (key.Kind, key.CreatorRole) switch
        {
            (not ApiKeyKind.Management, _) => FrozenSet<string>.Empty,
            (_, null) => key.Scopes.ToFrozenSet(StringComparer.Ordinal),
            (_, var role) => key.Scopes.Where(RoleCatalogue.Get(role).Permissions.Contains).ToFrozenSet(StringComparer.Ordinal),
        };
}
