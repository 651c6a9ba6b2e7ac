using Middeck.Operations.Language;

namespace Middeck.Operations.Checks.Databases;

/// <summary>A check that asks the database; without one it has nothing to say.</summary>
internal abstract class DatabaseCheck(string name, Message title, bool isReadiness = false) : ICheck
{
    public string Name => name;

    public Message Title => title;

    public bool IsReadiness => isReadiness;

    public async Task<CheckOutcome> RunAsync(CheckScene scene, CancellationToken cancellationToken)
        => await scene.Database.OpenAsync(cancellationToken) is { } database
            ? CheckOutcome.Of(await FindAsync(scene, database, cancellationToken))
            : CheckOutcome.Skipped(CheckMessages.NoDatabase());

    protected abstract Task<IReadOnlyList<Finding>> FindAsync(
        CheckScene scene, Storage.Sql.Database database, CancellationToken cancellationToken);
}
