using Middeck.Core.Errors;
using Middeck.Studio.Files;
using Middeck.Workflows;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>Finds the files that variables of a run name, and fetches those that lie elsewhere.</summary>
internal sealed class NodeFiles(RunFiles files)
{
    /// <summary>The files in a value: one, a list of them, or none in anything else.</summary>
    /// <param name="scope">The run, whose workspace is the border.</param>
    /// <param name="value">The variable's value; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NodeException">A file is gone, belongs to somebody else or cannot be fetched.</exception>
    public async Task<IReadOnlyList<StoredFile>> FindAsync(RunScope scope, Segment? value, CancellationToken cancellationToken)
    {
        var found = new List<StoredFile>();
        foreach (var file in FilesIn(value))
        {
            found.Add(await FindAsync(scope, file, cancellationToken));
        }

        return found;
    }

    private static IEnumerable<FileValue> FilesIn(Segment? value)
        => value is null ? []
            : value.File is { } one ? [one]
            : value.Items.Select(item => item.File).OfType<FileValue>();

    private async Task<StoredFile> FindAsync(RunScope scope, FileValue file, CancellationToken cancellationToken)
    {
        try
        {
            return await files.FindAsync(scope, file, cancellationToken);
        }
        catch (FaultException ex)
        {
            throw new NodeException("FileNotFoundError", $"The file '{file.Name ?? file.Url}' cannot be used: {ex.Fault.Detail}");
        }
    }
}
