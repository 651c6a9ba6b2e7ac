using Middeck.Core.Errors;

namespace Middeck.Sandbox;

/// <summary>Starts programs that nobody vouches for and that talk over their standard input and output, such as MCP servers.</summary>
public interface IProcessSandbox
{
    /// <summary>What a process may use unless its command says otherwise.</summary>
    SandboxLimits Limits { get; }

    /// <summary>Starts a program. It runs until it ends, its handle is disposed, or the platform stops.</summary>
    /// <exception cref="FaultException">
    /// <c>sandbox.unavailable</c>: nothing can be run here; <c>sandbox.program_missing</c>: there is no such program.
    /// </exception>
    Task<SandboxedProcess> StartAsync(SandboxCommand command, CancellationToken cancellationToken);
}
