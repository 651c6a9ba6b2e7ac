using Middeck.Sandbox.Processes;

namespace Middeck.Sandbox.Isolation;

/// <summary>Finds out by a real trial whether programs can be isolated here. A success holds for ever, a failure for ten seconds.</summary>
internal sealed class SandboxProbe(
    Bubblewrap bubblewrap, SandboxStarter starter, SandboxCgroups cgroups, SandboxLimits limits, TimeProvider clock) : ISandboxStatus, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private SandboxStatus? _known;
    private DateTimeOffset _until;

    private SandboxEnforcement Enforcement => cgroups.IsAvailable ? SandboxEnforcement.Cgroup : SandboxEnforcement.Watcher;

    public async Task<SandboxStatus> CheckAsync(CancellationToken cancellationToken)
    {
        if (_known is { IsReady: true } ready)
        {
            return ready;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_known is null || (!_known.IsReady && clock.GetUtcNow() >= _until))
            {
                _known = new(await FindProblemAsync(cancellationToken), Enforcement);
                _until = clock.GetUtcNow() + _patience;
            }

            return _known;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        if (bubblewrap.MissingPackages() is { Count: > 0 } missing)
        {
            return $"Code runs in a sandbox only, and {string.Join(" and ", missing)} is not installed. Install it: apt install {string.Join(' ', missing)}";
        }

        // Without arguments prlimit prints its own limits.
        await using var trial = await starter.StartAsync(bubblewrap.Trial(limits));
        var said = new LimitedCapture(trial.Errors, 2_000);
        _ = new LimitedCapture(trial.Output, 0);
        using var timeout = new CancellationTokenSource(_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await trial.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "Code runs in a sandbox only, and bubblewrap did not end within ten seconds.";
        }

        if (trial.ExitCode == 0)
        {
            return null;
        }

        await said.Completed;
        return $"Code runs in a sandbox only, and bubblewrap cannot make one here ({said.Text.Trim()}). {Remedy()}";
    }

    private static string Remedy() =>
        Reads("/proc/sys/user/max_user_namespaces", "0")
            ? "Allow user namespaces: sysctl -w user.max_user_namespaces=15000"
            : Reads("/proc/sys/kernel/unprivileged_userns_clone", "0")
                ? "Allow user namespaces: sysctl -w kernel.unprivileged_userns_clone=1"
                : Reads("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1")
                    ? "Allow user namespaces: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
                    : "Allow user namespaces (sysctl -w user.max_user_namespaces=15000, kernel.unprivileged_userns_clone=1 on Debian); "
                        + "in a container its runtime must allow them too.";

    private static bool Reads(string file, string value) => File.Exists(file) && File.ReadAllText(file).Trim() == value;
}
