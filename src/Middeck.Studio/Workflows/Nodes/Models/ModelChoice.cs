using Middeck.Core.Errors;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>
/// The model that does a node's work. A graph keeps the name that it came with; where the workspace has no such model, the one that
/// stands for it is found at every run, so that a provider that is added later is used at once.
/// </summary>
/// <param name="Name"><c>provider/model</c> as it can be called; null when the workspace has none of that type.</param>
/// <param name="Warning">A sentence when it is another than the node names; null when it is that one.</param>
internal sealed record ModelChoice(string? Name, string? Warning)
{
    // Providers that are called otherwise elsewhere.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tongyi"] = "dashscope",
        ["dashscope"] = "tongyi",
    };

    /// <summary>The provider's part of the name.</summary>
    public string Provider => Name is null ? "" : Name[..Name.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The model's part of the name.</summary>
    public string Model => Name is null ? "" : Name[(Name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>
    /// Finds the model: the one of that name, the same model under another name of its provider, the same model with another
    /// provider, and at last the workspace's default of the type.
    /// </summary>
    /// <param name="gateway">Where models are called.</param>
    /// <param name="directory">What there is.</param>
    /// <param name="caller">Whose models.</param>
    /// <param name="asked"><c>provider/model</c>; null when the node names none.</param>
    /// <param name="type">What it does: chat or rerank.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FaultException"><c>models.*</c>: the model is there and cannot be used, such as <c>models.provider_disabled</c>.</exception>
    public static async Task<ModelChoice> FindAsync(
        IModelGateway gateway,
        IModelDirectory directory,
        ModelCaller caller,
        string? asked,
        ModelType type,
        CancellationToken cancellationToken)
    {
        if (asked is null)
        {
            return new ModelChoice(await gateway.DefaultAsync(caller.WorkspaceId, type, cancellationToken), null);
        }

        if (await IsThereAsync(gateway, caller, asked, type, cancellationToken))
        {
            return new ModelChoice(asked, null);
        }

        var slash = asked.IndexOf('/', StringComparison.Ordinal);
        var (provider, model) = (asked[..slash], asked[(slash + 1)..]);
        if (OtherNames.GetValueOrDefault(provider) is { } other
            && await IsThereAsync(gateway, caller, $"{other}/{model}", type, cancellationToken))
        {
            return Instead(asked, $"{other}/{model}");
        }

        var same = (await directory.ListAsync(caller.WorkspaceId, type, cancellationToken))
            .FirstOrDefault(entry => string.Equals(entry.Name, model, StringComparison.OrdinalIgnoreCase));
        return Instead(asked, same?.Id ?? await gateway.DefaultAsync(caller.WorkspaceId, type, cancellationToken));
    }

    private static ModelChoice Instead(string asked, string? name) => new(
        name,
        $"The workspace has no model '{asked}'"
        + (name is null ? "." : $"; '{name}' was asked in its place.")
        + " Choose another model in the node, or add the provider under Models.");

    private static async Task<bool> IsThereAsync(
        IModelGateway gateway, ModelCaller caller, string name, ModelType type, CancellationToken cancellationToken)
    {
        try
        {
            if (type == ModelType.Rerank)
            {
                await gateway.RerankAsync(caller, name, cancellationToken);
            }
            else
            {
                using var client = await gateway.ChatAsync(caller, name, cancellationToken);
            }

            return true;
        }
        catch (FaultException ex) when (ex.Fault.Code == "models.not_found")
        {
            // The refusal is the answer.
            return false;
        }
    }
}
