using Middeck.Core;
using Middeck.Core.Paging;
using Middeck.Models.Gateway;
using Middeck.Storage.Sql;

namespace Middeck.Models.Providers;

/// <summary>The tables <c>models.provider</c> and <c>models.provider_model</c>.</summary>
internal sealed class ProviderStore(Database database)
{
    public Task<List<ProviderRow>> PageAsync(Guid workspaceId, PageRequest page, CancellationToken cancellationToken)
        => ReadAsync(
            database,
            SqlText.Of($"""
                SELECT * FROM models.provider
                WHERE workspace_id = {workspaceId} AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
                ORDER BY id DESC LIMIT {page.Fetch}
                """),
            workspaceId,
            cancellationToken);

    /// <summary>All of a workspace, oldest first.</summary>
    public Task<List<ProviderRow>> AllAsync(Guid workspaceId, CancellationToken cancellationToken)
        => ReadAsync(
            database,
            SqlText.Of($"SELECT * FROM models.provider WHERE workspace_id = {workspaceId} ORDER BY id"),
            workspaceId,
            cancellationToken);

    /// <summary>Those of all workspaces that are in use, oldest first.</summary>
    public Task<List<(Guid WorkspaceId, Guid Id)>> EnabledAsync(CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT workspace_id, id FROM models.provider WHERE enabled ORDER BY id",
            row => (row.Get<Guid>("workspace_id"), row.Get<Guid>("id")),
            cancellationToken);

    public async Task<ProviderRow?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(
            database,
            SqlText.Of($"SELECT * FROM models.provider WHERE workspace_id = {workspaceId} AND id = {id}"),
            workspaceId,
            cancellationToken);
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>Whether it was written: false when the name is taken.</summary>
    public Task<bool> InsertAsync(ProviderRow row, CancellationToken cancellationToken)
        => database.InTransactionAsync(sql => InsertAsync(sql, row, cancellationToken), cancellationToken);

    public static async Task<bool> InsertAsync(ISql sql, ProviderRow row, CancellationToken cancellationToken)
    {
        var inserted = await sql.ExecuteAsync(
            $"""
            INSERT INTO models.provider
                (id, workspace_id, name, kind, base_url, api_key, api_key_hint, trusted, enabled, created_at, updated_at)
            VALUES ({row.Id}, {row.WorkspaceId}, {row.Name}, {row.Kind}, {row.BaseUrl}, {row.ApiKey}, {row.ApiKeyHint},
                {row.Trusted}, {row.Enabled}, {row.CreatedAt}, {row.UpdatedAt})
            ON CONFLICT (workspace_id, name) DO NOTHING
            """,
            cancellationToken);
        if (inserted == 1)
        {
            await WriteModelsAsync(sql, row, cancellationToken);
        }

        return inserted == 1;
    }

