using System.ComponentModel;
using System.Diagnostics;

namespace Middeck.Operations.Processes;

/// <summary>Starts a process in a session of its own, so that it outlives us, our terminal and its Ctrl-C.</summary>
internal static class DetachedProcess
{
    // The file is opened for appending, not piped: a process whose starter was killed goes on writing its log.
    private const string Script = """log=$1; shift; exec setsid -- "$@" </dev/null >>"$log" 2>&1""";

    /// <summary>Starts it with its output appended to a log file.</summary>
    public static Process Start(ProcessCommand command, string log)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            UseShellExecute = false,
            WorkingDirectory = command.WorkingFolder,
        };
        foreach (var argument in (IEnumerable<string>)["-c", Script, "sh", log, .. command.Arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        InheritedHandles.CloseInChildren();
        return Process.Start(start) ?? throw new Win32Exception($"{command.Arguments[0]} did not start.");
    }
}
