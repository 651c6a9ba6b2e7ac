namespace Middeck.Models.Gateway;

/// <summary>Asks models that draw.</summary>
public interface IModelImages
{
    /// <summary>Pictures of what a text says. The call leaves a usage row.</summary>
    /// <param name="caller">For whom the call is made and counted.</param>
    /// <param name="model"><c>provider/model</c>, or null for the workspace's default.</param>
    /// <param name="wish">What is drawn.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Middeck.Core.Errors.FaultException">
    /// <c>models.image_missing</c>: the workspace has no such model; <c>models.image_not_available</c>: the provider's kind does not draw;
    /// <c>models.upstream_*</c>.
    /// </exception>
    Task<IReadOnlyList<DrawnImage>> DrawAsync(ModelCaller caller, string? model, ImageWish wish, CancellationToken cancellationToken);
}
