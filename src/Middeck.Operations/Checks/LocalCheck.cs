using Middeck.Operations.Language;

namespace Middeck.Operations.Checks;

/// <summary>A check of files and of the kernel, which needs to wait for nothing.</summary>
internal abstract class LocalCheck(string name, Message title, bool isReadiness = false) : ICheck
{
    public string Name => name;

    public Message Title => title;

    public bool IsReadiness => isReadiness;

    public Task<CheckOutcome> RunAsync(CheckScene scene, CancellationToken cancellationToken)
        => Task.FromResult(NotNow(scene) is { } reason ? CheckOutcome.Skipped(reason) : CheckOutcome.Of(Find(scene)));

    /// <summary>Why there is nothing to look at in this scene; null when there is.</summary>
    protected virtual Message? NotNow(CheckScene scene) => null;

    protected abstract IEnumerable<Finding> Find(CheckScene scene);
}
