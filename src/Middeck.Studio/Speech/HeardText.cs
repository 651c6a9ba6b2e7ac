namespace Middeck.Studio.Speech;

/// <summary>What was heard.</summary>
internal sealed record HeardText(string Text);
