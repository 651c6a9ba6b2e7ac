using Middeck.Models.Gateway;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>A model that judges content: it flags what holds the word <c>forbidden</c>.</summary>
internal sealed class WordModeration : IModelModeration
{
    public Task<bool> IsFlaggedAsync(ModelCaller caller, string? model, string text, CancellationToken cancellationToken)
        => Task.FromResult(text.Contains("forbidden", StringComparison.Ordinal));
}
