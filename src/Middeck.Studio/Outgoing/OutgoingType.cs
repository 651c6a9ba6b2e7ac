using System.Net.Http.Headers;
using System.Text;

namespace Middeck.Studio.Outgoing;

/// <summary>What a server says about a body.</summary>
/// <param name="MediaType">Lower case; empty when it says nothing.</param>
/// <param name="Charset">The letters of a text; null when it says nothing.</param>
/// <param name="FileName">What it calls the file; null for nothing.</param>
/// <param name="IsAttachment">Whether it is meant to be saved.</param>
internal sealed record OutgoingType(string MediaType, string? Charset, string? FileName, bool IsAttachment)
{
    private static readonly string[] _texts = ["json", "xml", "javascript", "x-www-form-urlencoded", "yaml", "graphql", "csv"];

    // What stands at the beginning of texts that servers send as application/octet-stream.
    private static readonly string[] _marks = ["{", "[", "<", "function", "var ", "const ", "let "];

    public static OutgoingType Of(HttpContentHeaders headers)
    {
        var disposition = headers.ContentDisposition;
        var name = (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"');
        return new OutgoingType(
            headers.ContentType?.MediaType?.ToLowerInvariant() ?? "",
            headers.ContentType?.CharSet?.Trim('"'),
            string.IsNullOrWhiteSpace(name) ? null : name,
            disposition?.DispositionType.Equals("attachment", StringComparison.OrdinalIgnoreCase) == true || name is { Length: > 0 });
    }

    /// <summary>Whether a body of this type is a file; its beginning decides where the type does not.</summary>
    public bool IsFile(ReadOnlySpan<byte> body)
    {
        if (IsAttachment)
        {
            return true;
        }

        var main = MediaType.Split('/')[0];
        return main switch
        {
            "text" => false,
            "application" => !Array.Exists(_texts, word => MediaType.Contains(word, StringComparison.Ordinal)) && !LooksLikeText(body),
            "image" or "audio" or "video" or "font" => true,
            _ => body.Length > 0 && !IsUtf8(body),
        };
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> body)
    {
        var beginning = body[..Math.Min(body.Length, 1024)];
        if (body.Length == 0 || !IsUtf8(beginning))
        {
            return body.Length == 0;
        }

        var text = Encoding.UTF8.GetString(beginning);
        return Array.Exists(_marks, mark => text.Contains(mark, StringComparison.Ordinal));
    }

    // A letter of several bytes may be cut at the end.
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return false;
        }

        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}
