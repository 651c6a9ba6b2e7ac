using System.Globalization;
using System.Runtime.CompilerServices;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>
/// Takes a target out after so many bad answers in a row, and back in with the first good one. As in the catalogue's health check
/// a redirect is a good answer; the proxy's own policies would take every page that leads to a sign-in for a failure.
/// </summary>
internal sealed class TargetHealth(IDestinationHealthUpdater updater) : IActiveHealthCheckPolicy
{
    public const string PolicyName = "middeck";

    /// <summary>The key of the cluster's metadata that holds the number of bad answers.</summary>
    public const string FailuresKey = "failures";

    private readonly ConditionalWeakTable<DestinationState, StrongBox<int>> _failures = [];

    public string Name => PolicyName;

    public void ProbingCompleted(ClusterState cluster, IReadOnlyList<DestinationProbingResult> probingResults)
    {
        var threshold = int.Parse(cluster.Model.Config.Metadata![FailuresKey], CultureInfo.InvariantCulture);
        updater.SetActive(cluster, [.. probingResults.Select(result => new NewActiveDestinationHealth(
            result.Destination, Count(result) < threshold ? DestinationHealth.Healthy : DestinationHealth.Unhealthy))]);
    }

    private int Count(DestinationProbingResult result)
    {
        var failures = _failures.GetOrCreateValue(result.Destination);
        failures.Value = (int?)result.Response?.StatusCode is >= 200 and < 400 ? 0 : failures.Value + 1;
        return failures.Value;
    }
}
