using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Retention;

/// <summary>How one table of the room is kept from growing.</summary>
/// <param name="Table">Such as <c>audit</c>.</param>
/// <param name="Keep">How long rows are kept after the time that the statement compares.</param>
/// <param name="Delete">Removes at most so many rows that are older than a time.</param>
internal sealed record IdentityTrim(
    string Table, Func<IdentityOptions, TimeSpan> Keep, Func<DateTimeOffset, int, SqlText> Delete)
{
    /// <returns>How many rows went.</returns>
    public Task<int> RunAsync(IServiceProvider services, int batch, CancellationToken cancellationToken)
    {
        var options = services.GetRequiredService<IOptions<IdentityOptions>>().Value;
        var before = services.GetRequiredService<TimeProvider>().GetUtcNow() - Keep(options);
        return services.GetRequiredService<Database>().ExecuteAsync(Delete(before, batch), cancellationToken);
    }
}
