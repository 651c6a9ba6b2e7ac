namespace Middeck.Operations.Backup.Targets;

/// <summary>A place that keeps backups: files by names with slashes, each there whole or not at all.</summary>
internal interface IBackupTarget : IDisposable
{
    /// <summary>How people name it.</summary>
    string Address { get; }

    /// <summary>Writes a file; it appears under its name when everything is durable.</summary>
    Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>Opens a file; null when it is not there.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>All files below a prefix that ends with a slash, or all for an empty one.</summary>
    IAsyncEnumerable<TargetFile> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>The names one level below a prefix: files and folders.</summary>
    Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Removes a file; one that is not there is no error.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes everything below a prefix that ends with a slash.</summary>
    Task DeleteAllAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Whether everything below a prefix can get another name at once.</summary>
    bool CanMove { get; }

    /// <summary>Gives everything below one prefix another, which is not there yet. Only where <see cref="CanMove"/>.</summary>
    void Move(string from, string to);
}

/// <summary>A file of a target.</summary>
/// <param name="Name">With slashes, from the target's root.</param>
/// <param name="Size">Bytes.</param>
internal sealed record TargetFile(string Name, long Size);
