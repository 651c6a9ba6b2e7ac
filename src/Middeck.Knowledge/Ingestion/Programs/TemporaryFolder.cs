namespace Middeck.Knowledge.Ingestion.Programs;

/// <summary>A folder for what programs write, readable by this user alone; gone with all in it when it is disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("middeck-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
