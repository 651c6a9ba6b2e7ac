using Middeck.Operations.Language;

namespace Middeck.Operations.Entry.Routes;

/// <summary>Why a service gets no route.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Place">The path, host or <c>:port</c> that it wants.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record RouteProblem(string Service, string Place, Message Sentence);
