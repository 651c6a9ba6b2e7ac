using Microsoft.Extensions.Logging;
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

    private static int? Milliseconds(TimeSpan? time) => time is { } span ? (int)Math.Min(span.TotalMilliseconds, int.MaxValue) : null;

    [LoggerMessage(LogLevel.Error, "The usage row {Id} of workspace {WorkspaceId} was not written.")]
    private partial void LogNotRecorded(Exception exception, Guid id, Guid workspaceId);
}
