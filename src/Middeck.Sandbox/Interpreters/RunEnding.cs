using System.Globalization;
using Middeck.Sandbox.Processes;

namespace Middeck.Sandbox.Interpreters;

/// <summary>Says why a run ended without an answer.</summary>
internal sealed class RunEnding(RunningSandbox sandbox, SandboxLimits limits, bool wasOutOfMemory, string stderr)
{
    private const int FileTooLarge = 128 + 25;

    public CodeError OutOfMemory => new(
        CodeErrorKind.Memory,
        string.Create(CultureInfo.InvariantCulture, $"The code took more than {limits.MemoryBytes / 1024 / 1024} MB of memory and was stopped."));

    public CodeError Explain(ResultFrame answer)
    {
        if (wasOutOfMemory || stderr.Contains("out of memory", StringComparison.OrdinalIgnoreCase))
        {
            return OutOfMemory;
        }

        if (answer.IsFlooded)
        {
            return new(CodeErrorKind.Output, $"The program wrote more to the channel of its result than the {limits.OutputBytes} bytes that a result may have.");
        }

        if (sandbox.RanOutOfCpuTime)
        {
            return new(CodeErrorKind.Timeout, $"The code took more than {limits.CpuTime.TotalSeconds:0.###} seconds of processor time and was stopped.");
        }

        return !sandbox.HasExited
            ? new(CodeErrorKind.Exited, "The program closed the channel of its result before main handed anything back.")
            : sandbox.ExitCode == FileTooLarge
                ? new(CodeErrorKind.Exited, $"The program wrote a file of more than {limits.TmpBytes / 1024 / 1024} MB and was stopped.")
                : new(CodeErrorKind.Exited, $"The program ended with exit code {sandbox.ExitCode} before main handed anything back.");
    }
}
