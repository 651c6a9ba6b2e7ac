namespace Middeck.Operations.Processes;

/// <summary>Finds installed programs.</summary>
public static class Programs
{
    // Where a program of an administrator may lie that an ordinary user's PATH leaves out.
    private static readonly string[] SystemFolders = ["/usr/sbin", "/sbin"];

    /// <summary>The program's path; null when it is not installed.</summary>
    public static string? Find(string name)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(SystemFolders)
            .Where(Path.IsPathRooted)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
