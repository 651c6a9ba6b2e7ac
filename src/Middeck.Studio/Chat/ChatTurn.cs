namespace Middeck.Studio.Chat;

/// <summary>An earlier question and its answer.</summary>
internal sealed record ChatTurn(string Query, string Answer);
