namespace Middeck.Observability.Live;

/// <summary>One notification between nodes.</summary>
/// <param name="Node">Who sends; it has told its own streams already.</param>
/// <param name="Events">In order.</param>
internal sealed record WireBatch(Guid Node, IReadOnlyList<WireEvent> Events);
