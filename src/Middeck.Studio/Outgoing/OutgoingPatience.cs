namespace Middeck.Studio.Outgoing;

/// <summary>How long a server may take.</summary>
/// <param name="First">Until the head of its answer is there, with connecting and sending.</param>
/// <param name="Silence">Between two pieces of its answer.</param>
internal sealed record OutgoingPatience(TimeSpan First, TimeSpan Silence);
