using Middeck.Operations.Checks;

namespace Middeck.Operations.Management.Environment;

/// <summary>Opens what checks look at, from within the platform. Whoever composes the rooms implements it, for checks ask all of them.</summary>
public interface ICheckRoom
{
    /// <summary>All checks.</summary>
    Checkup Checkup { get; }

    /// <summary>The scene of this home; with a draft in place of its configuration file when one is given. Nothing in it can be repaired.</summary>
    CheckScene Open(string? draft);
}
