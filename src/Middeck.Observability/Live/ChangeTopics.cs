using System.ComponentModel.DataAnnotations;

namespace Middeck.Observability.Live;

/// <summary>Changes what a stream hears.</summary>
/// <param name="Add">Topics from now on.</param>
/// <param name="Remove">Topics no longer.</param>
internal sealed record ChangeTopics(
    [property: MaxLength(LiveStream.MaxTopics)] IReadOnlyList<string>? Add,
    [property: MaxLength(LiveStream.MaxTopics)] IReadOnlyList<string>? Remove);
