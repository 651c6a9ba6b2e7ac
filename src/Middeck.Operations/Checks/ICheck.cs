using Middeck.Operations.Language;

namespace Middeck.Operations.Checks;

/// <summary>
/// One thing that <c>middeck doctor</c> looks at. A check changes nothing; what it cannot find out because something else is
/// broken it leaves to the check of that other thing and says so.
/// </summary>
public interface ICheck
{
    /// <summary>Lower case, such as <c>disk</c>; findings' codes begin with it.</summary>
    string Name { get; }

    /// <summary>What it looks at, in a few words.</summary>
    Message Title { get; }

    /// <summary>Whether it is part of the readiness check of <c>prod</c>.</summary>
    bool IsReadiness { get; }

    /// <summary>Looks.</summary>
    Task<CheckOutcome> RunAsync(CheckScene scene, CancellationToken cancellationToken);
}
