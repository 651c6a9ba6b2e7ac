namespace Middeck.Cli.Running;

/// <summary>Looks for a program where the kernel would.</summary>
internal static class ProgramPath
{
    public static bool Exists(string program) => program.Contains('/', StringComparison.Ordinal)
        ? File.Exists(program)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
