using System.Diagnostics;
using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;
using Middeck.Sandbox.Isolation;

namespace Middeck.Sandbox.Processes;

/// <summary>Starts processes in sandboxes.</summary>
internal sealed class SandboxStarter(Bubblewrap bubblewrap, SandboxCgroups cgroups, SandboxLauncher launcher, TimeProvider clock)
{
    // Of the whole process, whose descriptors all starters share: one must not close what another is about to hand on.
    private static readonly Lock _starting = new();

    private readonly Lazy<byte[]> _filter = new(SyscallFilter.Build);

    public Task<RunningSandbox> StartAsync(SandboxStart start) => launcher.RunAsync(() => Start(start));

    private RunningSandbox Start(SandboxStart start)
    {
        var cgroup = cgroups.Create(start.Limits);
        using var filter = Open(_filter.Value);
        using var variables = start.Environment.Count > 0 ? Open(Bubblewrap.Variables(start)) : null;
        var channel = start.HasChannel ? new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None) : null;
        using var writing = channel?.ClientSafePipeHandle;
        try
        {
            lock (_starting)
            {
                InheritedFiles.CloseAll();
                var command = bubblewrap.Command(
                    start,
                    InheritedFiles.Keep(filter),
                    variables is null ? null : InheritedFiles.Keep(variables),
                    writing is null ? null : InheritedFiles.Keep(writing),
                    cgroup?.Folder);
                var process = Process.Start(command)!;
                InheritedFiles.CloseAll();
                return new RunningSandbox(process, channel, cgroup, start.Limits, clock);
            }
        }
        catch
        {
            channel?.Dispose();
            if (cgroup is not null)
            {
                Directory.Delete(cgroup.Folder);
            }

            throw;
        }
    }

    // The bytes fit into the pipe's buffer, so that they can be written before anybody reads.
    private static SafePipeHandle Open(byte[] content)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, 60 * 1024, nameof(content));
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.None);
        var reading = pipe.ClientSafePipeHandle;
        pipe.Write(content);
        return reading;
    }
}
