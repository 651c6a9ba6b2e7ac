using System.Text;

namespace Middeck.Studio.Chat;

/// <summary>
/// A file that says what the process which holds it is called in leases. The kernel lets go of the file when its holder dies, however it
/// dies; so whoever gets hold of it knows that the process before is dead.
/// </summary>
internal sealed class NodeNote : IDisposable
{
    private readonly FileStream _file;

    private NodeNote(FileStream file, Guid? earlier)
    {
        _file = file;
        Earlier = earlier;
    }

    /// <summary>What the dead process was called; null when there was none, or none of this machine.</summary>
    public Guid? Earlier { get; }

    /// <summary>Takes hold of the file and notes this process in it; null when another process lives in the same home.</summary>
    public static NodeNote? TryTake(string path, Guid node)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }

        // 01a2…-… machine /var/lib/middeck/run/node: a copy of a home is another node.
        var place = $"{Environment.MachineName} {Path.GetFullPath(path)}";
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        var words = reader.ReadToEnd().Split(' ', 2);
        var earlier = words.Length == 2 && words[1] == place && Guid.TryParse(words[0], out var id) ? id : (Guid?)null;
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes($"{node} {place}"));
        file.Flush(flushToDisk: true);
        return new NodeNote(file, earlier);
    }

    public void Dispose() => _file.Dispose();
}
