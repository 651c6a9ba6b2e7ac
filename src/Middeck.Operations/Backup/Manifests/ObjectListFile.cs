using System.Runtime.CompilerServices;
using System.Text.Json;
using Middeck.Operations.Backup.Targets;

namespace Middeck.Operations.Backup.Manifests;

/// <summary>Reads the list of objects of a backup: a JSON object a line. It is never sealed, so that old objects can be told from needed ones without a key.</summary>
internal static class ObjectListFile
{
    public const string Part = "objects";
    public const string Name = "objects.jsonl";

    /// <exception cref="RefusedException">The list is missing or not what was written.</exception>
    public static async IAsyncEnumerable<ObjectLine> ReadAsync(
        IBackupTarget target, BackupManifest manifest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = $"{manifest.Name}/{Name}";
        await using var file = await target.OpenAsync(path, cancellationToken)
            ?? throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PartMissing(manifest.Name, Name));
        using var reader = new StreamReader(file);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return Parse(manifest.Name, line);
        }
    }

    private static ObjectLine Parse(string backup, string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, BackupLineJson.Default.ObjectLine)
                ?? throw new JsonException("null");
        }
        catch (JsonException ex)
        {
            throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PartAltered(backup, Name), ex);
        }
    }
}
