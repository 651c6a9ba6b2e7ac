namespace Middeck.Sandbox;

/// <summary>Runs functions that nobody vouches for, each in a process that sees nothing of the platform and dies with its run.</summary>
public interface ICodeSandbox
{
    /// <summary>What a run may use unless its request says otherwise.</summary>
    SandboxLimits Limits { get; }

    /// <summary>
    /// Runs a function. Whatever goes wrong is part of the outcome, also that nothing can be run here; without a sandbox nothing ever
    /// runs. A cancellation ends all processes of the run.
    /// </summary>
    Task<CodeOutcome> RunAsync(CodeRequest request, CancellationToken cancellationToken);
}
