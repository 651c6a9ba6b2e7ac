namespace Middeck.Operations.Environments;

/// <summary>One line that two versions of a file do not share. Secrets in it are masked.</summary>
/// <param name="Sign"><c>-</c> for a line of the first, <c>+</c> for one of the second.</param>
/// <param name="Line">Its number there, from 1.</param>
/// <param name="Text">Its text.</param>
public sealed record DiffLine(char Sign, int Line, string Text);
