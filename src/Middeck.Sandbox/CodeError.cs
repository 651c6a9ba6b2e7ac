namespace Middeck.Sandbox;

/// <summary>Why a run failed.</summary>
/// <param name="Kind">What kind of failure it is.</param>
/// <param name="Message">One sentence for the author of the code.</param>
/// <param name="Traceback">Where in the code it happened, as the language tells it; null when that is not known.</param>
public sealed record CodeError(CodeErrorKind Kind, string Message, string? Traceback = null);
