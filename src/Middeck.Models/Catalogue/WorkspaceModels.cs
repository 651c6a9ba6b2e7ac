using System.Collections.Frozen;
using Middeck.Core.Errors;
using Middeck.Models.Builtin;
using Middeck.Models.Gateway;

namespace Middeck.Models.Catalogue;

/// <summary>What a workspace can call, at one moment. Never changes; a change makes another.</summary>
internal sealed class WorkspaceModels(
    IReadOnlyList<CataloguedProvider> providers, IReadOnlyDictionary<ModelType, string> defaults)
{
    private readonly FrozenDictionary<string, CataloguedProvider> _byName =
        providers.Append(BuiltinProvider.Catalogued).ToFrozenDictionary(provider => provider.Name, StringComparer.Ordinal);

    /// <summary>The defaults that somebody chose.</summary>
    public IReadOnlyDictionary<ModelType, string> Defaults { get; } = defaults;

    /// <summary>In the order they were made, the builtin one last.</summary>
    public IEnumerable<CataloguedProvider> Providers => providers.Append(BuiltinProvider.Catalogued);

    /// <summary>
    /// The default in use: the chosen one while it can be called, else the first model of the type of the oldest enabled provider,
    /// else the builtin one. Null for types that nothing offers.
    /// </summary>
    public string? DefaultOf(ModelType type)
        => Defaults.TryGetValue(type, out var chosen) && Refusal(ModelName.Parse(chosen), type) is null
            ? chosen
            : Providers
                .Where(provider => provider is { Enabled: true, Connection: not null })
                .SelectMany(provider => provider.Models
                    .Where(model => model.Enabled && model.Type == type)
                    .Select(model => $"{provider.Name}/{model.Name}"))
                .FirstOrDefault();

    /// <summary>Finds a model by its full name, or the default for null.</summary>
    /// <returns>Null only when no name is given and there is no default.</returns>
    /// <exception cref="FaultException"><c>models.not_found</c>, <c>models.provider_disabled</c>, <c>models.wrong_type</c>.</exception>
    public ResolvedModel? Resolve(ModelType type, string? model)
    {
        if ((string.IsNullOrEmpty(model) ? DefaultOf(type) : model) is not { } fullName)
        {
            return null;
        }

        var name = ModelName.Parse(fullName);
        if (Refusal(name, type) is { } refusal)
        {
            throw new FaultException(refusal);
        }

        var provider = _byName[name.Provider];
        return new ResolvedModel(provider.Connection!, name.Model, type)
        {
            Price = provider.Models.FirstOrDefault(listed => listed.Name == name.Model)?.Price,
        };
    }

    /// <summary>Why a model cannot be called; null when it can.</summary>
    public Fault? Refusal(ModelName name, ModelType type)
    {
        if (!_byName.TryGetValue(name.Provider, out var provider))
        {
            return Fault.NotFound(
                "models.not_found", $"The workspace has no provider '{name.Provider}'. Add it under Models, or choose another model.");
        }

        if (!provider.Enabled)
        {
            return Fault.Conflict(
                "models.provider_disabled", $"The provider '{name.Provider}' is switched off. Switch it on under Models.");
        }

        if (provider.Connection is null)
        {
            return KeyUnreadable(name.Provider);
        }

        if (provider.Models.Count == 0)
        {
            return null;
        }

        return provider.Models.FirstOrDefault(model => model.Name == name.Model) switch
        {
            null => Fault.NotFound(
                "models.not_found", $"The provider '{name.Provider}' does not list a model '{name.Model}'. Add it under Models."),
            { Enabled: false } => Fault.NotFound(
                "models.not_found", $"The model '{name}' is switched off. Switch it on under Models."),
            var model when model.Type != type => Fault.Invalid(
                "models.wrong_type", $"The model '{name}' is of another type than is needed here.", "model"),
            _ => null,
        };
    }

    public static Fault KeyUnreadable(string provider) => Fault.Conflict(
        "models.key_unreadable",
        $"The key of the provider '{provider}' was encrypted with another master key. Enter it again under Models.");
}
