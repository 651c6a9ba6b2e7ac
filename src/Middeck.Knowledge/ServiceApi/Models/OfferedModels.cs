namespace Middeck.Knowledge.ServiceApi.Models;

/// <summary>The models of one type that a workspace can choose from.</summary>
internal sealed record OfferedModels(IReadOnlyList<OfferedProvider> Data);
