using Middeck.Core.Errors;

namespace Middeck.Studio.Tools;

/// <summary>What tools answer when they cannot do what they are told.</summary>
internal static class ToolFaults
{
    /// <summary>An argument is missing or wrong.</summary>
    /// <param name="sentence">Which one, and what it must be.</param>
    public static FaultException Argument(string sentence) => new(Fault.Invalid("tools.invalid_argument", sentence));

    /// <summary>It went wrong on the way.</summary>
    public static FaultException Failed(string sentence) => new(new Fault(FaultKind.Upstream, "tools.failed", sentence));

    /// <summary>A configuration names a tool that is not there; no run can go on from it.</summary>
    public static FaultException Missing(string name) => new(Fault.Invalid("tools.not_found", MissingSentence(name)));

    public static string MissingSentence(string name) => $"The tool '{name}' is not there; choose another.";
}
