namespace Middeck.Studio.Agents.React;

/// <summary>A tool that is to be called.</summary>
/// <param name="Tool">As the model wrote it.</param>
/// <param name="Input">JSON or a text.</param>
internal sealed record ReactAction(string Tool, string Input);
