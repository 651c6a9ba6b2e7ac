using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Models.Usage;

/// <summary>
/// Writes usage rows in groups: whoever finds nobody writing writes what is there, and what comes meanwhile goes with the next
/// statement. A lone row waits for nobody, a thousand at once are a few statements, and one connection is all it takes.
/// </summary>
internal sealed partial class UsageWriter(
    Database database, IOptions<UsageOptions> options, TimeProvider clock, ILogger<UsageWriter> logger)
{
    private const int MostRows = 1000;

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    private readonly Lock _lock = new();
    private readonly Queue<Pending> _waiting = new();
    private bool _isWriting;

    /// <summary>Returns when PostgreSQL has acknowledged the row.</summary>
    /// <exception cref="FaultException"><c>models.usage_not_recorded</c>: the database did not take it in about three seconds.</exception>
    public Task WriteAsync(UsageRow row)
    {
        var pending = new Pending(row, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_lock)
        {
            _waiting.Enqueue(pending);
            if (_isWriting)
            {
                return pending.Done.Task;
            }

            _isWriting = true;
        }

        _ = WriteWaitingAsync();
        return pending.Done.Task;
    }

    private async Task WriteWaitingAsync()
    {
        while (Take() is { Count: > 0 } group)
        {
            try
            {
                await InsertPatientlyAsync([.. group.Select(pending => pending.Row)]);
                group.ForEach(pending => pending.Done.SetResult());
            }
            catch (Exception ex)
            {
                LogFailed(ex, group.Count);
                var fault = new FaultException(
                    new Fault(
                        FaultKind.Unavailable,
                        "models.usage_not_recorded",
                        "The call's usage could not be recorded because the database did not answer. Try again."),
                    ex);
                group.ForEach(pending => pending.Done.SetException(fault));
            }
        }
    }

    private List<Pending> Take()
    {
        lock (_lock)
        {
            var group = new List<Pending>(Math.Min(_waiting.Count, MostRows));
            while (group.Count < MostRows && _waiting.TryDequeue(out var pending))
            {
                group.Add(pending);
            }

            _isWriting = group.Count > 0;
            return group;
        }
    }

    private async Task InsertPatientlyAsync(IReadOnlyList<UsageRow> rows)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await InsertAsync(rows, CancellationToken.None);
                return;
            }
            catch (NpgsqlException ex) when (tries < Waits.Length && ex.IsTransient)
            {
                // The database may be restarting. Rows that did arrive are skipped by their key.
                await Task.Delay(Waits[tries], clock, CancellationToken.None);
            }
        }
    }

    private Task<int> InsertAsync(IReadOnlyList<UsageRow> rows, CancellationToken cancellationToken)
    {
        var calls = rows.Select(row => row.Call).ToArray();
        var commit = options.Value.Durability == UsageDurability.Commit ? "on" : "off";
        // set_config holds for this one statement's transaction, which saves the round trips of BEGIN, SET and COMMIT.
        return database.ExecuteAsync(
            $"""
            WITH durability AS (SELECT set_config('synchronous_commit', {commit}, true))
            INSERT INTO models.usage
                (id, workspace_id, at, provider, model, type, source, app_id, user_id, key_id, end_user, run_id,
                input_tokens, output_tokens, characters, audio_seconds, cost, currency, estimated, ttft_ms, duration_ms, status,
                error_code)
            SELECT call.* FROM durability, unnest(
                {Column(rows, row => row.Call.Id)},
                {Column(rows, row => row.WorkspaceId)},
                {Column(calls, call => call.At)},
                {Column(calls, call => call.Provider)},
                {Column(calls, call => call.Model)},
                {Column(calls, call => SnakeCase.Of(call.Type.ToString()))},
                {Column(calls, call => call.Source)},
                {Column(calls, call => call.AppId)},
                {Column(calls, call => call.UserId)},
                {Column(calls, call => call.KeyId)},
                {Column(calls, call => call.EndUser)},
                {Column(calls, call => call.RunId)},
                {Column(calls, call => call.InputTokens)},
                {Column(calls, call => call.OutputTokens)},
                {Column(calls, call => call.Characters)},
                {Column(calls, call => call.AudioSeconds)},
                {Column(calls, CostOf)},
                {Column(calls, call => call.Cost?.Currency)},
                {Column(calls, call => call.Estimated)},
                {Column(calls, call => call.TtftMs)},
                {Column(calls, call => call.DurationMs)},
                {Column(calls, call => SnakeCase.Of(call.Status.ToString()))},
                {Column(calls, call => call.ErrorCode)}) AS call
            ON CONFLICT (id) DO NOTHING
            """,
            cancellationToken);
    }

    private static decimal? CostOf(UsageCall call)
        => call.Cost is { } cost ? decimal.Parse(cost.Amount, CultureInfo.InvariantCulture) : null;

    private static TValue[] Column<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value) => [.. rows.Select(value)];

    [LoggerMessage(LogLevel.Error, "{Count} usage rows could not be written.")]
    private partial void LogFailed(Exception exception, int count);

    private readonly record struct Pending(UsageRow Row, TaskCompletionSource Done);
}
