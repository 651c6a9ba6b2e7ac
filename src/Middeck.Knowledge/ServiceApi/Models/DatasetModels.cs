using Middeck.Core.Errors;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.ServiceApi.Models;

/// <summary>Finds models by the two names that Dify has for them, provider and model, and splits ours into the two.</summary>
internal sealed class DatasetModels(IModelDirectory directory, IModelGateway gateway)
{
    /// <summary>The model as <c>provider/model</c>; null when none is named.</summary>
    /// <param name="workspaceId">Whose models.</param>
    /// <param name="type">What it must do.</param>
    /// <param name="provider">Such as <c>openai</c>, or <c>langgenius/openai/openai</c> of which the last part counts.</param>
    /// <param name="model">The model's name with the provider.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FaultException"><c>models.not_found</c>.</exception>
    public async Task<string?> FindAsync(
        Guid workspaceId, ModelType type, string? provider, string? model, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(model))
        {
            return null;
        }

        var known = await directory.ListAsync(workspaceId, type, cancellationToken);
        var name = string.IsNullOrWhiteSpace(provider) ? null : provider[(provider.LastIndexOf('/') + 1)..];
        var found = known.FirstOrDefault(entry => entry.Name == model && (name is null || entry.Provider == name))
            ?? known.FirstOrDefault(entry => name is null && entry.Id == model);
        if (found is not null)
        {
            return found.Id;
        }

        // A provider that lists no models takes any name; whoever calls the model finds out.
        return name is null
            ? throw new FaultException(Fault.NotFound("models.not_found", $"The workspace has no model '{model}'. Add it under Models."))
            : $"{name}/{model}";
    }

    /// <summary>Provider and model of <c>provider/model</c>; nulls for null.</summary>
    public static (string? Provider, string? Model) Split(string? fullName)
        => fullName?.IndexOf('/', StringComparison.Ordinal) is { } slash and > 0
            ? (fullName[..slash], fullName[(slash + 1)..])
            : (null, fullName);

    /// <summary>Whether the base's vectors can be made and searched at this moment; so it is without vectors.</summary>
    public async Task<bool> IsAvailableAsync(ModelCaller caller, string? embeddingModel, CancellationToken cancellationToken)
    {
        if (embeddingModel is null)
        {
            return true;
        }

        try
        {
            await gateway.EmbeddingsAsync(caller, embeddingModel, cancellationToken);
            return true;
        }
        catch (FaultException)
        {
            // The refusal itself is the answer: the model is gone or switched off.
            return false;
        }
    }
}
