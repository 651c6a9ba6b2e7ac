using System.Runtime.InteropServices;

namespace Middeck.Operations.Processes;

/// <summary>The signals that are sent here, with Linux's numbers (signal(7)).</summary>
internal enum Signal
{
    /// <summary>SIGINT: PostgreSQL's fast shutdown.</summary>
    Interrupt = 2,

    /// <summary>SIGQUIT: PostgreSQL's immediate shutdown.</summary>
    Quit = 3,

    /// <summary>SIGKILL.</summary>
    Kill = 9,

    /// <summary>SIGTERM.</summary>
    Terminate = 15,
}

internal static class SignalExtensions
{
    /// <summary>Sends to this very process and never to one that got its number since.</summary>
    public static void Send(this Signal signal, ProcessIdentity process)
    {
        if (process.IsAlive)
        {
            _ = Kill(process.Pid, (int)signal);
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
