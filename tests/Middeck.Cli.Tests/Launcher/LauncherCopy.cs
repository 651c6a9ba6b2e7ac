namespace Middeck.Cli.Tests.Launcher;

/// <summary>
/// The real launcher in a small clone of its own, with programs on its path that answer as we say: a build of the whole
/// platform would take a minute and prove nothing about the launcher.
/// </summary>
internal sealed class LauncherCopy : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("middeck-launcher-").FullName;

    public LauncherCopy()
    {
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        var repository = RepositoryRoot();
        File.Copy(Path.Combine(repository, "middeck"), Path.Combine(_folder, "middeck"));
        Directory.CreateDirectory(Path.Combine(_folder, ".ci"));
        File.Copy(Path.Combine(repository, ".ci", "test.sh"), Path.Combine(_folder, ".ci", "test.sh"));
        Directory.CreateDirectory(Path.Combine(_folder, "tests"));
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        Write("src/Program.cs", "one");
        foreach (var present in new[] { "pdftotext", "chromium", "fc-list", "bwrap", "age" })
        {
            Program(present, "echo a font");
        }
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    /// <summary>Puts a shell script in front of the machine's program of the same name.</summary>
    public void Program(string name, string script)
    {
        Write($"bin/{name}", $"#!/bin/bash\n{script}\n");
        File.SetUnixFileMode(PathOf($"bin/{name}"), (UnixFileMode)0b111_101_101);
    }

    public Task<CommandResult> RunAsync(params string[] arguments)
        => CommandResult.OfAsync([PathOf("middeck"), .. arguments], new Dictionary<string, string>
        {
            ["PATH"] = $"{PathOf("bin")}:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            ["LANG"] = "C",
        });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Middeck.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
