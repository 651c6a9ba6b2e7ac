using Middeck.Studio.Files;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>Finds the files in the values that a model is shown.</summary>
internal sealed class NodeFiles(RunFiles files)
{
    /// <summary>The files in a value: one, a list of them, or none in anything else.</summary>
    /// <param name="scope">The run.</param>
    /// <param name="value">The variable's value; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Middeck.Workflows.NodeException">A file is gone.</exception>
    /// <exception cref="Core.Errors.FaultException">A file cannot be fetched.</exception>
    public async Task<IReadOnlyList<StoredFile>> FindAsync(RunScope scope, Segment? value, CancellationToken cancellationToken)
    {
        var found = new List<StoredFile>();
        foreach (var file in FilesIn(value))
        {
            found.Add(await files.FindAsync(scope, file, cancellationToken));
        }

        return found;
    }

    private static IEnumerable<FileValue> FilesIn(Segment? value)
        => value is null ? []
            : value.File is { } one ? [one]
            : value.Items.Select(item => item.File).OfType<FileValue>();
}
