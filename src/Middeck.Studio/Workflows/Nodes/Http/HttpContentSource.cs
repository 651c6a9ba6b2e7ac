namespace Middeck.Studio.Workflows.Nodes.Http;

/// <summary>A body that can be sent.</summary>
/// <param name="Make">Makes it, anew for each hop of a redirect.</param>
/// <param name="Shown">What people who look at the run see of it; files are only named.</param>
/// <param name="MediaType">What it is sent as, unless a header says otherwise.</param>
internal sealed record HttpContentSource(Func<CancellationToken, Task<HttpContent>> Make, string Shown, string MediaType);
