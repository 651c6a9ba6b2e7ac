namespace Middeck.Models.Builtin;

/// <summary>One passage of the supplied context.</summary>
/// <param name="Number">What it is cited by.</param>
/// <param name="Document">The document's name.</param>
/// <param name="Text">What it says.</param>
internal sealed record ContextPassage(int Number, string Document, string Text);
