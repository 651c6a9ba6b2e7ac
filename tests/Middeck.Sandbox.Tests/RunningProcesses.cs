namespace Middeck.Sandbox.Tests;

internal static class RunningProcesses
{
    /// <summary>Whether a process of this machine has that in its command line.</summary>
    public static bool Any(string mark)
        => Directory.EnumerateDirectories("/proc").Any(folder => CommandOf(folder).Contains(mark, StringComparison.Ordinal));

    private static string CommandOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (IOException)
        {
            // No process, or one that has ended since.
            return "";
        }
    }
}