    /// <summary>How it ended: null when the provider is gone, false when the name is taken.</summary>
    public Task<bool?> UpdateAsync(ProviderRow row, CancellationToken cancellationToken)
        => database.InTransactionAsync<bool?>(
            async sql =>
            {
                var taken = await sql.ScalarAsync<bool>(
                    $"""
                    SELECT EXISTS (SELECT FROM models.provider
                    WHERE workspace_id = {row.WorkspaceId} AND name = {row.Name} AND id <> {row.Id})
                    """,
                    cancellationToken);
                if (taken)
                {
                    return false;
                }

                var updated = await sql.ExecuteAsync(
                    $"""
                    UPDATE models.provider
                    SET name = {row.Name}, base_url = {row.BaseUrl}, api_key = {row.ApiKey}, api_key_hint = {row.ApiKeyHint},
                        trusted = {row.Trusted}, enabled = {row.Enabled}, status = {row.Status}, last_error = {row.LastError},
                        last_checked_at = {row.LastCheckedAt}, updated_at = {row.UpdatedAt}
                    WHERE workspace_id = {row.WorkspaceId} AND id = {row.Id}
                    """,
                    cancellationToken);
                if (updated == 0)
                {
                    return null;
                }

                await sql.ExecuteAsync(
                    $"DELETE FROM models.provider_model WHERE workspace_id = {row.WorkspaceId} AND provider_id = {row.Id}",
                    cancellationToken);
                await WriteModelsAsync(sql, row, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task SetStatusAsync(
        Guid workspaceId,
        Guid id,
        ProviderStatus status,
        string? error,
        DateTimeOffset at,
        CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE models.provider SET status = {status}, last_error = {error}, last_checked_at = {at}
            WHERE workspace_id = {workspaceId} AND id = {id}
            """,
            cancellationToken);

    public async Task<bool> DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"DELETE FROM models.provider WHERE workspace_id = {workspaceId} AND id = {id}", cancellationToken) > 0;

    private static Task<int> WriteModelsAsync(ISql sql, ProviderRow row, CancellationToken cancellationToken)
    {
        string[] names = [.. row.Models.Select(model => model.Name)];
        string[] types = [.. row.Models.Select(model => SnakeCase.Of(model.Type.ToString()))];
        int?[] contexts = [.. row.Models.Select(model => model.ContextLength)];
        bool[] enabled = [.. row.Models.Select(model => model.Enabled)];
        string?[] currencies = [.. row.Models.Select(model => model.Price?.Currency)];
        decimal?[] inputs = [.. row.Models.Select(model => PriceRules.Number(model.Price?.Input))];
        decimal?[] outputs = [.. row.Models.Select(model => PriceRules.Number(model.Price?.Output))];
        decimal?[] characters = [.. row.Models.Select(model => PriceRules.Number(model.Price?.Characters))];
        decimal?[] minutes = [.. row.Models.Select(model => PriceRules.Number(model.Price?.Minutes))];
        return sql.ExecuteAsync(
            $"""
            INSERT INTO models.provider_model (provider_id, workspace_id, name, type, context_length, enabled,
                price_currency, price_input, price_output, price_characters, price_minutes, position)
            SELECT {row.Id}, {row.WorkspaceId}, model.*
            FROM unnest({names}, {types}, {contexts}, {enabled}, {currencies}, {inputs}, {outputs}, {characters}, {minutes})
                WITH ORDINALITY AS model
            """,
            cancellationToken);
    }

    private static async Task<List<ProviderRow>> ReadAsync(
        Database database, SqlText providers, Guid workspaceId, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(providers, Read, cancellationToken);
        if (rows.Count == 0)
        {
            return rows;
        }

        Guid[] ids = [.. rows.Select(row => row.Id)];
        var models = await database.QueryAsync(
            $"""
            SELECT provider_id, name, type, context_length, enabled, price_currency, price_input, price_output,
                price_characters, price_minutes
            FROM models.provider_model
            WHERE workspace_id = {workspaceId} AND provider_id = ANY({ids}) ORDER BY provider_id, position
            """,
            row => (
                ProviderId: row.Get<Guid>("provider_id"),
                Model: new ProviderModel(
                    row.Get<string>("name"),
                    row.Word<ModelType>("type"),
                    row.Get<int?>("context_length"),
                    row.Get<bool>("enabled"),
                    ReadPrice(row))),
            cancellationToken);
        var byProvider = models.ToLookup(model => model.ProviderId, model => model.Model);
        return rows.ConvertAll(row => row with { Models = [.. byProvider[row.Id]] });
    }

    private static ModelPrice? ReadPrice(Row row)
        => row.Get<string?>("price_currency") is { } currency
            ? new ModelPrice(
                currency,
                Amount(row, "price_input"),
                Amount(row, "price_output"),
                Amount(row, "price_characters"),
                Amount(row, "price_minutes"))
            : null;

    private static string? Amount(Row row, string column)
        => row.Get<decimal?>(column) is { } amount ? Money.Text(amount) : null;

    private static ProviderRow Read(Row row) => new()
    {
        Id = row.Get<Guid>("id"),
        WorkspaceId = row.Get<Guid>("workspace_id"),
        Name = row.Get<string>("name"),
        Kind = row.Get<string>("kind"),
        BaseUrl = row.Get<string>("base_url"),
        ApiKey = row.Get<string?>("api_key"),
        ApiKeyHint = row.Get<string?>("api_key_hint"),
        Trusted = row.Get<bool>("trusted"),
        Enabled = row.Get<bool>("enabled"),
        Status = row.Word<ProviderStatus>("status"),
        LastError = row.Get<string?>("last_error"),
        LastCheckedAt = row.Get<DateTimeOffset?>("last_checked_at"),
        CreatedAt = row.Get<DateTimeOffset>("created_at"),
        UpdatedAt = row.Get<DateTimeOffset>("updated_at"),
    };
}
