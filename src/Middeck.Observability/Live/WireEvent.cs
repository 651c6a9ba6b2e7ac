namespace Middeck.Observability.Live;

/// <summary>An event on its way to the other nodes.</summary>
internal sealed record WireEvent(Guid WorkspaceId, LiveEvent Event);
