using System.Text;

namespace Middeck.Studio.Transfer;

/// <summary>Reads the text of a file that is sent or fetched.</summary>
internal static class YamlBody
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="Core.Errors.FaultException">It is too large or not UTF-8.</exception>
    public static async Task<string> ReadAsync(Stream body, int mostBytes, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > mostBytes)
            {
                throw YamlFaults.TooLarge(mostBytes);
            }
        }

        try
        {
            return Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw YamlFaults.NotText();
        }
    }
}
