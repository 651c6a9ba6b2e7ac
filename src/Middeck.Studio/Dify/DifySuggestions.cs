namespace Middeck.Studio.Dify;

/// <summary>What could be asked next.</summary>
internal sealed record DifySuggestions(string Result, IReadOnlyList<string> Data);
