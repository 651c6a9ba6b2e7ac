namespace Middeck.Models.Gateway;

/// <summary>Asks models that are made to judge content.</summary>
public interface IModelModeration
{
    /// <summary>Whether a model finds that a text is not to be shown. The call leaves a usage row.</summary>
    /// <param name="caller">For whom the call is made and counted.</param>
    /// <param name="model"><c>provider/model</c>, or null for the workspace's default.</param>
    /// <param name="text">What is judged.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Middeck.Core.Errors.FaultException"><c>models.not_found</c>, <c>models.upstream_*</c>.</exception>
    Task<bool> IsFlaggedAsync(ModelCaller caller, string? model, string text, CancellationToken cancellationToken);
}
