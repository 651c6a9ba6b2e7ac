using Middeck.Core.Errors;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Documents;

/// <summary>Refuses what cannot be read before it is kept: by its name, and by its first bytes.</summary>
internal sealed class FileCheck(DocumentReaders readers)
{
    /// <summary>The format that the name promises.</summary>
    /// <exception cref="FaultException">There is no name, or none of a type that can be read.</exception>
    public FileFormat ByName(string name, string? looksLike = null)
        => name.Length == 0
            ? throw new FaultException(Fault.Invalid("knowledge.file_name_missing", "The file has no name.", "file"))
            : readers.FormatOf(name) ?? throw Unsupported(
                $"Files of the type '{DocumentReaders.ExtensionOf(name)}' cannot be read.", looksLike);

    /// <summary>The format of a file whose first bytes are there.</summary>
    /// <exception cref="FaultException">It is empty, of no type that can be read, or not what its name says.</exception>
    public FileFormat ByContent(string name, string? extension, ReadOnlySpan<byte> start)
    {
        if (name.Length > 0 && start.IsEmpty)
        {
            throw new FaultException(Fault.Invalid("knowledge.file_empty", $"The file '{name}' is empty.", "file"));
        }

        var looks = ContentSniffer.Look(start);
        var format = ByName(extension is null || name.Length == 0 ? name : $"{name}.{extension}", ContentSniffer.Describe(looks));
        return format.Signatures.Contains(looks)
            ? format
            : throw Unsupported(
                $"The file is named .{format.Extension} but looks like {ContentSniffer.Describe(looks)}.",
                ContentSniffer.Describe(looks));
    }

    private FaultException Unsupported(string what, string? looksLike)
        => new(new Fault(
            FaultKind.UnsupportedType,
            "knowledge.unsupported_type",
            $"{what} Upload one of: {string.Join(", ", readers.Extensions)}.",
            "file",
            new Dictionary<string, object?> { ["extensions"] = readers.Extensions, ["looks_like"] = looksLike }));
}
