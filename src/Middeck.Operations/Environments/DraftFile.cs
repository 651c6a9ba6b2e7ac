namespace Middeck.Operations.Environments;

/// <summary>A configuration that is not in force, in a folder of its own under the name that it would have.</summary>
public sealed class DraftFile : IDisposable
{
    private readonly string _folder;

    internal DraftFile(string folder, string name, string text)
    {
        _folder = $"{folder}.{Environment.ProcessId}";
        Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File = Path.Combine(_folder, name);
        ConfigurationFile.Write(File, text);
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Removes it.</summary>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
