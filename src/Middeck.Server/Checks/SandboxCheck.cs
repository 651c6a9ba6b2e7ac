using Middeck.Operations.Checks;
using Middeck.Operations.Language;
using Middeck.Sandbox;

namespace Middeck.Server.Checks;

/// <summary>Whether code of workflows can be run, and what holds its limits.</summary>
internal sealed class SandboxCheck() : PlatformCheck<ISandboxStatus>(
    "sandbox", new Message("Code runs in the sandbox", "代码可在沙箱中运行"), needsDatabase: false)
{
    protected override async Task<IReadOnlyList<Finding>> FindAsync(
        CheckScene scene, ISandboxStatus sandbox, CancellationToken cancellationToken)
    {
        var status = await sandbox.CheckAsync(cancellationToken);
        return (status.IsReady, status.Enforcement) switch
        {
            (false, _) => [new Finding(
                "sandbox.not_ready",
                Severity.Warning,
                new Message(
                    $"Code of workflows cannot be run: {Message.Sentence(status.Description)}",
                    $"工作流中的代码无法运行：{Message.Quote(status.Description)}。"),
                "sudo apt-get install -y --no-install-recommends bubblewrap")],
            (true, SandboxEnforcement.Cgroup) => [],
            _ => [new Finding(
                "sandbox.without_cgroup",
                Severity.Info,
                new Message(
                    "No cgroup can be written here: prlimit and a watcher of memory hold the limits of code instead.",
                    "此处 cgroup 不可写，改由 prlimit 和内存监视限制代码。"))],
        };
    }
}
