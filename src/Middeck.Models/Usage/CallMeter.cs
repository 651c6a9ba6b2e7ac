using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Models.Usage;

/// <summary>Times one call and writes its usage row.</summary>
internal sealed partial class CallMeter(
    ModelCaller caller,
    ResolvedModel model,
    UsageWriter writer,
    ModelsMetrics metrics,
    TimeProvider clock,
    ILogger<CallMeter> logger)
{
    private readonly Guid _id = Ids.New(clock);
    private readonly DateTimeOffset _at = clock.GetUtcNow();
    private readonly long _started = clock.GetTimestamp();
    private TimeSpan? _firstToken;

    public void FirstToken() => _firstToken ??= clock.GetElapsedTime(_started);

    /// <summary>Returns when the row is in the database.</summary>
    /// <exception cref="FaultException"><c>models.usage_not_recorded</c>.</exception>
    public Task EndAsync(TokenCount tokens, UsageStatus status, string? errorCode)
    {
        var duration = clock.GetElapsedTime(_started);
        metrics.CallEnded(model, status, duration, _firstToken, tokens);
        return writer.WriteAsync(new UsageRow(caller.WorkspaceId, new UsageCall(
            _id,
            _at,
            model.Connection.Name,
            model.Model,
            model.Type,
            caller.Source,
            caller.AppId,
            caller.UserId,
            caller.KeyId,
            caller.EndUser,
            caller.RunId,
            tokens.Input,
            tokens.Output,
            tokens.Characters,
            tokens.Seconds ?? 0,
            Pricing.Of(model.Price, tokens) is { } cost ? new UsageCost(Money.Text(cost.Total), cost.Currency) : null,
            tokens.IsEstimated,
            Milliseconds(_firstToken),
            Milliseconds(duration)!.Value,
            status,
            errorCode)));
    }

    /// <summary>For calls that end badly anyway: what went wrong then must not be hidden by the books.</summary>
    public async Task TryEndAsync(TokenCount tokens, UsageStatus status, string? errorCode)
    {
        try
        {
            await EndAsync(tokens, status, errorCode);
        }
        catch (FaultException ex)
        {
            LogNotRecorded(ex, _id, caller.WorkspaceId);
        }
    }

    /// <summary>Makes a call that is answered in one piece.</summary>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> call, Func<T, TokenCount> count)
    {
        T answer;
        try
        {
            answer = await call();
        }
        catch (Exception ex)
        {
            var status = ex is OperationCanceledException ? UsageStatus.Cancelled : UsageStatus.Failed;
            var code = status == UsageStatus.Cancelled ? null : (ex as FaultException)?.Fault.Code ?? "internal.unexpected";
            await TryEndAsync(default, status, code);
            throw;
        }

        await EndAsync(count(answer), UsageStatus.Ok, null);
        return answer;
    }

    /// <summary>
    /// Makes a call that is answered piece by piece. Its usage row is in the database before the last piece's reader hears of
    /// the end, whether it ends well, badly or because nobody listens any more.
    /// </summary>
    /// <param name="pieces">The answer.</param>
    /// <param name="seen">Told of each piece before it is handed on.</param>
    /// <param name="count">What was used until the end, which is of this kind.</param>
    /// <param name="cancellationToken">Stops listening.</param>
    public async IAsyncEnumerable<T> MeasureAsync<T>(
        IAsyncEnumerable<T> pieces,
        Action<T> seen,
        Func<UsageStatus, TokenCount> count,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Whoever leaves this method by another way than its end has stopped listening.
        var (status, error) = (UsageStatus.Cancelled, (string?)null);
        var all = pieces.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                try
                {
                    if (!await all.MoveNextAsync())
                    {
                        break;
                    }
                }
                catch (Exception ex) when (ex is not OperationCanceledException)
                {
                    (status, error) = (UsageStatus.Failed, (ex as FaultException)?.Fault.Code ?? "internal.unexpected");
                    throw;
                }

                seen(all.Current);
                yield return all.Current;
            }

            status = UsageStatus.Ok;
            await EndAsync(count(status), status, null);
        }
        finally
        {
            // First the socket, then the books.
            await all.DisposeAsync();
            if (status != UsageStatus.Ok)
            {
                await TryEndAsync(count(status), status, error);
            }
        }
    }

    private static int? Milliseconds(TimeSpan? time) => time is { } span ? (int)Math.Min(span.TotalMilliseconds, int.MaxValue) : null;

    [LoggerMessage(LogLevel.Error, "The usage row {Id} of workspace {WorkspaceId} was not written.")]
    private partial void LogNotRecorded(Exception exception, Guid id, Guid workspaceId);
}
