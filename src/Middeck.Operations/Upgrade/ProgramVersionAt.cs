namespace Middeck.Operations.Upgrade;

/// <summary>One version of the program on this machine.</summary>
/// <param name="Version">What it says of itself, such as <c>0.2.0</c>.</param>
/// <param name="Executable">The absolute path of <c>middeck</c>.</param>
public sealed record ProgramVersionAt(string Version, string Executable);
