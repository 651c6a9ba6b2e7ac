namespace Middeck.Operations.Supervision;

/// <summary>A service that somebody else runs: there is nothing to start and nothing to stop.</summary>
internal sealed class ForeignAddress : IExternalControl
{
    public IReadOnlyList<string>? Start => null;

    public IReadOnlyList<string>? Stop => null;

    public IReadOnlyList<string>? Running => null;

    public bool NeedsOutput => false;
}
