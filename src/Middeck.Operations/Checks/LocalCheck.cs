using Middeck.Operations.Language;

namespace Middeck.Operations.Checks;

/// <summary>A check of files and of the kernel, which needs to wait for nothing.</summary>
internal abstract class LocalCheck(string name, Message title, bool isReadiness = false) : ICheck
{
    public string Name => name;

    public Message Title => title;

    public bool IsReadiness => isReadiness;

    public Task<CheckOutcome> RunAsync(CheckScene scene, CancellationToken cancellationToken)
        => Task.FromResult(CheckOutcome.Of(Find(scene)));

    protected abstract IEnumerable<Finding> Find(CheckScene scene);
}
