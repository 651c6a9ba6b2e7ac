namespace Middeck.Studio.Outgoing;

/// <summary>A request that an app sends to somebody's server.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Address">http or https.</param>
internal sealed record OutgoingRequest(HttpMethod Method, Uri Address)
{
    /// <summary>In their order; a name may come twice.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Headers that go to no other host when the server redirects, besides <c>Authorization</c> and <c>Cookie</c>.</summary>
    public IReadOnlyCollection<string> Confidential { get; init; } = [];

    /// <summary>Makes the body, anew for each hop; null for none.</summary>
    public Func<CancellationToken, Task<HttpContent>>? Body { get; init; }

    /// <summary>How long the server may take to begin its answer, and between two pieces of it.</summary>
    public OutgoingPatience Patience { get; init; } = new(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60));

    /// <summary>The most bytes of an answer that is text.</summary>
    public int MostTextBytes { get; init; } = 1024 * 1024;

    /// <summary>The most bytes of an answer that is a file.</summary>
    public int MostFileBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>False takes any certificate.</summary>
    public bool VerifiesCertificates { get; init; } = true;
}
