namespace Middeck.Studio.Answering;

/// <summary>Adds to a turn what the models are to know: variables from outside, what is remembered. Asked in the order of registration.</summary>
internal interface IPreparation
{
    /// <exception cref="Core.Errors.FaultException">The run ends with it.</exception>
    Task PrepareAsync(Turn turn, CancellationToken cancellationToken);
}
