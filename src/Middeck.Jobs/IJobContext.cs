namespace Middeck.Jobs;

/// <summary>The job that a handler works on.</summary>
public interface IJobContext
{
    /// <summary>The job's id.</summary>
    Guid JobId { get; }

    /// <summary>Whose work it is.</summary>
    Guid WorkspaceId { get; }

    /// <summary>The object it works on.</summary>
    Guid Subject { get; }

    /// <summary>What was asked for.</summary>
    string PayloadJson { get; }

    /// <summary>1 for the first.</summary>
    int Attempt { get; }

    /// <summary>Tells how far it is. Cheap: written at most twice a second.</summary>
    /// <param name="progress">0 to 1.</param>
    /// <param name="fact">A counted fact, such as <c>indexing 248/400</c>.</param>
    void Report(double progress, string? fact);
}
