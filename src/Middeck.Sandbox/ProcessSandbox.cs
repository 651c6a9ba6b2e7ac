using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Sandbox.Isolation;
using Middeck.Sandbox.Processes;

namespace Middeck.Sandbox;

/// <summary>Starts programs that run for long and ends those that are left when the platform stops.</summary>
internal sealed class ProcessSandbox(
    ISandboxStatus status, SandboxStarter starter, SandboxPrograms programs, IOptions<SandboxOptions> options) : IProcessSandbox, IAsyncDisposable
{
    private readonly ConcurrentDictionary<SandboxedProcess, bool> _running = new();

    public SandboxLimits Limits { get; } = options.Value.Limits;

    public async Task<SandboxedProcess> StartAsync(SandboxCommand command, CancellationToken cancellationToken)
    {
        if ((await status.CheckAsync(cancellationToken)).Problem is { } problem)
        {
            throw new FaultException(new Fault(FaultKind.Unavailable, "sandbox.unavailable", problem));
        }

        var path = command.Program.Contains('/', StringComparison.Ordinal) ? command.Program : programs.Find(command.Program);
        if (path is null || !File.Exists(path))
        {
            throw new FaultException(Fault.Invalid("sandbox.program_missing", $"There is no program '{command.Program}' on this machine."));
        }

        var running = await starter.StartAsync(new SandboxStart(path, command.Arguments, command.Limits ?? Limits)
        {
            Environment = command.Environment,
            Mounts = [.. command.Folders.Select(folder => (folder, folder))],
            SeesAllPrograms = true,
            AllowsNetwork = command.AllowsNetwork,
        });
        var process = new SandboxedProcess(running, ended => _running.TryRemove(ended, out _));
        _running[process] = true;
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running.Keys)
        {
            await process.DisposeAsync();
        }
    }
}
