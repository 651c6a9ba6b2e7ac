using System.Net;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Backends.Http;

/// <summary>Asks a product whether it answers.</summary>
internal sealed class BackendProbe(BackendAddress address, BackendClient client, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What is wrong and what to do, and why; nulls when it answers. The message names the host alone: anybody may read it.</summary>
    public async Task<(string? Message, string? Cause)> AskAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            // A user that may search but not look at the whole product is one that the product knows.
            await client.SendAsync(
                new BackendRequest(HttpMethod.Get, address.Probe) { Expected = [HttpStatusCode.Forbidden] }, both.Token);
            return (null, null);
        }
        catch (FaultException ex)
        {
            var what = ex.Fault.Kind is FaultKind.Unavailable or FaultKind.Timeout
                ? "cannot be reached"
                : "refuses what it is asked";
            return (MessageOf(what), ex.Fault.Detail);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (MessageOf("does not answer"), $"{address.Product} did not answer within {Patience.TotalSeconds} seconds.");
        }
    }

    private string MessageOf(string what)
        => $"{address.Product} at {address.Uri.Host} {what}. Look at {address.Setting} of the configuration.";
}
