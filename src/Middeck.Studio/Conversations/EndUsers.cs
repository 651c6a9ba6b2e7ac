using System.Collections.Concurrent;
using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Conversations;

/// <summary>The people that an app's own program names. A name becomes a row when it first asks something.</summary>
internal sealed class EndUsers(Database database, TimeProvider clock)
{
    private const int Capacity = 20_000;

    // Rows of end users never change, so an entry is right for as long as the app exists.
    private readonly ConcurrentDictionary<(Guid AppId, string Name), Guid> _known = new();

    /// <summary>The person, or null when the app does not know the name.</summary>
    public async Task<Person?> FindAsync(
        Guid workspaceId, Guid appId, string name, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((appId, name), out var known))
        {
            return Person.EndUser(known);
        }

        var id = await database.ScalarAsync<Guid?>(
            $"""
            SELECT id FROM studio.end_user
            WHERE workspace_id = {workspaceId} AND app_id = {appId} AND external_id = {name}
            """,
            cancellationToken);
        return id is { } found ? Person.EndUser(Remember(appId, name, found)) : null;
    }

    /// <summary>Who a person is; null when the app has no such person.</summary>
    public Task<EndUserRow?> FindAsync(Guid workspaceId, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT id, workspace_id, app_id, external_id, created_at FROM studio.end_user
            WHERE workspace_id = {workspaceId} AND app_id = {appId} AND id = {id}
            """,
            static row => new EndUserRow(
                row.Get<Guid>("id"), row.Get<Guid>("workspace_id"), row.Get<Guid>("app_id"), row.Get<string>("external_id"),
                row.Get<DateTimeOffset>("created_at")),
            cancellationToken);

    /// <summary>The person, made known when the name is new.</summary>
    public async Task<Person> GetAsync(
        Guid workspaceId, Guid appId, string name, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((appId, name), out var known))
        {
            return Person.EndUser(known);
        }

        // The update that changes nothing makes the row come back when it was there before.
        var id = await database.ScalarAsync<Guid>(
            $"""
            INSERT INTO studio.end_user (id, workspace_id, app_id, external_id, created_at)
            VALUES ({Ids.New(clock)}, {workspaceId}, {appId}, {name}, {clock.GetUtcNow()})
            ON CONFLICT (app_id, external_id) DO UPDATE SET external_id = excluded.external_id
            RETURNING id
            """,
            cancellationToken);
        return Person.EndUser(Remember(appId, name, id));
    }

    private Guid Remember(Guid appId, string name, Guid id)
    {
        if (_known.Count >= Capacity)
        {
            _known.Clear();
        }

        return _known[(appId, name)] = id;
    }
}
