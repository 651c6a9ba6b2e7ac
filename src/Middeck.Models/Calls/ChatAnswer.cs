using Microsoft.Extensions.AI;

namespace Middeck.Models.Calls;

/// <summary>An answer that has begun.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Model">Who writes it.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="Updates">
/// Its text, its citations as <see cref="CitationAnnotation"/>s of the last text, its usage and its end. Throws a
/// <see cref="Middeck.Core.Errors.FaultException"/> when it fails.
/// </param>
public sealed record ChatAnswer(
    string Id, string Model, DateTimeOffset CreatedAt, IAsyncEnumerable<ChatResponseUpdate> Updates);
