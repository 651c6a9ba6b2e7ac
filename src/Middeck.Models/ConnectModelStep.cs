using Middeck.Core.Onboarding;
using Middeck.Core.Security;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;

namespace Middeck.Models;

/// <summary>Done when a language model that is not the builtin one answers by default.</summary>
internal sealed class ConnectModelStep(ModelCatalogue catalogue) : IOnboardingStep
{
    public string Id => "connect_model";

    public int Order => 20;

    public async Task<bool> IsDoneAsync(Caller caller, CancellationToken cancellationToken)
        => caller.WorkspaceId != Guid.Empty
            && (await catalogue.GetAsync(caller.WorkspaceId, cancellationToken)).DefaultOf(ModelType.Llm) is { } model
            && !model.StartsWith($"{ProviderKinds.Builtin}/", StringComparison.Ordinal);
}
