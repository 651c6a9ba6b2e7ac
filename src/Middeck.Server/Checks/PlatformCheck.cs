using Microsoft.Extensions.DependencyInjection;
using Middeck.Operations.Checks;
using Middeck.Operations.Language;

namespace Middeck.Server.Checks;

/// <summary>A check that asks a room. It needs a configuration that is right, and a database with a schema unless it says otherwise.</summary>
/// <typeparam name="TService">What it asks.</typeparam>
internal abstract class PlatformCheck<TService>(
    string name, Message title, bool isReadiness = false, bool needsDatabase = true) : ICheck
    where TService : notnull
{
    public string Name => name;

    public Message Title => title;

    public bool IsReadiness => isReadiness;

    public async Task<CheckOutcome> RunAsync(CheckScene scene, CancellationToken cancellationToken)
    {
        if (scene.Platform is not { } platform)
        {
            return CheckOutcome.Skipped(PlatformCheckMessages.NoConfiguration());
        }

        return needsDatabase && !await scene.HasSchemaAsync(cancellationToken)
            ? CheckOutcome.Skipped(PlatformCheckMessages.NoSchema())
            : CheckOutcome.Of(await FindAsync(scene, platform.GetRequiredService<TService>(), cancellationToken));
    }

    protected abstract Task<IReadOnlyList<Finding>> FindAsync(
        CheckScene scene, TService service, CancellationToken cancellationToken);
}
