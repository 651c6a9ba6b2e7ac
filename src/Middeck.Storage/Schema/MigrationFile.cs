using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Middeck.Storage.Schema;

/// <summary>One numbered SQL file.</summary>
internal sealed partial record MigrationFile(string Room, int Number, string Name, string Sql)
{
    public string Checksum { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>Reads a room's files in order. Their names end in <c>.Migrations.0001_name.sql</c>.</summary>
    public static IReadOnlyList<MigrationFile> ReadAll(MigrationSet set)
    {
        var files = new List<MigrationFile>();
        foreach (var resource in set.Assembly.GetManifestResourceNames())
        {
            if (NamePattern().Match(resource) is not { Success: true } match)
            {
                continue;
            }

            using var reader = new StreamReader(set.Assembly.GetManifestResourceStream(resource)!);
            files.Add(new MigrationFile(
                set.Room, int.Parse(match.Groups[1].ValueSpan, null), match.Groups[2].Value, reader.ReadToEnd()));
        }

        files.Sort((a, b) => a.Number.CompareTo(b.Number));
        return files;
    }

    [GeneratedRegex(@"\.Migrations\.(\d{4})_([a-z0-9_]+)\.sql$")]
    private static partial Regex NamePattern();
}
