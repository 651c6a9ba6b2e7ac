using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Middeck.Http.Security;

/// <summary>Chooses by the key between endpoints of one address.</summary>
internal sealed class KeyPrefixPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    private const string Scheme = "Bearer ";

    /// <summary>After the framework's own, which look at the method and the content type.</summary>
    public override int Order => 1_000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(static endpoint => PrefixOf(endpoint) is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        int[] valid = [.. Enumerable.Range(0, candidates.Count).Where(candidates.IsValidCandidate)];
        if (valid.Length > 1)
        {
            var isOwn = Array.Exists(valid, index => Opens(httpContext, candidates[index].Endpoint));
            foreach (var index in valid)
            {
                candidates.SetValidity(index, isOwn == (PrefixOf(candidates[index].Endpoint) is not null));
            }
        }

        return Task.CompletedTask;
    }

    private static bool Opens(HttpContext context, Endpoint endpoint)
        => PrefixOf(endpoint) is { } prefix
            && context.Request.Headers.Authorization.ToString() is { } shown
            && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && shown.AsSpan(Scheme.Length).TrimStart().StartsWith(prefix.Value, StringComparison.Ordinal);

    private static KeyPrefix? PrefixOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<KeyPrefix>();
}
