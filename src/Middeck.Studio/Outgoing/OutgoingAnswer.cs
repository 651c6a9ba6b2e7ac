using System.Text;

namespace Middeck.Studio.Outgoing;

/// <summary>What a server answered.</summary>
/// <param name="Address">Where it was found in the end.</param>
/// <param name="Status">Such as 200.</param>
/// <param name="Headers">By names in lower case; several values of one are joined by a comma.</param>
/// <param name="Body">Unpacked.</param>
/// <param name="Type">What the server says about the body.</param>
/// <param name="IsFile">Whether the body is something to keep and not text to read.</param>
internal sealed record OutgoingAnswer(
    Uri Address, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body, OutgoingType Type, bool IsFile)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the status is one of success.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The body as text: in the letters that the server names, else in UTF-8, else in GB 18030.</summary>
    public string Text()
    {
        if (Type.Charset is { } charset && Find(charset) is { } named)
        {
            return Without(named.GetString(Body));
        }

        try
        {
            return Without(Strict.GetString(Body));
        }
        catch (DecoderFallbackException)
        {
            // Older servers in China name no letters and use these.
            return Find("gb18030")!.GetString(Body);
        }
    }

    private static string Without(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;

    private static Encoding? Find(string charset)
        => CodePagesEncodingProvider.Instance.GetEncoding(charset)
            ?? Encoding.GetEncodings().FirstOrDefault(
                known => string.Equals(known.Name, charset, StringComparison.OrdinalIgnoreCase))?.GetEncoding();
}
