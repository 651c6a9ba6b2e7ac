namespace Middeck.Studio.Answering;

/// <summary>Holds back what models write until it may be shown.</summary>
internal interface IOutputGate
{
    /// <summary>Takes text in; returns at once.</summary>
    void Take(string text);

    /// <summary>Waits until everything that was taken in is shown or refused.</summary>
    Task EndAsync(CancellationToken cancellationToken);
}
