using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Middeck.Studio.Files;

/// <summary>
/// Writes a person's message with its files: documents in front of the words, each in a block of its own, pictures behind.
/// <code>
/// &lt;file name="report.pdf"&gt;
/// …
/// &lt;/file&gt;
///
/// What does it say?
/// </code>
/// A text cannot end its block.
/// </summary>
internal static partial class FilePrompt
{
    public static ChatMessage Write(string words, IEnumerable<Attachment> attachments, string? detail)
    {
        var text = new StringBuilder();
        var pictures = new List<AIContent>();
        foreach (var attachment in attachments)
        {
            if (attachment.Picture is { } bytes)
            {
                pictures.Add(Picture(attachment.File, bytes, detail));
            }
            else
            {
                Append(text, attachment);
            }
        }

        text.Append(words);
        return pictures.Count == 0
            ? new ChatMessage(ChatRole.User, text.ToString())
            : new ChatMessage(ChatRole.User, [new TextContent(text.ToString()), .. pictures]);
    }

    private static DataContent Picture(StoredFile file, ReadOnlyMemory<byte> bytes, string? detail)
    {
        var picture = new DataContent(bytes, file.MimeType) { Name = file.Name };
        if (detail is not null)
        {
            picture.AdditionalProperties = new() { ["detail"] = detail };
        }

        return picture;
    }

    private static void Append(StringBuilder text, Attachment attachment)
        => text.Append("<file name=\"").Append(Harmless(attachment.File.Name.Replace('"', '\''))).Append("\">\n")
            .Append(Harmless(attachment.Text ?? "")).Append("\n</file>\n\n");

    private static string Harmless(string text) => Mark().Replace(text, "&lt;$1file");

    [GeneratedRegex(@"<\s*(/?)\s*file\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
